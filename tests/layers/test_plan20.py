from __future__ import annotations

from geo.countries import read_countries, region_frame
from geo.frames import middle
from geo.tables import split
from i18n.text import Lang
from layers.registry import find_layers
from layers.rows import read_rows
from layers.standing import label_points
from layers.wording import facts, records
from scene.grammar import read_choice
from scene.scene import build_scene

LAYER = find_layers()["plan20"]


def found(query: str) -> list[str]:
    """Name the old projects that a view shows."""
    return list(build_scene(read_choice(f"layers=plan20&{query}").choice).sheets[0].rows["id"])


def row_of(number: int) -> dict[str, object]:
    (row,) = records(read_rows(LAYER).query(f"id == '{number}'"))
    return dict(row)


def places(number: int) -> set[tuple[float, float]]:
    return {(place.x, place.y) for place in row_of(number)["geometry"].geoms}  # type: ignore[attr-defined]


def test_the_layer_is_off_until_it_is_asked_for() -> None:
    assert not LAYER.on_by_default


def test_all_twenty_stand_on_the_map_in_the_plan_s_order() -> None:
    assert found("") == [str(number) for number in range(1, 21)]


def test_a_project_stands_in_each_country_that_it_names_and_japan_is_left_out() -> None:
    labels = label_points()
    assert places(14) == {labels[code] for code in ("BRA", "CHL", "THA", "MYS", "SGP", "GHA")}
    assert places(4) == {labels["ETH"], labels["GBR"]}
    assert places(7) == {labels["JPN"]}


def test_one_that_names_only_areas_stands_once_in_each_of_the_plan_s_regions() -> None:
    assert places(11) == {middle(region_frame(region)) for region in ("southeast_asia", "latin_america")}
    assert len(places(17)) == 4
    assert row_of(17)["precision"] == "region"


def test_one_that_names_no_place_stands_in_japan_and_says_so() -> None:
    assert row_of(9)["precision"] == "none"
    assert places(9) == {label_points()["JPN"]}


def test_a_country_finds_those_that_name_it_and_those_that_name_its_area() -> None:
    assert found("country=GHA") == ["3", "4", "8", "14", "16"]
    assert row_of(14)["iso_a3"] == "BRA|CHL|THA|MYS|SGP|GHA"
    assert "GHA" in split(str(row_of(3)["via"]))


def test_asean_is_its_members_and_no_other() -> None:
    members = {country.iso_a3 for country in read_countries().values() if "asean" in country.groups}
    assert set(split(str(row_of(10)["via"]))) == members
    assert len(members) == 11


def test_adopters_within_latin_america_are_only_those_of_it() -> None:
    assert set(split(str(row_of(15)["via"]))) == {
        "BRA", "PER", "ARG", "CHL", "VEN", "ECU", "CRI", "PRY", "BOL", "URY", "GTM", "HND", "NIC", "SLV",
    }
    assert len(split(str(row_of(6)["via"]))) == 18  # 19 abroad, of which it names the Philippines


def test_southwest_asia_is_the_seven_of_the_foreign_ministry() -> None:
    south = {"IND", "LKA", "NPL", "PAK", "BGD", "BTN", "MDV"}
    assert south <= set(split(str(row_of(17)["via"])))


def test_asia_stands_for_the_plan_s_own_regions_only() -> None:
    assert not {"CHN", "PRK", "MNG"} & set(split(str(row_of(4)["via"])))


def test_achieved_remaining_and_indicators_are_told_in_words_and_the_field_as_inferred() -> None:
    told = dict(facts(LAYER, row_of(10), Lang.EN))
    assert "812" in told["Achieved"]
    assert told["Remaining"].startswith("Continue capacity building")
    assert "650" in told["Indicators"]
    assert told["Field (inferred)"] == "Cybersecurity"
    assert told["What the inferred field rests on"] == "Title"
    assert told["Confidence of the inference"] == "High"


def test_low_confidence_of_the_inference_hides_nothing() -> None:
    low = read_rows(LAYER).query("mapping_confidence == 'low'")
    assert list(low["id"]) == ["4", "7", "8", "12", "13"]
    assert set(low["id"]) <= set(found(""))


def test_a_second_field_finds_a_project_too() -> None:
    assert {"6", "13", "15", "19"} <= set(found("field=fire_disaster"))
