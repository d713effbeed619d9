from __future__ import annotations

import asyncio
import math
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.crowd import run
from bench.load import percentile, row, table
from bench.served import SERVE, Served, serving
from bench.touches import change
from bench.visitor import PageError, Visitor, visiting
from i18n import words
from scene.grammar import read_choice
from scene.scene import build_scene
from tests.browser.offline import started


@pytest.fixture(scope="module")
def atlas() -> Iterator[Served]:
    with serving(1) as served:
        yield served


@pytest.fixture
def broken_atlas(tmp_path: Path) -> Iterator[Served]:
    with started(SERVE, ATLAS_DATA=str(tmp_path)) as (address, process):
        yield Served(address, (process,))


def rows_said(visitor: Visitor) -> int:
    lang = read_choice(visitor.query).choice.lang
    pattern = re.compile(r"\*\*" + re.escape(words.SHOWN[lang]).replace(r"\{count\}", r"(\d+)"))
    return next(int(found[1]) for text in visitor.texts() if (found := pattern.match(text)))


def rows_of_the_scene(visitor: Visitor) -> int:
    return build_scene(read_choice(visitor.query).choice).count


async def rows_after_each_change(address: str, changes: int) -> list[tuple[int, int]]:
    async with visiting(address) as visitor:
        await visitor.visit("")
        chance, counts = random.Random(7), [(rows_said(visitor), rows_of_the_scene(visitor))]
        for number in range(1, changes + 1):
            await change(visitor, chance, number)
            counts.append((rows_said(visitor), rows_of_the_scene(visitor)))
    return counts


def test_each_change_brings_the_rows_that_the_scene_of_its_address_holds(atlas: Served) -> None:
    counts = asyncio.run(rows_after_each_change(atlas.address, 8))
    assert [said for said, _held in counts] == [held for _said, held in counts]
    assert len({said for said, _held in counts}) > 3


def test_three_sessions_make_changes_without_errors(atlas: Served) -> None:
    tally = asyncio.run(run(atlas, sessions=3, think=0.2, seconds=8))
    assert len(tally.pages) == 3
    assert len(tally.changes) >= 3
    assert not tally.errors
    assert all(answer.bytes > 1000 and answer.wire > 1000 for answer in tally.changes)
    assert all(memory > 100 for memory in tally.gauge.memory)
    server, _nginx = tally.gauge.cpu_of_a_change()
    assert 1 < server < 10_000
    assert "| one process | 3 |" in row(1, 3, tally)


def test_a_page_that_cannot_be_drawn_is_an_error_and_no_quick_answer(broken_atlas: Served) -> None:
    tally = asyncio.run(run(broken_atlas, sessions=1, think=0.2, seconds=6))
    assert tally.errors
    assert not tally.changes
    assert "| p95 of a change, s | nan |" in table(tally)


def test_a_server_that_is_not_there_is_an_error() -> None:
    tally = asyncio.run(run(Served("http://localhost:9", ()), sessions=2, think=0.05, seconds=0.5))
    assert tally.errors.total() >= 2
    assert not tally.pages


async def leave_a_filter_empty(address: str) -> None:
    async with visiting(address) as visitor:
        await visitor.visit("")
        region = dict(visitor.widgets())["filter:region"].id
        await visitor.touch(WidgetState(id=region, string_array_value=StringArray(data=[])))


def test_a_touch_that_leads_to_no_other_view_is_an_error(atlas: Served) -> None:
    with pytest.raises(PageError, match="did not change"):
        asyncio.run(leave_a_filter_empty(atlas.address))


def test_percentiles_of_what_was_never_measured_are_not_numbers() -> None:
    assert math.isnan(percentile([], 95))


def test_percentiles_lie_between_the_values() -> None:
    assert percentile([*range(101)], 95) == 95
    assert percentile([3.0], 99) == 3.0
