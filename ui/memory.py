"""What stays in memory for good, kept out of the way of the garbage collector."""

from __future__ import annotations

import gc
from functools import cache


@cache
def settle() -> None:
    """Take all that is loaded by now for permanent; called once the first page is drawn.

    Streamlit collects garbage after every run of the page, which goes through every object of the libraries and
    of the data: half of the time of a change, for nothing.
    """
    gc.collect()
    gc.freeze()
