"""The ground of a picture: sea, graticule and every country's outline, projected once and kept as paths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.countries import FINE_OUTLINES, OUTLINES, read_outlines
from geo.files import data_path, stamp
from geo.projection import Projection, graticule, lay_out, outline
from render.arrays import Numbers
from render.palette import BORDER_WIDTH
from render.picture import tags
from render.picture.canvas import Canvas
from render.picture.view import View

FINE_BELOW_KM = 4.0
"""A picture of fewer km to the pixel shows the corners of the web's outlines, so it takes the fine ones."""
STEPS = ((200, 1), (1000, 5), (3500, 10), (9000, 15), (np.inf, 30))
"""How far apart the graticule's lines are (degrees), by the height of the view (km)."""
HOME = "JPN"
GRATICULE_WIDTH = 0.5


@dataclass(frozen=True)
class Ground:
    """The outlines in one projection and centre: shape, path, edges (metres), code and kind of each.

    Behind a globe shapes are empty and edges nan. By code: where its label stands (lon, lat), and how far
    across its largest part is (metres).
    """

    shapes: NDArray[Any]
    paths: tuple[Path, ...]
    bounds: Numbers
    codes: tuple[str, ...]
    kinds: tuple[str, ...]
    labels: Mapping[str, tuple[float, float]]
    across: Mapping[str, float]

    def within(self, view: View) -> NDArray[np.int64]:
        """List the outlines whose edges meet the view."""
        west, south, east, north = self.bounds.T
        meets = (west < view.east) & (east > view.west) & (south < view.north) & (north > view.south)
        found: NDArray[np.int64] = np.flatnonzero(meets)
        return found

    @cached_property
    def _tree(self) -> shapely.STRtree:
        shapely.prepare(self.shapes)
        return shapely.STRtree(self.shapes)

    def at(self, places: Numbers) -> list[str]:
        """Give the code of the country at each place (metres), "" for the sea and for land without a code."""
        found = [""] * len(places)
        numbers, shapes = self._tree.query(shapely.points(places))
        inside = shapely.contains_xy(self.shapes[shapes], *places[numbers].T)
        for number, shape in zip(numbers[inside], shapes[inside], strict=True):
            found[number] = self.codes[shape]
        return found


def read_ground(view: View, canvas: Canvas) -> Ground:
    """Give the projected outlines for a view, fine ones where the picture can show them."""
    pixels_per_point = canvas.scale * canvas.paper.dpi / 72
    fine = view.metres_per_point / 1000 / pixels_per_point < FINE_BELOW_KM
    file = FINE_OUTLINES if fine and data_path(FINE_OUTLINES).exists() else OUTLINES
    return _ground(view.projection, (view.centre, view.centre_lat), file, stamp(data_path(file)), str(data_path()))


def fill_of(fill: str | None, code: str, canvas: Canvas) -> str:
    """Give a country's colour: what a layer fills it with, else Japan's own, else the land's."""
    return fill or (canvas.palette.japan if code == HOME else canvas.palette.land)


def draw_ground(
    axes: Axes, canvas: Canvas, view: View, fills: Mapping[str, str], *, lined: bool = True
) -> None:
    """Draw sea, graticule (if `lined`) and land; `fills` gives a country another colour than the land's."""
    palette, ground = canvas.palette, read_ground(view, canvas)
    sea = path_of(outline(view.projection, view.centre))
    # add_artist, not add_patch: the map's edges are set, nothing needs to reckon them from what is drawn.
    axes.add_artist(PathPatch(sea, facecolor=palette.sea if canvas.is_filled else "none", edgecolor="none",
                              zorder=0))
    if lined:
        _draw_graticule(axes, canvas, view)
    shown = ground.within(view)
    colours = [palette.undetermined if ground.kinds[i] == "undetermined"
               else fill_of(fills.get(ground.codes[i]), ground.codes[i], canvas) for i in shown]
    border = BORDER_WIDTH * canvas.scale
    land = PathCollection([ground.paths[i] for i in shown], facecolors=colours, linewidths=border,
                          edgecolors=palette.border, joinstyle="round", zorder=1, label=tags.LAND)
    canvas.known[land] = tuple(ground.codes[i] for i in shown)
    axes.add_artist(land)
    axes.add_artist(PathPatch(sea, facecolor="none", edgecolor=palette.border, linewidth=border, zorder=6))


def _draw_graticule(axes: Axes, canvas: Canvas, view: View) -> None:
    lines = graticule(view.projection, view.centre, _step(view), centre_lat=view.centre_lat).geoms
    axes.add_artist(LineCollection([np.asarray(line.coords) for line in lines], colors=canvas.palette.graticule,
                                   linewidths=GRATICULE_WIDTH * canvas.scale, zorder=0.1))


def path_of(shape: BaseGeometry) -> Path:
    """Make one path of a polygon or polygons, holes included."""
    if shape.is_empty:
        return Path(np.empty((0, 2)))
    rings = shapely.get_rings(shapely.get_parts(shape))
    ends = np.cumsum(shapely.get_num_coordinates(rings))
    vertices = shapely.get_coordinates(rings)
    codes = np.full(len(vertices), Path.LINETO, dtype=Path.code_type)
    codes[np.append(0, ends[:-1])] = Path.MOVETO
    codes[ends - 1] = Path.CLOSEPOLY
    return Path(vertices, codes)


def _step(view: View) -> int:
    high = (view.north - view.south) / 1000
    return next(step for limit, step in STEPS if high <= limit)


@lru_cache(maxsize=12)
def _ground(
    projection: Projection, centre: tuple[float, float], file: str, _stamp: tuple[int, int], _folder: str
) -> Ground:
    outlines = read_outlines(fine=file == FINE_OUTLINES)
    shapes = lay_out(outlines.geometry.values, projection, centre=centre[0], centre_lat=centre[1])
    middles = outlines[["label_lon", "label_lat"]].to_numpy(dtype=float)
    labels = {code: (float(lon), float(lat))
              for code, (lon, lat) in zip(outlines["iso_a3"], middles, strict=True) if code}
    across = {code: float(np.sqrt(shapely.area(shapely.get_parts(shape)).max(initial=0.0)))
              for code, shape in zip(outlines["iso_a3"], shapes, strict=True) if code}
    return Ground(
        shapes, tuple(map(path_of, shapes)), shapely.bounds(shapes), tuple(outlines["iso_a3"]),
        tuple(outlines["kind"]), labels, across,
    )
