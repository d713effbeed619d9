from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.countries import read_countries, region_frame
from geo.tables import split
from i18n.text import Lang, Text
from layers.registry import find_layers
from layers.rows import read_rows
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import Scene, build_scene
from scene.sheet import Sheet
from scene.survey import countries_on_offer, counts, find_row, layer_counts
from tests.folders import copied_data, set_cell
from tests.scene.choices import OWN, choices

HEADINGS = ["region", "country", "field", "confidence", *OWN]


def scene_of(query: str) -> Scene:
    """Build the scene of a query."""
    return build_scene(read_choice(query).choice)


def sheet_of(query: str) -> Sheet:
    """Take the only sheet of a scene."""
    (sheet,) = scene_of(query).sheets
    return sheet


def ids(query: str) -> list[str]:
    """Name the rows of a one-layer scene."""
    return list(sheet_of(query).rows["id"])


# --- what the issue and the design name ---


def test_africa_has_two_adopters() -> None:
    assert ids("layers=isdbt&region=africa") == ["BWA", "AGO"]


def test_uzbekistan_has_data_centres_in_three_cities() -> None:
    cities = sheet_of("layers=datacenters&country=UZB").rows["city_en"]
    assert sorted(cities) == ["Bukhara", "Kokand", "Tashkent"]


def test_uzbekistan_has_memoranda_of_2014_2017_and_2019() -> None:
    years = {date[:4] for date in sheet_of("layers=mocs&country=UZB&show=all").rows["date"]}
    assert {"2014", "2017", "2019"} <= years


def test_show_all_lifts_every_default() -> None:
    counted = layer_counts(read_choice("show=all").choice)
    assert counted == {layer.id: len(read_rows(layer)) for layer in find_layers().values()}


def test_the_opening_view_says_how_many_rows_it_holds_back() -> None:
    scene = scene_of("")
    assert scene.hidden == (98 - 83) + (61 - 9) + (146 - 136)
    assert scene_of("show=all").hidden == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("layers=cables&cables.status=cancelled,retired", {"cancelled", "retired"}),
        ("layers=mocs&confidence=low", {"low"}),
        ("layers=datacenters&datacenters.plan_scope=context", {"context"}),
    ],
)
def test_an_explicit_part_wins_over_a_default(query: str, expected: set[str]) -> None:
    sheet = sheet_of(query)
    column = {"cables": "status", "mocs": "confidence", "datacenters": "plan_scope"}[sheet.layer.id]
    assert set(sheet.rows[column]) == expected


def test_a_filter_of_one_layer_does_not_touch_another() -> None:
    narrowed, opening = scene_of("cables.status=planned"), scene_of("")
    assert [len(sheet.rows) for sheet in narrowed.sheets if sheet.layer.id != "cables"] == [
        len(sheet.rows) for sheet in opening.sheets if sheet.layer.id != "cables"
    ]
    assert len(narrowed.sheets[1].rows) < len(opening.sheets[1].rows)


def test_years_drop_the_undated_and_count_them() -> None:
    sheet = sheet_of("layers=mocs&year=2019&show=all")
    undated = int((read_rows(sheet.layer)["date"] == "").sum())
    assert {date[:4] for date in sheet.rows["date"]} == {"2019"}
    assert undated > 0
    assert f"dialogues ({undated})" in scene_of("layers=mocs&year=2019&show=all").notices[0][Lang.EN]


def test_layers_that_the_same_filter_empties_share_one_line() -> None:
    (notice,) = scene_of("layers=cables,landings,datacenters&country=TCD").notices
    assert "because of country" in notice[Lang.EN]
    assert "Submarine cables, Cable landing points, Data centres" in notice[Lang.EN]


def test_a_field_finds_what_a_document_covers_besides() -> None:
    rows = sheet_of("layers=mocs&field=postal&show=all").rows
    assert all(
        "postal" in (row["field_id"], *row["also_fields"].split("|")) for row in rows.to_dict("records")
    )
    assert (rows["field_id"] != "postal").any()


def test_a_region_holds_what_any_of_its_countries_takes_part_in() -> None:
    countries = read_countries()
    for codes in sheet_of("layers=cables&region=latin_america").rows["iso_a3"]:
        assert any(countries[code].region_id == "latin_america" for code in codes.split("|"))


# --- documents of the EU and of ASEAN ---


def test_a_member_finds_the_documents_of_its_body() -> None:
    eu = set(ids("layers=mocs&country=EST&show=all"))
    rows = read_rows(find_layers()["mocs"])
    assert set(rows.loc[rows["bodies"] == "EU", "id"]) <= eu


def test_timor_leste_finds_only_what_asean_signed_after_it_joined() -> None:
    rows = read_rows(find_layers()["mocs"]).query("bodies == 'ASEAN' and date != ''")
    with_timor = rows[rows["via"].str.contains("TLS")]
    assert len(with_timor)
    assert (with_timor["date"] >= "2025-10").all()
    assert (rows.drop(with_timor.index)["date"] < "2025-10-26").all()
    assert rows["via"].str.contains("VNM").all()


def test_a_body_without_listed_members_belongs_to_no_country() -> None:
    rows = read_rows(find_layers()["mocs"])
    alone = rows[rows["bodies"].isin(["APT", "UPU", "SMARTAFRICA"]) & (rows["iso_a3"] == "")]
    assert len(alone)
    assert (alone["via"] == "").all()
    assert not alone.geometry.is_empty.any()


def test_japan_is_nobody_s_partner() -> None:
    rows = read_rows(find_layers()["mocs"])
    assert not rows["via"].str.contains("JPN").any()


# --- lenses ---


def test_a_lens_narrows_its_layer_and_no_other() -> None:
    scene = scene_of("lens=adopters_without_ewbs")
    assert set(scene.sheets[0].rows["ewbs"]) == {"trial", "planned", "unknown"}
    assert [len(sheet.rows) for sheet in scene.sheets[1:]] == [len(s.rows) for s in scene_of("").sheets[1:]]


def test_a_cable_past_its_date_is_not_in_service_and_its_date_has_passed() -> None:
    rows = sheet_of("layers=cables&lens=cables_past_target").rows
    assert len(rows)
    assert rows["overdue"].all()


# --- what a scene says of itself ---


def test_an_empty_scene_says_which_filter_emptied_it() -> None:
    (notice,) = scene_of("layers=isdbt&region=europe").notices
    assert "region" in notice[Lang.EN]
    assert "地域" in notice[Lang.JA]


def test_filters_that_empty_a_scene_only_together_are_said_to() -> None:
    (notice,) = scene_of("layers=isdbt&region=europe&isdbt.variant=ISDB-T&country=FRA").notices
    assert "together" in notice[Lang.EN]


def test_a_selected_row_or_country_is_known_and_anything_else_is_told() -> None:
    scene = scene_of("select=humboldt,CHL,nothing-of-the-kind")
    assert scene.selected == ("humboldt", "CHL")
    assert "nothing-of-the-kind" in scene.notices[-1][Lang.EN]


def test_a_row_is_found_by_its_id_whatever_its_layer() -> None:
    found = find_row("humboldt")
    assert found
    assert found[0].id == "cables"
    assert find_row("nothing-of-the-kind") is None


def test_countries_on_offer_are_those_of_any_row_whatever_shows() -> None:
    offered = countries_on_offer()
    shown = {code for sheet in scene_of("show=all").sheets for cell in sheet.rows["iso_a3"] for code in split(cell)}
    assert {"CHL", "UZB"} <= shown <= offered
    assert offered < set(read_countries())


def test_a_scene_is_named_after_its_places_and_layers_unless_it_has_a_title() -> None:
    assert scene_of("layers=cables&region=oceania").title == Text(
        "大洋州: 光海底ケーブル", "Oceania: Submarine cables"
    )
    assert scene_of("layers=cables&field=submarine_cable").title[Lang.EN] == "Submarine cables: Submarine cables"
    assert scene_of("layers=cables&region=oceania&field=submarine_cable").title[Lang.EN] == "Oceania: Submarine cables"
    assert scene_of("title=My view").title[Lang.JA] == "My view"


def test_a_frame_is_what_is_asked_for_else_the_countries_else_the_regions() -> None:
    assert scene_of("").frame is None
    assert scene_of("region=africa").frame == region_frame("africa")
    assert scene_of("region=africa&country=BWA").frame == scene_of("country=BWA").frame
    assert scene_of("country=BWA&bbox=1,2,3,4").frame == (1, 2, 3, 4)


def test_cables_never_show_without_saying_that_they_are_schematic() -> None:
    assert any("概略図" in note[Lang.JA] for note in scene_of("layers=cables").notes)
    assert scene_of("layers=cables&country=UZB").notes == ()


def test_broken_data_takes_one_layer_away_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    set_cell(folder, "mocs.csv", 3, "signed", "soon")
    set_cell(folder, "mocs.csv", 4, "signed", "later")
    scene = scene_of("")
    assert [sheet.layer.id for sheet in scene.sheets] == ["isdbt", "cables", "datacenters"]
    (notice,) = scene.notices
    assert "row 3, column signed: value “soon”" in notice[Lang.EN]
    assert "And 1 more" in notice[Lang.EN]


# --- whatever is asked for ---


@given(choices())
def test_a_scene_shows_rows_of_the_layers_asked_for_and_nothing_else(choice: Choice) -> None:
    scene = build_scene(choice)
    assert {sheet.layer.id for sheet in scene.sheets} == choice.layers
    for sheet in scene.sheets:
        assert set(sheet.rows["id"]) <= set(read_rows(sheet.layer)["id"])
        assert len(sheet.rows) == layer_counts(choice)[sheet.layer.id]
        assert sum(count for _, count in sheet.looks) == len(sheet.rows)


@given(choices(), st.sampled_from(HEADINGS))
@example(Choice(layers=frozenset({"isdbt", "cables"})), "confidence")
@example(Choice(layers=frozenset({"cables"})), "cables.status")
def test_the_count_beside_a_code_is_what_is_left_when_it_is_chosen(choice: Choice, key: str) -> None:
    offered = counts(choice, key)
    for code, count in list(offered.items())[:3]:
        narrowed = build_scene(choice.narrowed(key, frozenset({code})))
        carrying = [sheet for sheet in narrowed.sheets if applies(sheet, key)]
        assert sum(len(sheet.rows) for sheet in carrying) == count


def applies(sheet: Sheet, key: str) -> bool:
    """Tell whether a heading narrows the sheet's layer at all."""
    if key == "confidence":
        return sheet.layer.confidence_hides and any(field.id == "confidence" for field in sheet.layer.fields)
    return "." not in key or key.startswith(f"{sheet.layer.id}.")


@given(choices())
def test_lifting_the_defaults_never_takes_a_row_away(choice: Choice) -> None:
    shown, lifted = layer_counts(choice), layer_counts(replace(choice, show_all=True))
    assert all(shown[layer] <= lifted[layer] for layer in shown)
