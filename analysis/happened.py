"""What happened in the world since a date: the dated events of rows, and the statuses that sources of a date give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from i18n.text import Text, same
from layers.base import Field, Holds, Layer
from layers.dataset import dataset_date
from layers.registry import our_layers
from layers.wording import Row
from scene.choice import Choice
from scene.survey import readable

STATUS = Text("状況の時点: {status}", "Status as of: {status}")
AS_OF = "status_as_of"


@dataclass(frozen=True, slots=True)
class Happened:
    """Something dated that a row tells: an event, or the status that a source of that date gives."""

    date: str
    layer: Layer
    id: str
    name: Text
    what: Text
    row: Row


def happened(place: Choice, since: str) -> Iterator[Happened]:
    """Go through what happened where a choice looks, layer by layer, between a date and the data set's own."""
    for sieve in readable(our_layers()):
        for row in sieve.each_row(place):
            name = Text(str(row["name_ja"]), str(row["name_en"]))
            for date, what in _events(sieve.layer, row):
                if _falls(date, since):
                    yield Happened(date, sieve.layer, str(row["id"]), name, what, row)


def _events(layer: Layer, row: Row) -> Iterator[tuple[str, Text]]:
    """List the dated events of a row, and its status with the date of the source that supports it."""
    for field in layer.fields:
        if field.holds == Holds.DATE and row[field.id] and field.id != AS_OF and not _is_plan(layer, field, row):
            yield str(row[field.id]), (field.id == "date" and layer.date_means) or field.label
    if row[AS_OF]:
        yield str(row[AS_OF]), STATUS.format(status=_status(layer, row))


def _is_plan(layer: Layer, field: Field, row: Row) -> bool:
    """Tell whether a date is only promised while the row's status is what it is."""
    return bool(layer.promise and layer.promise.covers(field.id, row))


def _status(layer: Layer, row: Row) -> Text:
    category = layer.field("status").category(str(row["status"])) if row["status"] else None
    return category.label if category else same(str(row["status"]))


def _falls(date: str, since: str) -> bool:
    """Tell whether a date, as far as it is known, may lie between a day and the data set's own."""
    until = dataset_date().isoformat()
    known = min(len(date), len(since))
    return date[:known] >= since[:known] and date <= until[: len(date)]
