import pytest
from hypothesis import given

from i18n.text import Lang
from layers.registry import find_layers
from render.table import columns
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import Scene, build_scene
from tests.render.tables import ids, table
from tests.scene.choices import choices


def scene_of(query: str) -> Scene:
    """Build the scene of a query."""
    return build_scene(read_choice(query).choice)


@given(choices())
def test_a_table_has_one_row_for_each_row_of_its_scene(choice: Choice) -> None:
    scene = build_scene(choice)
    assert len(table(scene)) == scene.count == len(ids(scene))


@pytest.mark.parametrize("layer_id", find_layers())
def test_one_layer_shows_its_own_fields_with_confidence_and_date(layer_id: str) -> None:
    layer = find_layers()[layer_id]
    shown = [column.id for column in columns(scene_of(f"layers={layer_id}"))]
    declared = {field.id for field in layer.fields}
    assert {"name", "status_as_of", "confidence"} & declared <= set(shown)
    assert [field.id for field in layer.fields if field.in_table] == [name for name in shown if name != "confidence"]


def test_several_layers_share_their_columns_and_name_layer_and_id() -> None:
    frame = table(scene_of("layers=isdbt,mocs&country=PHL&show=all&lang=en"))
    assert list(frame.columns) == [
        "Layer", "Name", "Countries and areas", "Field", "Status", "Date", "Status as of",
        "Confidence (kind of source)", "Id",
    ]  # fmt: skip
    assert frame.iloc[0].to_list()[:3] == ["ISDB-T adopter countries", "Philippines", "Philippines"]
    assert set(frame["Layer"]) == {"ISDB-T adopter countries", "Memoranda, statements and dialogues"}


def test_cells_are_words_in_the_language_of_the_scene() -> None:
    row = table(scene_of("layers=isdbt&country=BWA")).iloc[0].to_list()
    assert row == ["ボツワナ", "ボツワナ", "アナログ停波完了", "2013-02-26", "2022-10-02", "試行", "2023-03", "高"]


def test_a_planned_date_that_has_passed_is_not_shown_as_done() -> None:
    scene = scene_of("layers=cables&lens=cables_past_target&lang=en")
    dates = table(scene)[find_layers()["cables"].field("date").label[Lang.EN]]
    assert dates.str.endswith("(last stated; not confirmed)").all()


def test_a_document_of_a_body_names_the_body() -> None:
    frame = table(scene_of("layers=mocs&country=EST&lang=en"))
    assert (frame["International body"] == "EU").any()


def test_an_empty_table_keeps_its_columns() -> None:
    frame = table(scene_of("layers=isdbt&region=europe"))
    assert len(frame) == 0
    assert "アナログ停波" in frame.columns


def test_the_ids_stand_in_the_order_of_the_rows() -> None:
    scene = scene_of("show=all")
    assert list(ids(scene)) == list(table(scene)["番号"])
