"""The newest dated rows of a view, whatever layer they are of."""

from __future__ import annotations

from layers.base import Layer
from layers.dataset import dataset_date
from layers.registry import find_layers
from layers.wording import Row
from scene.choice import Choice
from scene.survey import readable


def newest_rows(choice: Choice) -> list[tuple[Layer, Row]]:
    """List the dated rows of a view, the newest first; what is only promised is no fact yet."""
    today = dataset_date().isoformat()
    on = [layer_id for layer_id in find_layers() if layer_id in choice.layers]
    found = [(sieve.layer, row) for sieve in readable(on, choice.plan) for row in sieve.each_row(choice)
             if row["date"] and str(row["date"]) <= today and not _is_promised(sieve.layer, row)]
    return sorted(found, key=lambda pair: str(pair[1]["date"]), reverse=True)


def _is_promised(layer: Layer, row: Row) -> bool:
    return bool(layer.promise and layer.promise.covers("date", row))
