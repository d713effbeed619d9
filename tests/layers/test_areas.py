import pytest

from geo.countries import read_countries
from layers.areas import areas_of, read_areas


@pytest.mark.parametrize(("code", "inside", "outside"), [
    ("UZB", {"central_asia", "south_central_asia", "asia"}, {"southwest_asia", "asean"}),
    ("IND", {"southwest_asia", "quad"}, {"central_asia"}),
    ("TUV", {"pacific_islands", "oceania"}, {"isdbt_adopters"}),
    ("BRA", {"isdbt_adopters", "latin_america"}, {"south_america"}),
    ("AGO", {"isdbt_adopters", "africa"}, {"gulf"}),
])  # fmt: skip
def test_a_country_belongs_to_the_areas_of_the_plan(code: str, inside: set[str], outside: set[str]) -> None:
    assert inside <= areas_of(code)
    assert not outside & areas_of(code)


def test_southwest_asia_is_the_foreign_ministry_s_seven() -> None:
    area = read_areas()["southwest_asia"]
    held = {code for code, land in read_countries().items() if area.holds(land)}
    assert held == {"IND", "LKA", "NPL", "PAK", "BGD", "BTN", "MDV"}


def test_an_area_whose_members_the_plan_does_not_list_holds_nobody() -> None:
    assert not any(read_areas()["eastern_europe"].holds(land) for land in read_countries().values())
