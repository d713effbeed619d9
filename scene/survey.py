"""The survey: what all readable layers hold, counted over them: rows under a code, in a layer, of a year, by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

from geo.countries import frame_around, read_countries
from geo.frames import Frame, main_frame, rounded
from i18n.errors import AtlasError
from layers.base import Layer
from layers.registry import find_layers, our_layers
from layers.wording import Row, records
from scene.choice import Choice
from scene.sieve import Sieve, read_sieve

THIS_DECADE = (2020, 2030)
CLOSE_UP = 6.0
"""Degrees: the frame around a single place still shows where in the world it is."""


def readable(layers: Iterable[str], plan: str = "") -> list[Sieve]:
    """Make the sieves of the layers whose data can be read, as now known or as planned."""
    found = []
    for layer_id in layers:
        try:
            found.append(read_sieve(find_layers()[layer_id], plan))
        except AtlasError:
            continue
    return found


def counts(choice: Choice, key: str) -> dict[str, int]:
    """Count over the layers that are on, the rows each code of a heading would leave."""
    total: Counter[str] = Counter()
    for sieve in readable(choice.layers, choice.plan):
        total.update(sieve.counts(choice, key))
    return dict(total)


def layer_counts(choice: Choice) -> dict[str, int]:
    """Count the rows each layer shows, or would show if it were on."""
    return {sieve.layer.id: int(sieve.shown(choice).sum()) for sieve in readable(find_layers(), choice.plan)}


def count_of_country(iso_a3: str) -> int:
    """Count the rows of a country in all layers, hidden ones and those through a body included."""
    return sum(int(sieve.facets["country"].any_of([iso_a3]).sum()) for sieve in readable(find_layers()))


def countries_on_offer() -> frozenset[str]:
    """Name the countries of all rows, whatever is filtered; those that a body stands for included."""
    return frozenset(code for sieve in readable(find_layers()) for code in sieve.facets["country"].codes)


def years_on_offer() -> tuple[int, int]:
    """Give the first and last year of any dated row; the present decade when nothing can be read."""
    years = [int(year) for sieve in readable(our_layers()) for year in sieve.years if year]
    return (min(years), max(years)) if years else THIS_DECADE


def frame_of(name: str) -> Frame | None:
    """Give the frame that holds a country or a row, rounded as an address writes it; None when it stands nowhere."""
    if name in read_countries():
        return rounded(frame_around([name]))
    found = find_row(name)
    shape = found[1]["geometry"] if found else None
    return rounded(main_frame(shape, smallest=CLOSE_UP)) if shape is not None and not shape.is_empty else None


def find_row(row_id: str) -> tuple[Layer, Row] | None:
    """Find a row by its id, in whatever layer it stands; None when there is none."""
    for sieve in readable(find_layers()):
        found = np.flatnonzero(sieve.rows["id"].to_numpy() == row_id)
        if len(found):
            return sieve.layer, next(records(sieve.rows.iloc[found]))
    return None
