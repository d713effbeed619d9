"""Search, warm: each query of the tests' table, in milliseconds, beside the promise (`python -m bench.search`)."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from analysis.search.index import read_index
from bench.report import machine
from layers.registry import find_layers
from scene.survey import readable
from tests.analysis.search.table import Query, read_queries

PROMISE = 50.0  # ms a query
ROUNDS = 3


def main() -> None:
    """Print one table: all queries, and the phrases alone."""
    rows_s, index_s = _timed_making()
    queries = read_queries()
    timed = [(query, min(_ms(query) for _ in range(ROUNDS))) for query in queries]
    table = Table(title=f"ms of processor time, the best of {ROUNDS} rounds; {machine()}")
    for column in ("queries", "number", "median", "p95", "worst", f"worst / {PROMISE:.0f} ms"):
        table.add_column(column, justify="left" if column == "queries" else "right")
    table.add_row("all", *_figures([ms for _, ms in timed]))
    table.add_row("phrases", *_figures([ms for query, ms in timed if query.sort == "phrase"]))
    console = Console()
    console.print(table)
    entries = len(read_index().entries)
    console.print(f"once: rows of all layers {rows_s:.1f} s, index {index_s:.1f} s; {entries} entries")
    slowest = sorted(timed, key=lambda pair: -pair[1])[:3]
    console.print("slowest: " + ", ".join(f"{query.query} {ms:.0f}" for query, ms in slowest))


def _timed_making() -> tuple[float, float]:
    """Time the reading of the rows and the making of the index, once each."""
    start = time.perf_counter()
    readable(find_layers())
    middle = time.perf_counter()
    read_index()
    return middle - start, time.perf_counter() - middle


def _ms(query: Query) -> float:
    start = time.process_time()  # search waits for nothing: what others do on the machine is left out
    query.answer()
    return 1000 * (time.process_time() - start)


def _figures(times: Sequence[float]) -> list[str]:
    p95 = statistics.quantiles(times, n=20)[-1]
    shown = (statistics.median(times), p95, max(times))
    return [str(len(times)), *(f"{value:.1f}" for value in shown), f"{max(times) / PROMISE:.2f}"]


if __name__ == "__main__":
    main()
