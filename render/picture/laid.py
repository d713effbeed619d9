"""Lines as they lie in a view: projected, cut at its edges, moved into their lanes; kept while view and data stay."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import shapely

from geo.files import data_path
from geo.lanes import SPACING_PX, TAPER_PX, shift_all
from geo.lanes import Stretch as Piece
from layers.base import Stretch
from layers.rows import stamps
from render.arrays import Numbers
from render.picture.view import View
from scene.sheet import Sheet

PX_PER_POINT = 2.0  # lanes are measured on a slide 1920 px wide, which is 960 points
SPACING, TAPER = SPACING_PX / PX_PER_POINT, TAPER_PX / PX_PER_POINT
"""Between lanes, and from a landing to the full shift (points of the canvas)."""
System = tuple[tuple[Stretch, Numbers], ...]
"""The paths of a row (metres), each with the stretch that it is a piece of."""


@dataclass(frozen=True)
class Asked:
    """The lines asked for: what they are, and the view that they lie in."""

    lines: Hashable
    view: View
    stretches: tuple[tuple[Stretch, ...], ...] = field(compare=False)


def laid(sheet: Sheet, view: View) -> tuple[System, ...]:
    """Lay the lines of a sheet's rows in a view, systems that share a corridor side by side; in the rows' order."""
    rows = sheet.rows
    lines = (sheet.layer.id, stamps(sheet.layer), str(data_path()), tuple(rows["id"]))
    return _laid(Asked(lines, view, tuple(rows["stretches"])))


@lru_cache(maxsize=8)
def _laid(asked: Asked) -> tuple[System, ...]:
    shapes = iter(asked.view.lay_out(stretch.line for system in asked.stretches for stretch in system))
    return tuple(_system([(stretch, next(shapes)) for stretch in system], asked.view) for system in asked.stretches)


def _system(stretches: list[tuple[Stretch, Any]], view: View) -> System:
    pieces = [(stretch, piece) for stretch, shape in stretches for piece in _pieces(stretch, shape, view)]
    spacing, taper = SPACING * view.metres_per_point, TAPER * view.metres_per_point
    moved = shift_all([piece for _stretch, piece in pieces], spacing=spacing, taper=taper)
    return tuple(zip([stretch for stretch, _piece in pieces], moved, strict=True))


def _pieces(stretch: Stretch, shape: Any, view: View) -> list[Piece]:
    paths = [shapely.get_coordinates(part) for part in shapely.get_parts(shape) if not part.is_empty]
    cut = [view.is_edge(path[[0, -1]]) for path in paths]
    return [Piece(path, stretch.lane, None if rises else stretch.start, None if sets else stretch.stop)
            for path, (rises, sets) in zip(paths, cut, strict=True)]
