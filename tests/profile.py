"""How much the tests try: a sample for `make test`, many more for `make prove` (ATLAS_PROFILE says which)."""

from __future__ import annotations

import os

PROFILE = os.environ.get("ATLAS_PROFILE", "sample")


def many(*, sample: int, prove: int) -> int:
    """Give the number of tries that the profile asks for, where hypothesis's own would be too few or too many."""
    return prove if PROFILE == "prove" else sample
