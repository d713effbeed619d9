"""The area words of the plan (ASEAN, Pacific islands, Central Asia ...) and the countries that each stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from geo.countries import Country, read_countries, read_regions
from geo.files import kept
from geo.tables import read_table, read_things, split
from i18n.text import Text

AREAS, ADOPTERS = "region_aliases.csv", "isdbt.csv"
ALL_OF_REGIONS, UNLISTED, SOUTH = "regions", "not listed", "MOFA"
ADOPTER_COUNTRIES = "isdbt_adopters"


@dataclass(frozen=True, slots=True)
class Area:
    """An area word: its regions, and the rule by which a country belongs to it."""

    area_id: str
    name: Text
    regions: frozenset[str]
    rule: str

    def holds(self, land: Country) -> bool:
        """Tell whether a country belongs: by its group, by its region, or as South without Central Asia."""
        if self.area_id == ADOPTER_COUNTRIES:
            return land.iso_a3 in set(read_table(ADOPTERS)["iso_a3"])
        if self.rule == UNLISTED or land.region_id not in self.regions or not read_regions()[land.region_id].is_plan:
            return False
        south = self.rule.startswith(SOUTH) and "central_asia" not in land.groups
        return self.rule == ALL_OF_REGIONS or self.rule.removeprefix("is_") in land.groups or south

    def narrowing(self) -> tuple[str, frozenset[str]]:
        """Name the filter that shows the area, and its codes: its regions, or its members where it is less than they.

        No codes where the plan lists no members.
        """
        if self.rule == ALL_OF_REGIONS:
            return "region", self.regions
        return "country", frozenset(code for code, land in read_countries().items() if self.holds(land))


@kept(AREAS)
def read_areas() -> Mapping[str, Area]:
    """Read the area words by id, in the order of the file."""
    made = read_things(AREAS, lambda row: Area(
        row["area_id"], Text(row["word_ja"], row["name_en"]), frozenset(split(row["region_ids"])), row["member_rule"]))
    return MappingProxyType({area.area_id: area for area in made})


def areas_of(code: str) -> frozenset[str]:
    """Name the areas that a country belongs to."""
    land = read_countries()[code]
    return frozenset(area.area_id for area in read_areas().values() if area.holds(land))
