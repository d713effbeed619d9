"""Many sessions on one server, no browsers: percentiles of a change, errors, bytes, memory (`python -m bench.load`).

Each session opens the page, then makes a change, thinks, makes the next: it ticks a filter or a layer in the side
bar, and every fourth time opens another address, as a link or the back button does. Times run from the change
to the last message of the page.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Annotated

import typer
from rich.console import Console
from streamlit.proto.Checkbox_pb2 import Checkbox
from streamlit.proto.MultiSelect_pb2 import MultiSelect
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import WebSocketException

from bench.process import memory_mb_of
from bench.report import machine, save
from bench.visitor import Answer, PageError, Visitor, visiting
from tests.browser.offline import started

SERVE = ["-m", "scripts.serve"]
ADDRESSES = (
    "", "region=oceania", "region=southeast_asia&lang=en", "cables.status=planned", "year=2015-2025",
    "select=CHL", "layers=mocs&region=africa", "country=UZB&select=UZB", "show=all",
)
ADDRESS_EVERY = 4
FAILURES = (PageError, WebSocketException, OSError, TimeoutError)
FIGURES = (
    ("p50 of a change, s", "", "{:.2f}"), ("p95 of a change, s", "≤ 1", "{:.2f}"), ("p99 of a change, s", "", "{:.2f}"),
    ("errors", "0", "{:.0f}"), ("bytes of a change, median", "", "{:,.0f}"),
    ("the same, packed on the wire", "≤ 20,000", "{:,.0f}"), ("memory of the server at the end, MB", "", "{:.0f}"),
    ("growth in the second half, %", "≤ 5", "{:.1f}"),
)


@dataclass
class Tally:
    """What all sessions saw: first pages, changes, errors by their words, memory of the server in MB each second."""

    pages: list[Answer] = field(default_factory=list)
    changes: list[Answer] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Sum up; what was never measured is not a number."""
        seconds = [answer.seconds for answer in self.changes]
        values = (
            *(percentile(seconds, share) for share in (50, 95, 99)),
            self.errors.total(),
            percentile([answer.bytes for answer in self.changes], 50),
            percentile([answer.wire for answer in self.changes], 50),
            self.memory[-1] if self.memory else float("nan"),
            growth(self.memory),
        )
        return dict(zip((name for name, _budget, _form in FIGURES), values, strict=True))


def percentile(values: list[float] | list[int], share: int) -> float:
    """Give the value that this share (percent) of the values does not exceed."""
    if len(values) < 2:
        return float(values[0]) if values else float("nan")
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def growth(memory: list[float]) -> float:
    """Tell how much memory grew in the second half, in percent; each end is the median of a tenth of the time."""
    tenth = max(1, len(memory) // 10)
    if len(memory) < 4:
        return float("nan")
    half = memory[len(memory) // 2 :]
    return 100 * (statistics.median(half[-tenth:]) / statistics.median(half[:tenth]) - 1)


async def run(address: str, process: int, *, sessions: int, think: float, seconds: float, seed: int = 1) -> Tally:
    """Let sessions change their views on a server until the time is over."""
    tally, end = Tally(), time.monotonic() + seconds
    watch = asyncio.create_task(_watch(process, tally))
    chance = [random.Random(f"{seed}-{number}") for number in range(sessions)]
    await asyncio.gather(*(_attend(address, tally, each, think, end) for each in chance))
    watch.cancel()
    return tally


async def change(visitor: Visitor, chance: random.Random, number: int) -> Answer:
    """Make one change."""
    if number % ADDRESS_EVERY == 0:
        return await visitor.visit(chance.choice([address for address in ADDRESSES if address != visitor.query]))
    touches = [touch for key, widget in visitor.widgets() if (touch := _touch(key, widget, chance))]
    if not touches:
        raise PageError("a page without filters")
    return await visitor.touch(chance.choice(touches))


async def _attend(address: str, tally: Tally, chance: random.Random, think: float, end: float) -> None:
    """Keep one session going: a connection that breaks is an error, and the next follows after a while."""
    while time.monotonic() < end:
        await asyncio.sleep(chance.uniform(0, think))  # sessions do not march in step
        try:
            async with visiting(address) as visitor:
                tally.pages.append(await visitor.visit(""))
                await _make_changes(visitor, tally, chance, think, end)
        except FAILURES as failure:
            tally.errors[_words(failure)] += 1


async def _make_changes(visitor: Visitor, tally: Tally, chance: random.Random, think: float, end: float) -> None:
    number = 0
    while time.monotonic() < end:
        await asyncio.sleep(chance.uniform(0.5, 1.5) * think)
        number += 1
        try:
            tally.changes.append(await change(visitor, chance, number))
        except PageError as failure:  # the connection holds, so the session goes on
            tally.errors[_words(failure)] += 1


async def _watch(process: int, tally: Tally) -> None:
    with suppress(OSError):  # a server that is gone holds no memory; the sessions count the errors
        while True:
            tally.memory.append(memory_mb_of(process))
            await asyncio.sleep(1)


def _touch(key: str, widget: object, chance: random.Random) -> WidgetState | None:
    """Make the state of a filter or a layer after a click on it; None for any other widget."""
    if isinstance(widget, MultiSelect) and key.startswith("filter:"):
        chosen = list(widget.raw_values)
        state = WidgetState(id=widget.id)
        state.string_array_value.data.extend([] if chosen else [chance.choice(widget.options)])
        return state
    if isinstance(widget, Checkbox) and key.startswith("layer:"):
        return WidgetState(id=widget.id, bool_value=not (widget.value if widget.set_value else widget.default))
    return None


def _words(failure: BaseException) -> str:
    return f"{type(failure).__name__}: {str(failure)[:120]}"


def table(tally: Tally) -> str:
    """Write the figures as Markdown."""
    figures = tally.figures()
    rows = "".join(f"| {name} | {form.format(figures[name])} | {budget} |\n" for name, budget, form in FIGURES)
    return f"| {len(tally.changes)} changes | seen | budget |\n|---|---:|---|\n{rows}"


def main(
    sessions: Annotated[int, typer.Option(help="How many people at once.")] = 20,
    think: Annotated[float, typer.Option(help="Seconds between two changes of one person.")] = 5,
    minutes: Annotated[float, typer.Option(help="How long.")] = 5,
    write: Annotated[bool, typer.Option(help="Write the section of docs/benchmarks.md.")] = False,
) -> None:
    """Serve the page on a free port and let many sessions change their views."""
    with started(SERVE) as (address, process):
        tally = asyncio.run(run(address, process, sessions=sessions, think=think, seconds=60 * minutes))
    found = table(tally)
    print(found)
    for words, count in tally.errors.most_common():
        Console(stderr=True).print(f"{count} × {words}", style="red")
    if write:
        about = f"`python -m bench.load --write`; {sessions} sessions, one process, a change every {think:g} s each"
        save("load", f"## Many at once\n\n{about}, {minutes:g} min; {machine()}.\n\n{found}")


if __name__ == "__main__":
    typer.run(main)
