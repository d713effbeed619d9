"""The table of everybody's means to make one map: verdict first, then what each took beside ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.judge import RIGHT

MADE = {"picture": "picture", "file": "interactive file", "page": "served page"}
PROMISED = {"picture": ("≤ 1.5", "≤ 0.35"), "file": ("", ""), "page": ("", "≤ 0.35")}
RATIO = "beside ours"
HEAD = (f"| what is made | way | closed network | helped | new, s | {RATIO} | again, s | {RATIO} | kB | {RATIO} |\n"
        "|---|---|---|---|---:|---:|---:|---:|---:|---:|\n")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a map: its verdicts, seconds in a new process and again, bytes; 0 where none came about."""

    makes: str
    name: str
    closed: str
    helped: str
    new_s: float
    again_s: float
    bytes: int

    @property
    def is_right(self) -> bool:
        return self.helped.startswith(RIGHT)


def table(ways: Sequence[Way]) -> str:
    """Write all ways as Markdown; the first of those that make the same thing is ours."""
    lines, ours = [HEAD], dict[str, Way]()
    for way in ways:
        base = ours.setdefault(way.makes, way)
        cells = [*_cells(way, way.new_s, base.new_s, "{:.2f}"), *_cells(way, way.again_s, base.again_s, "{:.2f}"),
                 *_cells(way, way.bytes / 1000, base.bytes / 1000, "{:,.0f}")]
        lines.append(f"| {' | '.join([MADE[way.makes], way.name, way.closed, way.helped, *cells])} |\n")
    for makes in ours:
        new, again = PROMISED[makes]
        lines += [f"| {MADE[makes]} | promised | right | | {new} | | {again} | | | |\n"] if new or again else []
    return "".join(lines)


def _cells(way: Way, own: float, base: float, form: str) -> tuple[str, str]:
    """Give a figure and its ratio; of a map that is wrong in brackets."""
    if not own or not base:
        return "", ""
    cells = form.format(own), f"{own / base:.1f}"
    return cells if way.is_right else (f"({cells[0]})", f"({cells[1]})")
