"""What stays in memory for good, kept out of the way of the garbage collector."""

from __future__ import annotations

import gc
from functools import cache


@cache
def settle() -> None:
    """Take all that is loaded by now for permanent; called once the first page is drawn.

    Each round of Python's garbage collection would go through every object of the libraries and of the data, for
    nothing; what sessions leave behind is collected as before.
    """
    gc.collect()
    gc.freeze()
    gc.collect()  # the next whole round comes when a quarter has been added to what this one finds
