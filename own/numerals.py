"""Columns of plain numbers (Arrow): read all at once, and written again as the atlas writes numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

SIGNS = b"+-.0123456789"
CODE = "^[-+]?0[0-9]"
"""090: a number of a telephone or an office, not 90."""
ENDED = r"\.[0-9]*0$|\.$"
"""A number that is written with more than it needs."""
UNSHORT, TINY = (".", "-."), ("0.0000", "-0.0000")
"""How numbers begin that are written longer than they stand there, and with an exponent."""
LONGEST_NUMBER = 15  # letters: beyond them digits would be lost


def plain_numbers(cells: Sequence[str]) -> Any:
    """Read a column of plain numbers, blanks as NaN; None when it is none, or has to be looked at cell by cell."""
    try:
        held = pa.array(cells, pa.string())
        return _numbers(held, cells) if _is_plain(held) else None
    except ValueError:  # a cell that is no number after all, or half a letter
        return None


def as_written(cells: Sequence[str]) -> Sequence[str]:
    """Give plain numbers as they are written (`{:.15g}`), made of their own cells; nothing where that is not sure."""
    held = pa.array(cells, pa.string())
    letters = _letters(held)
    points = letters.count(b".")
    all_have_points = points == len(cells)
    short = pc.ascii_rtrim(pc.ascii_rtrim(held, "0"), ".") if all_have_points else held
    if b"+" in letters or _begins(held, UNSHORT) or _begins(short, TINY):
        return ()
    if all_have_points:
        return list(short.to_pylist())
    return () if points and _any(pc.match_substring_regex(held, ENDED)) else cells


def _is_plain(held: Any) -> bool:
    """Tell whether there are numbers, and nothing else than short ones."""
    letters = _letters(held)
    return letters != b"" and letters.translate(None, SIGNS) == b"" \
        and pc.max(pc.binary_length(held)).as_py() <= LONGEST_NUMBER and not _any(pc.match_substring_regex(held, CODE))


def _numbers(held: Any, cells: Sequence[str]) -> Any:
    if b"+" in _letters(held):  # Arrow knows no such sign
        return np.array([float(cell or "nan") for cell in cells])
    known = pc.if_else(pc.equal(held, ""), None, held)
    return np.array(pc.cast(known, pa.float64()).to_numpy(zero_copy_only=False))


def _letters(held: Any) -> bytes:
    """Give the letters of all cells, one after the other."""
    return bytes(held.buffers()[2] or b"")


def _begins(held: Any, beginnings: Sequence[str]) -> bool:
    return any(_any(pc.starts_with(held, beginning)) for beginning in beginnings)


def _any(found: Any) -> bool:
    return bool(pc.any(found).as_py())
