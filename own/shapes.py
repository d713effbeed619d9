"""Shapes as the map needs them: WGS 84, on the earth, valid, cut at 180°, of one kind; whatever was done is said."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from i18n.text import LISTED
from own import crs as systems
from own import seam
from own.heap import Heap, Mask
from own.limits import MOST_VERTICES
from own.question import Answers, Part, QuestionError
from own.report import Note, Treatment

KINDS = ("point", "line", "area")  # by dimension
PLAIN = 7  # types of shapely up to the collection; curves and the like come after
COLLECTION = 7
LATITUDE, TURN = 90.0, 360.0
HALF = 0.5  # of all shapes: more than that off the earth, and they are in no degrees
ROUNDING = 1e-6  # degrees over a pole or the seam that are put back
POLES = (-np.inf, -LATITUDE), (np.inf, LATITUDE)  # least and most longitude and latitude


def settle(heap: Heap, name: str, crs: str, answers: Answers) -> None:
    """Do all that shapes need, in place; raises AtlasError, or QuestionError for a CRS or a kind that is missing."""
    _sort_out(heap, name)
    _reproject(heap, name, answers.crs or crs)
    _stand_on_earth(heap)
    _flatten(heap)
    _keep_one_kind(heap, name, answers.kind)
    _cut_and_mend(heap)
    if not len(heap.shapes):
        raise AtlasError(words.NOTHING_LEFT.format(name=name, why=heap.reasons()))


def _sort_out(heap: Heap, name: str) -> None:
    """Leave out what has no shape, no number or no straight lines."""
    heap.leave_out(shapely.is_missing(heap.shapes) | shapely.is_empty(heap.shapes), notes.NO_SHAPE)
    heap.leave_out(shapely.get_type_id(heap.shapes) > PLAIN, notes.CURVED)
    high = np.flatnonzero(shapely.has_z(heap.shapes) | shapely.has_m(heap.shapes))
    heap.replace(high, shapely.force_2d(heap.shapes[high]))
    vertices, index = heap.coordinates()
    if len(vertices) > MOST_VERTICES:
        raise AtlasError(words.MANY_VERTICES.format(name=name, most=f"{MOST_VERTICES:,}"))
    heap.leave_out(heap.any_vertex(~np.isfinite(vertices[:, 0] + vertices[:, 1]), index), notes.NOT_FINITE)


def _reproject(heap: Heap, name: str, crs: str) -> None:
    """Bring all into degrees; what is not in degrees and says no CRS is asked for."""
    if not crs:
        if len(heap.shapes) and _off(heap)[0].mean() > HALF and not _swapped(heap):
            raise systems.ask(name)
        _swap(heap)
        return
    way = systems.to_wgs84(crs, name)
    if way is None:
        _swap(heap)
        return
    with np.errstate(all="ignore"):
        heap.shapes = shapely.transform(heap.shapes, way)
    heap.notes.append(Note(Treatment.UNDERSTOOD, notes.REPROJECTED.format(crs=systems.name_of(crs))))
    vertices, index = heap.coordinates()
    heap.leave_out(heap.any_vertex(~np.isfinite(vertices[:, 0] + vertices[:, 1]), index), notes.OFF_CRS)


def _off(heap: Heap) -> tuple[Mask, tuple[float, float]]:
    """Mark shapes that stand off the earth, were they in degrees; the first vertex that does."""
    vertices, index = heap.coordinates()
    off = (np.abs(vertices[:, 1]) > LATITUDE + ROUNDING) | (np.abs(vertices[:, 0]) > TURN + ROUNDING)
    first = vertices[off][:1].ravel().tolist() or [0.0, 0.0]
    return heap.any_vertex(off, index), (first[0], first[1])


def _swapped(heap: Heap) -> bool:
    """Tell whether latitude was written first: only then do all stand on the earth."""
    vertices, _index = heap.coordinates()
    if not len(vertices):
        return False
    lat, lon = np.abs(vertices).T
    return bool(lon.max() > LATITUDE >= lat.max() and lon.max() <= TURN) and bool((lon > LATITUDE).mean() > 0.1)


def _swap(heap: Heap) -> None:
    if _swapped(heap):
        heap.shapes = shapely.transform(heap.shapes, lambda points: points[:, ::-1])
        heap.notes.append(Note(Treatment.REPAIRED, notes.SWAPPED))


def _stand_on_earth(heap: Heap) -> None:
    off, (lon, lat) = _off(heap)
    heap.leave_out(off, notes.OFF_EARTH, lon=f"{lon:.10g}", lat=f"{lat:.10g}")
    vertices, index = heap.coordinates()
    heap.tell(heap.any_vertex((vertices == 0).all(axis=1), index) & (shapely.get_dimensions(heap.shapes) == 0),
              notes.AT_ZERO, Treatment.REMARKED)
    points = shapely.get_type_id(heap.shapes) == 0
    if points.any():  # they need no cutting: turned all at once
        x, y = shapely.get_x(heap.shapes[points]), shapely.get_y(heap.shapes[points])
        turned = np.where(np.abs(x) > TURN / 2, (x + TURN / 2) % TURN - TURN / 2, x)
        heap.tell(_spread(points, np.abs(x) > TURN / 2 + ROUNDING), notes.TURNED, Treatment.REPAIRED)
        moved = np.flatnonzero(turned != x)
        heap.replace(np.flatnonzero(points)[moved], _points(turned[moved], y[moved]))
    over = np.flatnonzero(heap.any_vertex(np.abs(vertices[:, 1]) > LATITUDE, index))
    heap.replace(over, shapely.transform(heap.shapes[over], lambda places: np.clip(places, *POLES)))


def _points(x: NDArray[np.float64], y: NDArray[np.float64]) -> Any:
    return shapely.points(x, y)


def _spread(chosen: Mask, among: Mask) -> Mask:
    spread = np.zeros(len(chosen), dtype=bool)
    spread[chosen] = among
    return spread


def _flatten(heap: Heap) -> None:
    """Take collections apart: parts of one kind stay together, others cannot be drawn as one."""
    places = np.flatnonzero(shapely.get_type_id(heap.shapes) == COLLECTION)
    flat = [_flat(heap.shapes[place]) for place in places]
    mixed = np.zeros(len(heap.shapes), dtype=bool)
    mixed[[place for place, shape in zip(places, flat, strict=True) if shape is None]] = True
    heap.replace(places, [heap.shapes[place] if shape is None else shape
                          for place, shape in zip(places, flat, strict=True)])
    heap.leave_out(mixed, notes.MIXED_COLLECTION)


def _flat(collection: shapely.Geometry) -> shapely.Geometry | None:
    parts = [part for one in shapely.get_parts(collection) for part in shapely.get_parts(one)]
    parts = [part for part in parts if not part.is_empty]
    dimensions = {int(shapely.get_dimensions(part)) for part in parts}
    if len(dimensions) != 1 or any(shapely.get_type_id(part) == COLLECTION for part in parts):
        return None
    return seam.collected(parts, dimensions.pop())


def _keep_one_kind(heap: Heap, name: str, kind: str) -> None:
    dimensions = shapely.get_dimensions(heap.shapes)
    counts = {KINDS[dimension]: int((dimensions == dimension).sum()) for dimension in (0, 1, 2)}
    found = [each for each, count in counts.items() if count]
    if kind in found:
        heap.leave_out(dimensions != KINDS.index(kind), notes.OTHER_KIND, kind=notes.KINDS[kind])
    elif len(found) > 1:
        told = LISTED.join([notes.KIND_COUNTED.format(kind=notes.KINDS[each], count=f"{counts[each]:,}")
                            for each in found])
        raise QuestionError(words.MIXED_KINDS.format(name=name, kinds=told), Part.KIND, found)


def _cut_and_mend(heap: Heap) -> None:
    """Cut at the seam and make valid; points have nothing to mend."""
    dimensions = shapely.get_dimensions(heap.shapes)
    if not len(dimensions) or dimensions[0] == 0:
        return
    crossing = [(place, shape) for place in seam.jumping(*heap.coordinates())
                if (shape := seam.unwrapped(heap.shapes[place])) is not None]
    heap.replace(np.array([place for place, _ in crossing], dtype=np.int64), [shape for _, shape in crossing])
    broken = ~shapely.is_valid(heap.shapes)
    heap.shapes[broken] = [_mended(shape) for shape in heap.shapes[broken]]
    lost = shapely.is_empty(heap.shapes)
    heap.tell(broken & ~lost, notes.MENDED, Treatment.REPAIRED)
    west, _south, east, _north = shapely.bounds(heap.shapes).T
    beyond = np.nan_to_num(np.maximum(-west, east)) > TURN / 2
    heap.tell(beyond & ~lost, notes.CUT_AT_SEAM, Treatment.REPAIRED)
    heap.replace(np.flatnonzero(beyond), [seam.within(shape) for shape in heap.shapes[beyond]])
    heap.leave_out(lost | shapely.is_empty(heap.shapes), notes.NO_EXTENT)


def _mended(shape: shapely.Geometry) -> shapely.Geometry:
    """Make a shape valid and keep the parts of its own dimension; empty when none is left."""
    dimension = int(shapely.get_dimensions(shape))
    mended = shapely.make_valid(shape, method="structure") if dimension == 2 else shapely.make_valid(shape)
    parts = [part for part in shapely.get_parts(mended) for part in shapely.get_parts(part)]
    parts = [part for part in parts if shapely.get_dimensions(part) == dimension and not part.is_empty]
    return parts[0] if len(parts) == 1 else seam.collected(parts, dimension)
