"""The view: which part of the world a picture shows, in which projection, and how large."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from pyproj.enums import TransformDirection
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geo.frames import Frame, middle, width
from geo.geodesy import distance_km
from geo.globe import on_horizon
from geo.meridian import wrap, wrap_all
from geo.projection import PROJECTIONS, Projection, lay_out, outline, project, transformer
from render.arrays import Numbers
from scene.choice import DEFAULT_CENTRE, Choice
from scene.scene import Scene

WORLD_DEGREES = 300.0
"""A frame that is wider is drawn as the whole world, on the centre that the choice names."""
CLOSE_UP_KM = 3500.0
"""A view that is less high is a close-up: small places are named."""
EVEN = 0.05
"""A scale bar shows where lengths all over the view, along and across, differ by no more than this share."""


@dataclass(frozen=True, slots=True)
class View:
    """A window on a projected world: edges in metres, drawn so many metres to a point of the canvas."""

    projection: Projection
    centre: float
    west: float
    south: float
    east: float
    north: float
    metres_per_point: float
    is_world: bool
    centre_lat: float = 0.0

    @property
    def to_metres(self) -> Transformer:
        """Give the way from longitude and latitude to the view's metres."""
        return transformer(self.projection, self.centre, self.centre_lat)

    def lay_out(self, shapes: Iterable[BaseGeometry]) -> NDArray[Any]:
        """Project shapes (degrees) as the view has them, cut at its seam or horizon; metres, same order."""
        return lay_out(shapes, self.projection, centre=self.centre, centre_lat=self.centre_lat)

    def place(self, lon: object, lat: object) -> Numbers:
        """Give x, y (metres, a row for each place) of longitudes and latitudes; nan for what is behind a globe."""
        lons = wrap_all(np.atleast_1d(np.asarray(lon, dtype=float)), centre=self.centre)
        edge = self.projection.edge
        lats = np.clip(np.atleast_1d(np.asarray(lat, dtype=float)), -edge, edge)
        places = np.column_stack(self.to_metres.transform(lons, lats))
        return np.where(np.isfinite(places), places, np.nan)

    def is_edge(self, xy: Numbers, *, degrees: float = 0.0) -> NDArray[np.bool_]:
        """Tell which places (metres) lie on the horizon of a globe, or no more than so many degrees before it."""
        return on_horizon(xy, degrees=degrees) & self.projection.is_globe

    def holds(self, xy: Numbers, *, margin: float = 0.0) -> NDArray[np.bool_]:
        """Tell which places (metres) lie in the window, at least `margin` points from its edge."""
        edge = margin * self.metres_per_point
        x, y = xy[:, 0], xy[:, 1]
        across = (x >= self.west + edge) & (x <= self.east - edge)
        inside: NDArray[np.bool_] = across & (y >= self.south + edge) & (y <= self.north - edge)
        return inside

    @property
    def is_close_up(self) -> bool:
        return not self.is_world and (self.north - self.south) / 1000 < CLOSE_UP_KM

    @property
    def scale(self) -> float:
        """Give the true km in a point of the canvas, 0 where there is no one scale for the view."""
        if self.is_world:
            return 0.0
        lengths = [self._km(x, y, dx, dy) for x in (0.1, 0.5, 0.9) for y in (0.1, 0.5, 0.9)
                   for dx, dy in ((0.05, 0.0), (0.0, 0.05))]
        usual = float(np.median(lengths))
        even = usual * (1 - EVEN) <= min(lengths) and max(lengths) <= usual * (1 + EVEN)
        return usual if even else 0.0

    def _km(self, x: float, y: float, dx: float, dy: float) -> float:
        """Measure km to the point along a short way that starts at a share of the window's sides."""
        wide, high = self.east - self.west, self.north - self.south
        start = np.array([self.west + x * wide - dx * wide / 2, self.south + y * high - dy * wide / 2])
        end = start + np.array([dx, dy]) * wide
        xs, ys = np.array([start, end]).T
        (lon, lon2), (lat, lat2) = self.to_metres.transform(xs, ys, direction=TransformDirection.INVERSE)
        if not np.isfinite([lon, lon2, lat, lat2]).all():
            return 0.0
        return distance_km((lon, lat), (lon2, lat2)) / (max(dx, dy) * wide / self.metres_per_point)


def build_view(scene: Scene, *, wide: float, high: float) -> View:
    """Choose the view of a scene for a map of this many points; the frame is widened to fill it."""
    build = _globe if PROJECTIONS[scene.choice.projection].is_globe else _flat
    return _filling(build(scene.choice, scene.frame), wide, high)


def middle_of(frame: Frame) -> float:
    """Give the meridian in the middle of a frame."""
    return round(wrap(frame[0] + width(frame) / 2, centre=0), 2)


def _flat(choice: Choice, frame: Frame | None) -> View:
    """Show a frame, or the whole world, on a map that lies flat."""
    projection = PROJECTIONS[choice.projection]
    whole = View(projection, choice.centre, *_world(projection, choice.centre), 0.0, True)
    if frame is None or width(frame) > WORLD_DEGREES:
        return whole
    centre = choice.centre if choice.centre != DEFAULT_CENTRE else middle_of(frame)
    edges = _edges(frame, projection, centre)
    # A wide frame around a seam that the choice puts into its middle runs on too far for the projection.
    return View(projection, centre, *edges, 0.0, False) if np.isfinite(edges).all() else whole


def _globe(choice: Choice, frame: Frame | None) -> View:
    """Turn the globe to a frame, or as the choice says, and come near if all of the frame is then in sight."""
    projection, (centre, lat) = PROJECTIONS[choice.projection], _zenith(choice, frame)
    whole = View(projection, centre, *_world(projection, centre), 0.0, True, lat)
    if frame is None:
        return whole
    west, south, _east, north = frame
    (edge,) = whole.lay_out([box(west, south, west + width(frame), max(north, south + 0.01)).exterior])
    if edge.is_empty or whole.is_edge(shapely.get_coordinates(edge)).any():
        return whole
    west, south, east, north = edge.bounds
    return replace(whole, west=west, south=south, east=east, north=north, is_world=False)


def _zenith(choice: Choice, frame: Frame | None) -> tuple[float, float]:
    """Give the place that a globe is seen from above of (lon, lat): the choice's, else the middle of the frame."""
    named = (choice.centre, choice.centre_lat)
    if frame is None or named != (DEFAULT_CENTRE, 0.0):
        return named
    lon = middle_of(frame) if width(frame) <= WORLD_DEGREES else DEFAULT_CENTRE
    return lon, round(middle(frame)[1], 2)


def _edges(frame: Frame, projection: Projection, centre: float) -> tuple[float, float, float, float]:
    """Project a frame; its edges in metres. A frame that the seam cuts is shown from its own west on."""
    west = wrap(frame[0], centre=centre)
    low, high = max(frame[1], -projection.edge), min(frame[3], projection.edge)
    shape = box(west, low, west + width(frame), max(high, low + 0.01))
    edges: tuple[float, float, float, float] = project([shape], projection, centre=centre)[0].bounds
    return edges


def _filling(view: View, wide: float, high: float) -> View:
    """Widen a view about its middle to the proportions of the map; it leaves the world only where it is too large."""
    metres = max((view.east - view.west) / wide, (view.north - view.south) / high)
    least_x, least_y, most_x, most_y = _world(view.projection, view.centre)
    west, east = _within((view.west + view.east) / 2, metres * wide, least_x, most_x)
    south, north = _within((view.south + view.north) / 2, metres * high, least_y, most_y)
    return replace(view, west=west, east=east, south=south, north=north, metres_per_point=metres)


@lru_cache(maxsize=64)
def _world(projection: Projection, centre: float) -> tuple[float, float, float, float]:
    """Give the edges of the whole world (metres)."""
    edges: tuple[float, float, float, float] = outline(projection, centre).bounds
    return edges


def _within(middle: float, length: float, least: float, most: float) -> tuple[float, float]:
    """Give the ends of a stretch about a middle, moved off the edge of the world that it would run over."""
    room = max((most - least - length) / 2, 0.0)
    middle = min(max(middle, (least + most) / 2 - room), (least + most) / 2 + room)
    return middle - length / 2, middle + length / 2
