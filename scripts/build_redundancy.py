"""Count the ways out of every country and territory: data/redundancy.csv (`python -m scripts.build_redundancy`)."""

from __future__ import annotations

import pandas as pd
from rich.progress import track

from geo.countries import read_countries
from geo.files import data_path
from geo.network import read_masses
from geo.redundancy import Redundancy, landing_countries, redundancy
from geo.topology import read_topology

FILE = "redundancy.csv"


def build() -> None:
    """Write the file from the tables of cables alone."""
    topology = read_topology()
    masses = read_masses(topology)
    codes = track(landing_countries(topology), "経路の数 / ways out")
    found = [row for code in codes for row in redundancy(topology, masses, [code])]
    rows(found).to_csv(data_path(FILE), index=False, lineterminator="\n")


def rows(found: list[Redundancy]) -> pd.DataFrame:
    """Lay the countries out as the file has them: ids joined by |, yes and no as 1 and 0."""
    names = read_countries()
    return pd.DataFrame(
        {
            "redundancy_id": f"ways:{each.iso_a3}",
            "iso_a3": each.iso_a3,
            "name_ja": names[each.iso_a3].name.ja,
            "name_en": names[each.iso_a3].name.en,
            "systems_now": "|".join(each.systems_now),
            "ways_now": each.ways_now,
            "systems_coming": "|".join(each.systems_coming),
            "ways_coming": each.ways_coming,
            "weakest_ways": each.weakest,
            "weakest_landings": "|".join(node.id for node in each.weakest_landings),
            "by_land": int(each.by_land),
            "joined_today": int(each.is_joined),
        }
        for each in found
    )


if __name__ == "__main__":
    build()
