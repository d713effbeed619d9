"""A view split by country, region or field holds each of its rows where it belongs."""

import pytest

from geo.countries import read_countries
from scene.grammar import read_choice
from scene.scene import build_scene
from scene.split import CODES, split


@pytest.mark.parametrize("part", CODES)
def test_each_part_of_a_split_has_rows_and_all_others_are_counted(part: str) -> None:
    filled, empty = split(read_choice("layers=mocs,datacenters").choice, part)
    assert len(filled) + empty == len(list(CODES[part]()))
    for code, choice in list(filled.items())[:8]:
        assert choice.codes(part) == {code}
        assert build_scene(choice).count > 0


def test_what_is_left_out_has_no_rows() -> None:
    choice = read_choice("layers=datacenters").choice
    filled, empty = split(choice, "country")
    others = set(read_countries()) - set(filled)
    assert empty == len(others) > 150
    assert build_scene(choice.narrowed("country", frozenset(others))).count == 0


def test_a_part_that_is_narrowed_is_split_within_its_codes() -> None:
    filled, empty = split(read_choice("layers=isdbt&country=BRA,CHL,FRA&year=2006-2009").choice, "country")
    assert list(filled) == ["BRA", "CHL"]
    assert empty == 1
    assert filled["BRA"].year == (2006, 2009)


def test_countries_are_those_of_the_regions_asked_for_although_a_cable_lands_elsewhere_too() -> None:
    filled, _empty = split(read_choice("layers=cables&region=oceania").choice, "country")
    assert {read_countries()[code].region_id for code in filled} == {"oceania"}
