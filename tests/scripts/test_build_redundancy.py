"""The file of ways out is what the network says: a few countries in every run, all of them in the long one."""

from collections.abc import Sequence

import pandas as pd
import pytest

from geo.network import read_masses
from geo.redundancy import landing_countries, redundancy
from geo.tables import read_table
from geo.topology import read_topology
from scripts.build_redundancy import FILE, rows

SAMPLE = ("NRU", "PLW", "SLB", "TON")


def counted(codes: Sequence[str]) -> pd.DataFrame:
    topology = read_topology()
    return rows(redundancy(topology, read_masses(topology), codes)).astype(str).reset_index(drop=True)


def in_the_file(codes: Sequence[str]) -> pd.DataFrame:
    table = read_table(FILE)
    return table[table["iso_a3"].isin(codes)].astype(str).reset_index(drop=True)


def test_the_file_says_what_the_network_says_of_a_few_countries() -> None:
    pd.testing.assert_frame_equal(in_the_file(SAMPLE), counted(SAMPLE))


@pytest.mark.long
def test_the_file_says_what_the_network_says_of_every_country() -> None:
    codes = landing_countries(read_topology())
    pd.testing.assert_frame_equal(in_the_file(codes), counted(codes))


def test_every_country_with_a_landing_is_in_the_file() -> None:
    assert list(read_table(FILE)["iso_a3"]) == landing_countries(read_topology())
