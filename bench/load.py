"""Many sessions at once: percentiles of a change, errors, memory, CPU of the server and of the driver itself.

`python -m bench.load` measures one count of sessions on one process; `--processes 2` puts nginx and two processes in
its place, as deploy/ sets them up; `--all` measures every count on both, shortly. `--write` keeps what was found in
docs/benchmarks.md. Times run from the change to the last message of the page.
"""

from __future__ import annotations

import asyncio
import os
import statistics
from importlib.metadata import version
from typing import Annotated

import typer
from rich.console import Console

from bench.crowd import Tally, run
from bench.gauge import growth, line_of
from bench.report import machine, save
from bench.served import serving

COUNTS = (1, 10, 20, 50, 100)
PROCESSES = (1, 2)
BEFORE = {1: "one process", 2: "nginx and two processes"}
FIGURES = (
    ("p50 of a change, s", "", "{:.2f}"), ("p95 of a change, s", "≤ 1", "{:.2f}"), ("p99 of a change, s", "", "{:.2f}"),
    ("errors", "0", "{:.0f}"), ("first page, p95, s", "", "{:.2f}"),
    ("bytes of a change, median", "", "{:,.0f}"), ("the same, packed on the wire", "≤ 20,000", "{:,.0f}"),
    ("CPU of the server for a change, ms", "", "{:.0f}"), ("CPU of nginx for a change, ms", "", "{:.1f}"),
    ("memory of all processes at the end, MB", "≤ 1,500", "{:,.0f}"),
    ("the same, shared memory counted once, MB", "", "{:,.0f}"), ("growth in the second half, %", "≤ 5", "{:.1f}"),
)
COLUMNS = ("p50 of a change, s", "p95 of a change, s", "p99 of a change, s", "errors",
           "CPU of the server for a change, ms", "CPU of nginx for a change, ms",
           "memory of all processes at the end, MB", "growth in the second half, %")
FORMS = {name: form for name, _budget, form in FIGURES}


def figures(tally: Tally) -> dict[str, float]:
    """Sum up; what was never measured is not a number."""
    seconds, memory = [answer.seconds for answer in tally.changes], tally.gauge.memory
    values = (
        *(percentile(seconds, share) for share in (50, 95, 99)), tally.errors.total(),
        percentile([answer.seconds for answer in tally.pages], 95),
        percentile([answer.bytes for answer in tally.changes], 50),
        percentile([answer.wire for answer in tally.changes], 50),
        *tally.gauge.cpu_of_a_change(), memory[-1] if memory else float("nan"), tally.gauge.share, growth(memory),
    )
    return dict(zip(FORMS, values, strict=True))


def percentile(values: list[float] | list[int], share: int) -> float:
    """Give the value that this share (percent) of the values does not exceed."""
    if len(values) < 2:
        return float(values[0]) if values else float("nan")
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def table(tally: Tally) -> str:
    """Write the figures of one run as Markdown, and how memory went minute by minute."""
    seen = figures(tally)
    rows = "".join(f"| {name} | {form.format(seen[name])} | {budget} |\n" for name, budget, form in FIGURES)
    minutes = tally.gauge.minutes()
    return (
        f"| {len(tally.changes):,} changes | seen | budget |\n|---|---:|---|\n{rows}\n"
        f"Memory by the minute, MB: {', '.join(f'{value:.0f}' for value in minutes)} `{line_of(minutes)}`\n\n"
        f"CPU of all {os.cpu_count()} cores, %: {shares(tally)}; load average {os.getloadavg()[0]:.1f} at the end.\n"
    )


def shares(tally: Tally) -> str:
    """Say who took the CPU meanwhile: what the driver or others take is not there for the server."""
    return ", ".join(f"{name} {percent:.0f}" for name, percent in tally.gauge.takers().items())


def row(processes: int, sessions: int, tally: Tally) -> str:
    """Write one run as a row of the table of all counts."""
    seen, takers = figures(tally), tally.gauge.takers()
    cells = [BEFORE[processes], f"{sessions}", f"{len(tally.changes):,}",
             *(FORMS[name].format(seen[name]) for name in COLUMNS),
             f"{takers['driver']:.0f} / {takers['others']:.0f}", f"{os.getloadavg()[0]:.1f}"]
    return f"| {' | '.join(cells)} |\n"


def measure(processes: int, sessions: int, think: float, minutes: float) -> Tally:
    """Serve the page anew and let a crowd change its views."""
    with serving(processes) as served:
        tally = asyncio.run(run(served, sessions=sessions, think=think, seconds=60 * minutes))
    for words, count in tally.errors.most_common():
        Console(stderr=True).print(f"{count} × {words}", style="red", markup=False)
    return tally


def all_counts(think: float, minutes: float) -> str:
    """Measure every count of sessions on one process and on two; the rows are printed as they come."""
    heads = ("server", "sessions", "changes", *COLUMNS, "CPU of all cores: driver / others, %", "load average")
    lines = [f"| {' | '.join(heads)} |\n", f"|---|{'---:|' * (len(heads) - 1)}\n"]
    print(*lines, sep="", end="", flush=True)
    for processes in PROCESSES:
        for sessions in COUNTS:
            lines.append(row(processes, sessions, measure(processes, sessions, think, minutes)))
            print(lines[-1], end="", flush=True)
    return "".join(lines)


def versions() -> str:
    """Name what served."""
    return ", ".join(f"{name} {version(name)}" for name in ("streamlit", "uvicorn", "folium", "geopandas"))


def main(
    sessions: Annotated[int, typer.Option(help="How many people at once.")] = 20,
    processes: Annotated[int, typer.Option(help="1, or 2 with nginx before them.", min=1, max=2)] = 1,
    think: Annotated[float, typer.Option(help="Seconds between two changes of one person.")] = 5,
    minutes: Annotated[float, typer.Option(help="How long, each count.")] = 5,
    each: Annotated[bool, typer.Option("--all", help="Every count of sessions, on one process and on two.")] = False,
    write: Annotated[bool, typer.Option(help="Write the section of docs/benchmarks.md.")] = False,
) -> None:
    """Serve the page on a free port and let many sessions change their views."""
    about = f"a change every {think:g} s each, {minutes:g} min; {machine()}; {versions()}"
    if each:
        title, name = "Many at once: every count", "load-all"
        asked, found = f"--all --minutes {minutes:g}; ", all_counts(think, minutes)
    else:
        title, name = f"Many at once: {sessions} sessions, {BEFORE[processes]}", f"load-{processes}"
        asked, found = f"--sessions {sessions} --processes {processes} --minutes {minutes:g}; ", ""
        found = table(measure(processes, sessions, think, minutes))
        print(found)
    if write:
        save(name, f"## {title}\n\n`python -m bench.load {asked.removesuffix('; ')} --write`; {about}.\n\n{found}")


if __name__ == "__main__":
    typer.run(main)
