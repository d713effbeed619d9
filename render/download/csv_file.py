"""A scene as CSV, a plain rectangle that sorting, filtering and any reader work on.

What must not get lost when rows are copied out (date of the data, notes such as 概略図, licences, the view) stands
in columns at the end of every row, not in comment lines above or in a block below.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from render.download.columns import known, origin
from render.table import cells
from scene.scene import Scene

FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""How a cell begins that a spreadsheet takes for a formula, full-width signs included."""
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def to_csv(scene: Scene, address: str = "") -> bytes:
    """Write the rows for a spreadsheet: UTF-8 with the mark that Excel needs, no cell runs as a formula."""
    chosen = (*known(scene), *origin(scene, address))
    lines = [[column.label[scene.lang] for column in chosen], *cells(scene, chosen)]
    return for_spreadsheet(lines)


def for_spreadsheet(lines: Iterable[Sequence[str]]) -> bytes:
    """Write lines of cells as a CSV that Excel opens as it is meant."""
    file, harmless = io.StringIO(newline=""), _Harmless()
    csv.writer(file, lineterminator="\r\n").writerows(map(harmless.__getitem__, line) for line in lines)
    return file.getvalue().encode("utf-8-sig")


class _Harmless(dict[str, str]):
    """Cells as a spreadsheet does not run them, each thought about once."""

    def __missing__(self, cell: str) -> str:
        """Make a cell text by a leading apostrophe; numbers stay numbers."""
        self[cell] = f"'{cell}" if cell[:1] in FORMULA and not NUMBER.fullmatch(cell) else cell
        return self[cell]
