"""What the map is sent of a crowd says the same as the rows that it is made of, in far fewer bytes."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from geo.files import ROOT
from i18n.text import Lang
from layers.base import Layer
from layers.registry import bringing
from layers.rows import read_rows
from layers.wording import name_of, records
from own.layer import layer_of
from own.limits import MOST_DRAWN
from own.question import Answers
from own.reading import read_own
from render.interactive import state_of
from render.picture.zones import CLEAR
from render.web_crowd import NO_LOOK, bits
from render.web_rows import by_column
from render.web_shapes import point_of
from scene.crowd import GAP, LEAST
from scene.grammar import read_choice
from scene.scene import build_scene

COUNT = MOST_DRAWN + 100
KINDS = ("役所", "電波塔", "")


def line_of(row: int) -> str:
    """Write a row of a table; one in a hundred has no place, so that numbers have gaps."""
    place = "," if row % 100 == 7 else f"{row % 170 - 85 + row / COUNT:.4f},{row % 360 - 180}"
    return f"地点{row},{place},{KINDS[row % 3]}\n"


@pytest.fixture(scope="module")
def crowd() -> Iterator[Layer]:
    text = "名前,緯度,経度,種別\n" + "".join(map(line_of, range(COUNT)))
    layer = layer_of(read_own(text.encode(), "塔.csv", Answers()))
    with bringing([layer]):
        yield layer


@pytest.fixture(scope="module")
def sent(crowd: Layer) -> dict[str, Any]:
    packed: dict[str, Any] = json.loads(json.dumps(by_column([crowd.id])[0]))["crowd"]
    return packed


def whole(text: str) -> np.ndarray:
    return np.frombuffer(b64decode(text), "<i4")


def test_places_names_and_ids_are_those_of_the_rows(crowd: Layer, sent: dict[str, Any]) -> None:
    rows = list(records(read_rows(crowd)))
    numbers = [first + step for first, count in sent["runs"] for step in range(count)]
    assert [f"{sent['stem']}{number}" for number in numbers] == [row["id"] for row in rows]
    assert sent["names"] == [name_of(row, Lang.JA) for row in rows]
    assert whole(sent["places"]).reshape(-1, 2).tolist() == [
        point_of(row["geometry"].x, row["geometry"].y) for row in rows]


def test_categories_stand_as_a_byte_a_row(crowd: Layer, sent: dict[str, Any]) -> None:
    rows = read_rows(crowd)
    for field in crowd.colourings:
        told = np.frombuffer(b64decode(sent["looks"][field.id]), np.uint8)
        assert NO_LOOK not in told
        assert [field.codes[number] for number in told] == rows[field.id].tolist()


def test_it_takes_a_few_bytes_a_row(sent: dict[str, Any]) -> None:
    assert len(json.dumps(sent, ensure_ascii=False).encode()) < 40 * COUNT


def test_the_state_says_in_a_bit_a_row_what_shows(crowd: Layer) -> None:
    field = crowd.coloured_by
    code = crowd.field(field).codes[0]
    scene = build_scene(read_choice(f"layers={crowd.id}&{crowd.id}.{field}={code}").choice)
    state: Any = state_of(scene)
    rows = read_rows(crowd)
    masks = [np.unpackbits(np.frombuffer(b64decode(state[key][crowd.id]), np.uint8), bitorder="little")[: len(rows)]
             for key in ("shown", "spare")]
    assert masks[0].tolist() == (rows[field] == code).astype(int).tolist()
    assert masks[1].all(), "a switch of the legend would bring the others"
    assert len(state["shown"][crowd.id]) < len(rows) / 4


def test_the_first_row_is_the_lowest_bit() -> None:
    assert b64decode(bits(np.array([True, *[False] * 8, True]))) == b"\x01\x02"


def constant(file: str, name: str) -> float:
    """Read a number that a script of the map holds."""
    found = re.search(rf"^const {name} = ([\d.]+);", (ROOT / "render" / "map" / file).read_text("utf-8"), re.MULTILINE)
    assert found, f"{file} has no {name}"
    return float(found[1])


def test_the_map_draws_circles_and_zones_by_the_numbers_of_the_pictures() -> None:
    assert constant("cells.js", "GAP") == GAP
    assert constant("cells.js", "LEAST") > LEAST, "a pointer has to hit the smallest circle"
    assert constant("zones.js", "CLEAR") == CLEAR
