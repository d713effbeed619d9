from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import read_choice, write_choice
from scene.scene import build_scene
from scene.switches import Panel, panels, switch
from tests.scene.choices import choices


def panel(query: str, layer_id: str) -> Panel:
    return next(each for each in panels(read_choice(query).choice) if each.layer.id == layer_id)


def switched(query: str, *presses: tuple[str, str, bool]) -> str:
    choice = read_choice(query).choice
    for layer_id, code, on in presses:
        choice = switch(choice, layer_id, code, on=on)
    return write_choice(choice)


def test_a_category_that_goes_off_leaves_the_others_in_the_filter() -> None:
    assert switched("", ("cables", "planned", False)) == "cables.status=in_service,under_construction"


def test_off_and_on_again_is_as_if_nothing_happened() -> None:
    assert switched("", ("cables", "planned", False), ("cables", "planned", True)) == ""


def test_a_category_hidden_by_default_joins_those_that_show() -> None:
    shown = "cables.status=in_service,planned,retired,under_construction"
    assert switched("", ("cables", "retired", True)) == shown
    assert switched("show=all", ("cables", "retired", False)).startswith("cables.status=cancelled,in_service")


def test_the_last_category_takes_its_layer_away_and_leaves_no_filter() -> None:
    presses = [("datacenters", code, False) for code in ("operating", "contracted", "planned", "survey")]
    assert switched("layers=isdbt,datacenters", *presses) == "layers=isdbt"


def test_a_layer_goes_off_and_on_by_its_heading() -> None:
    assert switched("layers=isdbt,mocs", ("mocs", "", False)) == "layers=isdbt"
    assert switched("layers=isdbt", ("mocs", "", True)) == "layers=isdbt,mocs"


@pytest.mark.parametrize("press", [("nothing", "", False), ("nothing", "planned", True)])
def test_a_layer_that_does_not_exist_changes_nothing(press: tuple[str, str, bool]) -> None:
    assert switched("layers=isdbt", press) == "layers=isdbt"


def test_a_category_that_is_off_is_listed_with_what_it_would_bring() -> None:
    listed = {each.code: (each.count, each.is_on) for each in panel("cables.status=in_service", "cables").switches}
    assert listed["in_service"] == (62, True)
    assert listed["planned"] == (11, False)


def test_a_layer_that_is_off_shows_nothing_and_holds_its_rows_ready() -> None:
    mocs = panel("layers=isdbt&region=oceania", "mocs")
    assert (mocs.is_on, mocs.shown) == (False, [])
    assert len(mocs.spare) == sum(each.count for each in mocs.switches) > 0


@given(choices())
def test_the_legend_shows_the_rows_of_the_scene(choice: Choice) -> None:
    scene = build_scene(choice)
    shown = {each.layer.id: each.shown for each in panels(scene.choice)}
    for sheet in scene.sheets:
        assert shown[sheet.layer.id] == list(sheet.rows.index)


@st.composite
def choices_with_a_legend(draw: st.DrawFn) -> tuple[Choice, Panel]:
    """Draw a choice and a panel of a layer that is on and lists a switch; filters that leave none are lifted."""
    choice = draw(choices())
    if not with_switches(choice):
        choice = Choice(layers=draw(st.frozensets(st.sampled_from(list(find_layers())), min_size=1)))
    return choice, draw(st.sampled_from(with_switches(choice)))


def with_switches(choice: Choice) -> list[Panel]:
    return [each for each in panels(choice) if each.is_on and each.switches]


@given(choices_with_a_legend(), st.data())
def test_a_switch_does_what_the_legend_promised(drawn: tuple[Choice, Panel], data: st.DataObject) -> None:
    """Of the rows within reach, those of the category come or go, and no other."""
    choice, layer = drawn
    one = data.draw(st.sampled_from(layer.switches))
    after = panel(write_choice(switch(choice, layer.layer.id, one.code, on=not one.is_on)), layer.layer.id)
    assert len(after.shown) == len(layer.shown) + (-one.count if one.is_on else one.count)
