"""What the tests of long commands share: reading what a person at a terminal sees."""

from __future__ import annotations

import os


def read(terminal: int, *, until: str = "") -> str:
    """Read what is written to a terminal, until some words come or nobody writes any more."""
    told = b""
    try:
        while (piece := os.read(terminal, 65536)) and not (until and until in (told + piece).decode("utf-8", "ignore")):
            told += piece
    except OSError:  # how Linux says that the other end is closed
        return told.decode("utf-8", "ignore")
    return (told + piece).decode("utf-8", "ignore")
