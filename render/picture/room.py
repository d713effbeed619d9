"""Room: where a map is so empty that an inset may stand there."""

from __future__ import annotations

import numpy as np

from render.arrays import Numbers
from render.picture.lettering import Lettering
from render.picture.names import BEYOND
from render.picture.surroundings import Edges

LARGER = (2.0, 5.0)
"""How much larger an inset at least and at most shows its places."""
SHARES = (0.5, 0.42, 0.34, 0.27)
"""Sizes that are tried, in shares of the map's width or height."""
MARGIN, STEP = 6.0, 12.0
"""Points between an inset and the edge of the map, and from one place that is tried for it to the next."""
SAMPLES = np.array([(x, y) for x in np.linspace(0, 1, 15) for y in np.linspace(0, 1, 15)])
"""Where in a box it is asked what land it covers, in shares of its sides."""
ON_LAND, APART, WORTH = 0.2, 0.3, 20.0
"""What a sample on plain land costs, each point between an inset and the places that it shows; what size is worth."""


def boxes_for(crop: Edges, lettering: Lettering) -> list[Edges]:
    """List boxes that are free for an inset, the best of each size: near its places, over little land, large."""
    wide, high = crop[2] - crop[0], crop[3] - crop[1]
    limits = np.array([lettering.around.wide, lettering.around.high]) - 2 * MARGIN
    larger = [min(LARGER[1], share * limits[0] / wide, 0.9 * limits[1] / high) for share in SHARES]
    larger += [min(LARGER[1], share * limits[1] / high, 0.5 * limits[0] / wide) for share in SHARES]
    found = list[tuple[float, Edges]]()
    for scale in sorted({each for each in larger if each >= LARGER[0]}):
        boxes = _corners(np.array([wide, high]) * scale, limits)
        costs = _costs(boxes, crop, lettering)
        if len(boxes) and np.isfinite(costs.min()):
            left, bottom, right, top = boxes[int(np.argmin(costs))].tolist()
            found.append((float(costs.min()) - WORTH * scale, (left, bottom, right, top)))
    return [box for _cost, box in sorted(found)]


def _corners(side: Numbers, limits: Numbers) -> Numbers:
    """List boxes of one size all over the map."""
    xs, ys = (np.arange(MARGIN, MARGIN + room + 0.1, STEP) for room in limits - side)
    corners = np.array(np.meshgrid(xs, ys)).reshape(2, -1).T
    return np.hstack([corners, corners + side])


def _costs(boxes: Numbers, crop: Edges, lettering: Lettering) -> Numbers:
    """Weigh boxes for an inset; infinite over marks, lines, coloured lands, places with rows, or the part it shows."""
    around, edges = lettering.around, np.array(crop)
    free = around.free(boxes) & (around.under(boxes) == 0)
    apart = np.maximum(np.maximum(boxes[:, :2] - edges[2:], edges[:2] - boxes[:, 2:]), 0)
    free &= (apart > MARGIN).any(axis=1)
    places = lettering.places[[name.weight < BEYOND for name in lettering.names]]
    x, y = places.T
    left, bottom, right, top = boxes.T[:, :, None]
    free &= ~((x > left) & (x < right) & (y > bottom) & (y < top)).any(axis=1)
    costs = np.full(len(boxes), np.inf)
    spots = boxes[free, None, :2] + (boxes[free, None, 2:] - boxes[free, None, :2]) * SAMPLES
    codes = np.array(around.country_at(spots.reshape(-1, 2)), dtype="U8").reshape(spots.shape[:2])
    land = np.where(np.isin(codes, list(around.coloured)), np.inf, np.where(codes == "", 0.0, ON_LAND)).sum(axis=1)
    costs[free] = land + APART * np.hypot(*apart[free].T)
    return costs
