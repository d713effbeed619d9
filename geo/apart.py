"""How far apart lanes keep systems: pairs of long systems that lie close to each other on the world map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import shapely
from scipy.spatial import cKDTree
from shapely.geometry import LineString

from geo.geodesy import length_km
from geo.lanes import SPACING_PX, TAPER_PX, Stretch, shift_all
from geo.meridian import recentre
from geo.projection import PROJECTIONS, project, transformer
from geo.sphere import RADIUS_KM, Floats, angles, to_vectors
from geo.topology import Topology

Lines = Mapping[str, Sequence[LineString]]
CENTRE, WIDTH_PX = 150.0, 1920
LONG_KM, SHARED_LANDING_KM, CLOSE_PX, MOST = 500.0, 300.0, 1.5, 0.15
SAMPLE_PX = 0.5


@dataclass(frozen=True)
class Pair:
    """Two systems and the share of the shorter one that lies too close to the other."""

    shorter: str
    longer: str
    share: float


@dataclass(frozen=True)
class _Drawn:
    """A system as points every half pixel: where they are drawn, and where they would be unshifted (lon, lat)."""

    pixels: Floats
    lonlat: Floats
    landings: frozenset[str]


def close_pairs(topology: Topology, lines: Lines, lanes: Mapping[str, Sequence[int]]) -> list[Pair]:
    """Measure every pair of long systems that come close at all, worst first."""
    long = [cable for cable in lines if sum(map(length_km, lines[cable])) > LONG_KM]
    drawn = {cable: _drawn(topology, cable, lines[cable], lanes[cable]) for cable in long}
    trees = {cable: cKDTree(each.pixels) for cable, each in drawn.items()}
    pairs = []
    for a, b in combinations(drawn, 2):
        shorter, longer = sorted((a, b), key=lambda cable: len(drawn[cable].pixels))
        share = _share(topology, drawn[shorter], drawn[longer], trees[longer])
        pairs.append(Pair(shorter, longer, share))
    return sorted((pair for pair in pairs if pair.share > 0), key=lambda pair: -pair.share)


def _share(topology: Topology, shorter: _Drawn, longer: _Drawn, tree: cKDTree) -> float:
    away, _index = tree.query(shorter.pixels, distance_upper_bound=CLOSE_PX)
    close = np.isfinite(away)
    for landing in shorter.landings & longer.landings:
        place = to_vectors(np.array(topology.place(landing)))
        close &= angles(to_vectors(shorter.lonlat), place) * RADIUS_KM > SHARED_LANDING_KM
    return float(close.mean())


def _drawn(topology: Topology, cable: str, lines: Sequence[LineString], lanes: Sequence[int]) -> _Drawn:
    pieces = list(_pieces(topology, cable, lines, lanes))
    shifted = shift_all([piece for piece, _way in pieces], spacing=SPACING_PX, taper=TAPER_PX)
    sampled = [_sampled(line, way) for line, (_piece, way) in zip(shifted, pieces, strict=True)]
    ends = {end for segment in topology.segments_of(cable) for end in (segment.start, segment.stop)}
    pixels, lonlat = (np.vstack(part) for part in zip(*sampled, strict=True))
    return _Drawn(pixels, lonlat, frozenset(end for end in ends if not topology.nodes[end].is_joint))


def drawn_lines(topology: Topology, cable: str, lines: Sequence[LineString], lanes: Sequence[int]) -> list[Floats]:
    """Draw the lines of one system in their lanes, in pixels."""
    pieces = [piece for piece, _way in _pieces(topology, cable, lines, lanes)]
    return shift_all(pieces, spacing=SPACING_PX, taper=TAPER_PX)


def _pieces(
    topology: Topology, cable: str, lines: Sequence[LineString], lanes: Sequence[int]
) -> Iterator[tuple[Stretch, Floats]]:
    for segment, line, lane in zip(topology.segments_of(cable), lines, lanes, strict=True):
        start, stop = (end if topology.nodes[end].is_joint else "" for end in (segment.start, segment.stop))
        for part in to_pixels(line):
            yield Stretch(part, lane, start, stop), shapely.get_coordinates(line)


def _sampled(line: Floats, way: Floats) -> tuple[Floats, Floats]:
    """Sample a drawn line evenly; its unshifted places are found at the same share of the way."""
    pace = np.r_[0.0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    even = np.arange(0, pace[-1], SAMPLE_PX) if pace[-1] > 0 else np.zeros(1)
    pixels = np.column_stack([np.interp(even, pace, line[:, axis]) for axis in (0, 1)])
    steps = np.r_[0.0, np.cumsum(angles(to_vectors(way[:-1]), to_vectors(way[1:])))]
    at = even / max(pace[-1], 1e-9) * steps[-1]
    return pixels, np.column_stack([np.interp(at, steps, way[:, axis]) for axis in (0, 1)])


def to_pixels(line: LineString) -> list[Floats]:
    """Draw a line on the world map that lanes are measured on; more parts than one where its edge cuts."""
    projection = PROJECTIONS["equal_earth"]
    edge, _zero = transformer(projection, CENTRE).transform(CENTRE + 180, 0)
    drawn = project([recentre(line, centre=CENTRE)], projection, centre=CENTRE)[0]
    return [shapely.get_coordinates(part) * WIDTH_PX / (2 * edge) for part in shapely.get_parts(drawn)]
