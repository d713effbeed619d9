from __future__ import annotations

import json

import folium
import pytest
from streamlit_folium import generate_leaflet_string

from geo.frames import Frame
from layers.registry import our_layers
from render import web_rows
from render.interactive import base_map, centred, framed, state_of, update
from render.script import as_script
from scene.grammar import read_choice
from scene.scene import Scene, build_scene

BUDGET = 10_000
"""Bytes of a message that restyles the map."""


def scene_of(query: str) -> Scene:
    return build_scene(read_choice(query).choice)


def message(scene: Scene) -> str:
    group = update(scene)
    group.add_to(base_map())
    return str(generate_leaflet_string(group))


def test_the_map_is_the_same_text_every_time() -> None:
    assert generate_leaflet_string(base_map()) == generate_leaflet_string(base_map())


def test_the_map_asks_for_our_own_files_only_and_leaves_folium_as_it_is() -> None:
    before = list(folium.Map.default_js), list(folium.Map.default_css)
    atlas = base_map()
    assert all(url.startswith("../../app/static/") for _name, url in [*atlas.default_js, *atlas.default_css])
    assert (folium.Map.default_js, folium.Map.default_css) == before


@pytest.mark.parametrize("query", ["", "show=all", "show=all&layers=isdbt,cables,landings,datacenters,mocs"])
def test_a_message_is_small(query: str) -> None:
    assert len(message(scene_of(query)).encode()) <= BUDGET


def test_a_message_holds_one_call_with_the_state() -> None:
    scene = scene_of("lang=en&select=BRA")
    assert message(scene).count("atlas.apply(") == 1
    assert f"atlas.apply(map_div, {as_script(state_of(scene) | {'heard': None, 'own': []})});" in message(scene)


@pytest.mark.parametrize("query", ["", "show=all", "region=oceania&show=all"])
def test_positions_in_a_message_name_the_rows_of_the_scene(query: str) -> None:
    scene = scene_of(query)
    shown = json.loads(as_script(state_of(scene)))["shown"]
    ids = {layer["id"]: [row["id"] for row in layer["rows"]] for layer in web_rows.layers(our_layers())}  # type: ignore[attr-defined]
    for sheet in scene.sheets:
        assert [ids[sheet.layer.id][position] for position in shown[sheet.layer.id]] == list(sheet.rows["id"])


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ((110, -48.5, -130, 22), [110, -48.5, 230, 22]),  # across 180°
        ((-118, -57, -34, 33), [242, -57, 326, 33]),
        ((-180, -90, 180, 90), [-30, -90, 330, 90]),
        ((-60, 0, 20, 60), [-30, 0, 330, 60]),  # across the edge of the map
    ],
)
def test_a_frame_is_moved_into_the_window_of_the_map(frame: Frame, expected: list[float]) -> None:
    assert framed(frame) == expected


@pytest.mark.parametrize(
    ("extent", "expected"),
    [
        ((160, -30, -150, 10), [160, -30, 210, 10]),  # across 180°
        ((-60, 0, 20, 60), [-60, 0, 20, 60]),  # beyond the edge of the map, where a person may look
        ((-180, -90, 180, 90), [-30, -90, 330, 90]),
    ],
)
def test_an_extent_keeps_its_width_and_stands_where_its_middle_is_on_the_map(
    extent: Frame, expected: list[float]
) -> None:
    assert centred(extent) == expected


def test_an_extent_stands_beside_what_the_filters_ask_for() -> None:
    state = state_of(scene_of("country=BWA&bbox=1,2,3,4"))
    assert state["bbox"] == [1, 2, 3, 4]
    assert state["frame"] == state_of(scene_of("country=BWA"))["frame"]


def test_a_pointer_reads_name_category_dates_and_how_old_the_status_is() -> None:
    brazil = next(row for row in web_rows.layers(our_layers())[0]["rows"] if row["id"] == "BRA")  # type: ignore[attr-defined]
    name, category, *dates = brazil["tip"]["en"]
    assert (name, category) == ("Brazil", "Switch-off completed")
    assert any(line.startswith("Adopted: 2006") for line in dates)
    assert any(line.startswith("Status as of: ") for line in dates)
