"""The newest dated rows of a view, whatever layer they are of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np

from layers.base import Layer
from layers.dataset import dataset_date
from layers.registry import our_layers
from layers.wording import Row, records
from scene.choice import Choice
from scene.sieve import Sieve
from scene.survey import readable


def newest_rows(choice: Choice, most: int) -> list[tuple[Layer, Row]]:
    """List so many dated rows of a view, the newest first; what is only promised is no fact yet."""
    today = dataset_date().isoformat()
    sieves = readable((layer_id for layer_id in our_layers() if layer_id in choice.layers), choice.plan)
    dated = [(date, sieve, number) for sieve in sieves for date, number in _dates(sieve, choice) if date <= today]
    dated.sort(key=lambda each: each[0], reverse=True)
    told = ((sieve.layer, _row(sieve, number)) for _date, sieve, number in dated)
    return list(islice((pair for pair in told if not _is_promised(*pair)), most))


def _dates(sieve: Sieve, choice: Choice) -> Iterator[tuple[str, int]]:
    """Give the date and the place of each dated row that a view shows."""
    dates = sieve.rows["date"].to_numpy()
    return ((str(dates[number]), int(number)) for number in np.flatnonzero(sieve.shown(choice)) if dates[number])


def _row(sieve: Sieve, number: int) -> Row:
    return next(records(sieve.rows.iloc[[number]].drop(columns="geometry")))


def _is_promised(layer: Layer, row: Row) -> bool:
    return bool(layer.promise and layer.promise.covers("date", row))
