import pytest

from geo.countries import Frame, read_countries, read_regions, region_frame
from geo.frames import width


def holds(frame: Frame, place: tuple[float, float]) -> bool:
    west, south, _east, north = frame
    return south <= place[1] <= north and (place[0] - west) % 360 <= width(frame)


def test_the_plans_eight_regions_come_first_in_its_order() -> None:
    regions = list(read_regions().values())
    assert [each.region_id for each in regions if each.is_plan] == [
        "europe",
        "middle_east",
        "south_central_asia",
        "africa",
        "southeast_asia",
        "oceania",
        "north_america",
        "latin_america",
    ]
    assert [each.region_id for each in regions[8:]] == ["east_asia", "japan", "multilateral"]


def test_every_country_belongs_to_a_region() -> None:
    assert {country.region_id for country in read_countries().values()} <= set(read_regions())


@pytest.mark.parametrize("region_id", list(read_regions()))
def test_a_regions_frame_holds_the_capitals_of_its_countries(region_id: str) -> None:
    members = [each for each in read_countries().values() if each.region_id == region_id and each.capital_at]
    frame = region_frame(region_id)
    outside = {each.iso_a3 for each in members if each.capital_at and not holds(frame, each.capital_at)}
    assert outside == set()


def test_oceania_is_framed_over_180_and_europe_without_siberia() -> None:
    west, _south, east, _north = region_frame("oceania")
    assert west > 0 > east
    assert width(region_frame("europe")) < 90
