"""What is in view: the rows of which something lies in a picture's window, and whether undetermined land does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.tables import split
from layers.base import Kind
from render.picture.canvas import Canvas
from render.picture.crowds import points_of
from render.picture.fan import fanned
from render.picture.ground import read_ground
from render.picture.marks import mark_size, spots_of
from render.picture.view import View
from render.picture.zones_laid import laid_zones
from scene.scene import Scene, build_scene
from scene.sheet import Sheet

Mask = NDArray[np.bool_]
UNDETERMINED = "undetermined"


def seen(scene: Scene, view: View, canvas: Canvas) -> Scene:
    """Narrow a scene, and the count of what its defaults hide, to the rows of which something lies in the window."""
    if _holds_everything(view):
        return scene
    hidden, masks = _hidden(scene, view, canvas), _masks(scene, view, canvas)
    sheets = [replace(sheet, rows=sheet.rows if mask.all() else sheet.rows[mask], beyond=hidden[sheet.layer.id])
              for sheet, mask in zip(scene.sheets, masks, strict=True)]
    return replace(scene, sheets=tuple(sheets))


def shows_undetermined(view: View, canvas: Canvas) -> bool:
    """Tell whether land of undetermined status lies in the window."""
    ground = read_ground(view, canvas)
    kinds = np.array(ground.kinds) == UNDETERMINED
    return bool(_meets(ground.shapes[kinds], view).any())


def _holds_everything(view: View) -> bool:
    """Tell whether a view shows the whole world, its far side as well."""
    return view.is_world and not view.projection.is_globe


def _hidden(scene: Scene, view: View, canvas: Canvas) -> Counter[str]:
    """Count by layer the rows in view that only the defaults hide."""
    held_back = {sheet.layer.id: frozenset(sheet.rows["id"]) for sheet in scene.sheets if sheet.beyond}
    if not held_back or scene.choice.show_all:
        return Counter()
    lifted = build_scene(replace(scene.choice, show_all=True))
    lifted = replace(lifted, sheets=tuple(sheet for sheet in lifted.sheets if sheet.layer.id in held_back))
    return Counter({
        sheet.layer.id: len(set(sheet.rows["id"].to_numpy()[mask]) - held_back[sheet.layer.id])
        for sheet, mask in zip(lifted.sheets, _masks(lifted, view, canvas), strict=True)
    })


def _masks(scene: Scene, view: View, canvas: Canvas) -> list[Mask]:
    """Tell for every sheet which of its rows are in view."""
    points = _points(scene, view)
    codes = _codes(view, canvas) if any(sheet.layer.kind == Kind.AREA for sheet in scene.sheets) else frozenset()
    return [_mask(sheet, view, codes, points) for sheet in scene.sheets]


def _mask(sheet: Sheet, view: View, codes: frozenset[str], points: Mapping[str, Mask]) -> Mask:
    """Tell which rows of a sheet are in view: areas by countries, zones and lines by outlines, points by marks."""
    if sheet.layer.kind == Kind.ZONE:
        return _meets(laid_zones(sheet, view), view)
    if sheet.layer.kind == Kind.AREA:
        return np.array([not codes.isdisjoint(split(cell)) for cell in sheet.rows["iso_a3"]], dtype=bool)
    if sheet.layer.is_crowd:
        return _crowd(sheet, view)
    return points[sheet.layer.id] if sheet.layer.kind == Kind.POINT else _lines(sheet, view)


def _crowd(sheet: Sheet, view: View) -> Mask:
    """Tell which rows of a crowd are in view: by their own places, for they are gathered into what lies within."""
    places, owners = points_of(sheet, view)
    return _any(owners[view.holds(places)], len(sheet.rows))


def _codes(view: View, canvas: Canvas) -> frozenset[str]:
    """Name the countries whose outlines meet the window."""
    ground = read_ground(view, canvas)
    return frozenset(ground.codes[number] for number in np.flatnonzero(_meets(ground.shapes, view)))


def _lines(sheet: Sheet, view: View) -> Mask:
    """Tell which rows have a stretch that meets the window."""
    lines = [stretch.line for system in sheet.rows["stretches"] for stretch in system]
    owner = np.repeat(np.arange(len(sheet.rows)), [len(system) for system in sheet.rows["stretches"]])
    return _any(owner[_meets(view.lay_out(lines), view)], len(sheet.rows))


def _points(scene: Scene, view: View) -> dict[str, Mask]:
    """Tell for each layer of points which rows have a mark, fanned out, that reaches into the window."""
    alone = [sheet for sheet in scene.sheets if not sheet.layer.is_crowd]
    spots, size = list(spots_of(replace(scene, sheets=tuple(alone)))), mark_size(view)
    if not spots:
        return {sheet.layer.id: np.zeros(len(sheet.rows), dtype=bool) for sheet in alone}
    places = view.place([spot.lon for spot in spots], [spot.lat for spot in spots])
    ahead = np.flatnonzero(np.isfinite(places).all(axis=1))  # what lies behind a globe has no place
    places[ahead] = fanned(places[ahead], diameter=size * view.metres_per_point,
                           vague=[spots[number].vague for number in ahead])
    held, masks = view.holds(places, margin=-size / 2), dict[str, Mask]()
    for sheet in alone:
        if sheet.layer.kind == Kind.POINT:
            _xy, owner = shapely.get_coordinates(sheet.rows.geometry.values, return_index=True)
            masks[sheet.layer.id] = _any(owner[held[:len(owner)]], len(sheet.rows))
            held = held[len(owner):]
    return masks


def _any(rows: NDArray[np.intp], count: int) -> Mask:
    """Make a mask of the rows named, each as often as it may be."""
    mask = np.zeros(count, dtype=bool)
    mask[rows] = True
    return mask


def _meets(shapes: NDArray[Any], view: View) -> Mask:
    """Tell which shapes (metres) meet the window: by their edges, and exactly where these lie across its own."""
    west, south, east, north = shapely.bounds(shapes).T
    near: Mask = (west <= view.east) & (east >= view.west) & (south <= view.north) & (north >= view.south)
    inside = (west >= view.west) & (east <= view.east) & (south >= view.south) & (north <= view.north)
    asked = np.flatnonzero(near & ~inside)
    window = shapely.box(view.west, view.south, view.east, view.north)
    near[asked] = shapely.intersects(window, shapes[asked])
    return near
