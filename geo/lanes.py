"""Lanes: systems that share a corridor are drawn side by side, so that each can be followed by eye.

The build stores an integer lane a stretch; a renderer shifts the projected line by lane x spacing to its left
(in screen units; to its right where y points down). A shift opens after a landing and closes before the next.
A branching unit is a joint, not a place: it moves along with its trunk, and what ends there follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geo.sphere import Floats

HOME = (0.0, 0.0)
SPACING_PX, TAPER_PX = 3.0, 16.0  # on a world map 1920 px wide; 16 px are some 300 km there
POINTS_A_TAPER = 8  # a shifted line gets so many vertices for each taper length


@dataclass(frozen=True)
class Stretch:
    """A projected line with its lane; `start` and `stop` name the joint at an end, "" is a landing.

    None is an end where the map cuts a line that runs on.
    """

    line: Floats
    lane: int
    start: str | None = ""
    stop: str | None = ""


def shift_all(stretches: Sequence[Stretch], *, spacing: float, taper: float) -> list[Floats]:
    """Shift the stretches of a network together: what meets at a joint still meets there."""
    moves = _joint_moves(stretches, spacing)
    return [
        shift(
            each.line,
            each.lane,
            spacing=spacing,
            taper=taper,
            start=None if each.start is None else moves.get(each.start, HOME),
            stop=None if each.stop is None else moves.get(each.stop, HOME),
        )
        for each in stretches
    ]


def shift(
    line_xy: Floats,
    lane: int,
    *,
    spacing: float,
    taper: float,
    start: tuple[float, float] | None = HOME,
    stop: tuple[float, float] | None = HOME,
) -> Floats:
    """Shift a projected line (n, 2) by lane x spacing; ends move by `start` and `stop`, None lets an end run on."""
    if lane == 0 and not any(start or HOME) and not any(stop or HOME):
        return line_xy
    way, along = _resampled(line_xy, taper / POINTS_A_TAPER)
    aside = _normals(way, taper / POINTS_A_TAPER, abs(lane) * spacing) * lane * spacing
    reach = min(taper, along[-1] / 3)
    opened = _eased(along / reach) if start is not None else np.ones(len(way))
    closed = _eased((along[-1] - along) / reach) if stop is not None else np.ones(len(way))
    ends = np.outer(1 - opened, start or HOME) + np.outer(1 - closed, stop or HOME)
    return np.asarray(way + aside * (opened * closed)[:, None] + ends, dtype=np.float64)


def _joint_moves(stretches: Sequence[Stretch], spacing: float) -> dict[str, tuple[float, float]]:
    """Give each joint the mean shift of the stretches with a lane that meet there."""
    pulls: dict[str, list[Floats]] = {}
    for each in stretches:
        for joint, leg in ((each.start, each.line[:2]), (each.stop, each.line[-2:])):
            if joint and each.lane:
                pulls.setdefault(joint, []).append(_left(leg[1] - leg[0]) * each.lane * spacing)
    means = {joint: np.mean(found, axis=0) for joint, found in pulls.items()}
    return {joint: (float(mean[0]), float(mean[1])) for joint, mean in means.items()}


def _resampled(line_xy: Floats, step: float) -> tuple[Floats, Floats]:
    """Give points at even distances of about `step`, and how far along each stands."""
    pace = np.r_[0.0, np.cumsum(np.hypot(*np.diff(line_xy, axis=0).T))]
    even = np.linspace(0, pace[-1], max(9, int(pace[-1] / step) + 2))
    return np.column_stack([np.interp(even, pace, line_xy[:, axis]) for axis in (0, 1)]), even


def _normals(way: Floats, step: float, aside: float) -> Floats:
    """Give the unit vectors to the left; smoothed over what the shift needs, or the inside of a bend would loop."""
    smooth = _smoothed(way, max(2.0, 1.5 * aside / step))
    return _left(_steps(smooth))


def _smoothed(way: Floats, width: float) -> Floats:
    """Smooth a line with a bell of so many points; its ends are held."""
    reach = round(4 * width)
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) / width) ** 2)
    share = bell / bell.sum()
    held = np.concatenate([np.repeat(way[:1], reach, axis=0), way, np.repeat(way[-1:], reach, axis=0)])
    return np.stack([np.convolve(held[:, axis], share, mode="valid") for axis in (0, 1)], axis=-1)


def _steps(way: Floats) -> Floats:
    """Give the way's direction at each point, as np.gradient does in four times the time."""
    return np.concatenate([way[1:2] - way[:1], (way[2:] - way[:-2]) / 2.0, way[-1:] - way[-2:-1]])


def _left(direction: Floats) -> Floats:
    turned = np.stack([-direction[..., 1], direction[..., 0]], axis=-1)
    return np.asarray(turned / np.maximum(np.linalg.norm(turned, axis=-1, keepdims=True), 1e-12))


def _eased(share: Floats) -> Floats:
    """Ease from 0 to 1 without a kink."""
    held = np.clip(share, 0, 1)
    return np.asarray(held * held * (3 - 2 * held))
