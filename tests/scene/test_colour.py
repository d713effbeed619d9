from i18n.text import Lang
from layers.registry import find_layers
from scene.grammar import read_choice, write_choice
from scene.scene import build_scene

CABLES = find_layers()["cables"]


def test_a_layer_is_coloured_by_its_own_field_unless_asked() -> None:
    assert read_choice("").choice.coloured_by(CABLES) == "status"
    assert read_choice("colour=cables.theme").choice.coloured_by(CABLES) == "theme"


def test_of_two_colourings_of_one_layer_the_later_counts() -> None:
    assert write_choice(read_choice("colour=cables.theme,cables.period").choice) == "colour=cables.period"


def test_the_usual_colouring_is_left_out_of_the_link() -> None:
    assert write_choice(read_choice("colour=cables.status").choice) == ""


def test_a_field_that_colours_nothing_is_named_in_a_notice() -> None:
    reading = read_choice("colour=cables.theme,cables.owners")
    assert reading.choice.colour == {"cables.theme"}
    assert "cables.owners" in reading.notices[0][Lang.EN]


def test_clearing_the_filters_keeps_the_colours() -> None:
    choice = read_choice("colour=cables.theme&cables.theme=other").choice
    assert write_choice(choice.widened()) == "colour=cables.theme"


def test_the_legend_counts_what_colours_the_rows_and_beside_it_what_dashes_them() -> None:
    sheet = build_scene(read_choice("layers=cables&colour=cables.theme").choice).sheets[0]
    found = {look.code: count for look, count in sheet.looks}
    assert found["pacific_islands"] == sum(sheet.rows["theme"] == "pacific_islands")
    assert [look.code for look, _count in sheet.dashes] == ["in_service", "under_construction", "planned"]


def test_nothing_is_said_of_dashes_where_the_colours_say_the_same() -> None:
    assert build_scene(read_choice("layers=cables").choice).sheets[0].dashes == ()
