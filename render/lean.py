"""Matplotlib loaded without what no picture needs: a help text for each class, and axes in three dimensions."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

SOLID = "mpl_toolkits.mplot3d"


def load_matplotlib() -> None:
    """Load matplotlib as far as pictures need it, in half the time: a third of a second less for whoever waits.

    For each of its hundred classes it looks up how every property is set and writes that into the help text of
    `set`, which only a person at a prompt reads.
    """
    if "matplotlib.figure" in sys.modules:
        return
    from matplotlib.artist import ArtistInspector  # here and below: whoever draws nothing waits for nothing

    usual = ArtistInspector.get_setters, ArtistInspector.pprint_setters
    ArtistInspector.get_setters = ArtistInspector.pprint_setters = _nothing  # type: ignore[method-assign, assignment]
    try:
        with _flat():
            import matplotlib.backends.backend_agg
            import matplotlib.figure  # noqa: F401
    finally:
        ArtistInspector.get_setters, ArtistInspector.pprint_setters = usual  # type: ignore[method-assign]


def _nothing(*_given: object, **_more: object) -> list[str]:
    return []


@contextmanager
def _flat() -> Iterator[None]:
    """Let matplotlib do without axes in three dimensions in this block, which it is ready for but warns of."""
    if SOLID in sys.modules:
        yield
        return
    sys.modules[SOLID] = None  # type: ignore[assignment]  # Python's own way to say that a module is not to be had
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        del sys.modules[SOLID]
