"""How much the tests try: a sample for `make test`, many more for `make prove` (ATLAS_PROFILE says which)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import product
from typing import Any

PROFILE = os.environ.get("ATLAS_PROFILE", "sample")


def many(*, sample: int, prove: int) -> int:
    """Give the number of tries that the profile asks for, where hypothesis's own would be too few or too many."""
    return prove if PROFILE == "prove" else sample


def by_turns(*axes: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Give the cases of several axes: all with all in `make prove`, else by turns, so that each value comes up.

    A sum of places that the shortest axis divides leaves every value at least one partner on each other axis,
    and of three axes every pair of values.
    """
    listed = [list(axis) for axis in axes]
    step = many(sample=min(map(len, listed)), prove=1)
    places = [place for place in product(*(range(len(axis)) for axis in listed)) if sum(place) % step == 0]
    return [tuple(axis[at] for axis, at in zip(listed, place, strict=True)) for place in places]
