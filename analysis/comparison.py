"""Countries side by side: what each layer holds of each, counted as the filter on that country would count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from i18n import words
from i18n.text import LISTED, Text
from layers.base import Field, Kind, Layer
from layers.registry import find_layers
from layers.wording import Row, name_of, read_cell
from scene.choice import Choice
from scene.sieve import Sieve
from scene.survey import readable

NONE = "—"
NOT_COMPARED = ("name", "iso_a3")  # of a country's own row: they would only repeat the head of the column


@dataclass(frozen=True, slots=True)
class Line:
    """One thing compared: whose it is, what it is, and how it reads for each country."""

    layer: Layer
    label: Text
    cells: tuple[str, ...]


def compare(choice: Choice, codes: Sequence[str]) -> tuple[Line, ...]:
    """Compare countries under the filters of a choice, in all layers, those that are off included."""
    return tuple(line for sieve in readable(find_layers(), choice.plan)
                 for line in _lines(sieve, choice, codes))


def _lines(sieve: Sieve, choice: Choice, codes: Sequence[str]) -> Iterator[Line]:
    found = [list(sieve.each_row(choice.narrowed("country", frozenset({code})))) for code in codes]
    if sieve.layer.kind == Kind.AREA:
        yield from _facts(sieve.layer, choice, found)
        return
    yield Line(sieve.layer, words.COMPARED_COUNT, tuple(str(len(rows)) for rows in found))
    if sieve.layer.date_means:
        label = words.COMPARED_NEWEST.format(date=sieve.layer.date_means)
        yield Line(sieve.layer, label, tuple(_newest(rows, choice, sieve.layer) for rows in found))


def _facts(layer: Layer, choice: Choice, found: Sequence[Sequence[Row]]) -> Iterator[Line]:
    """Compare what the table says of a country's own row, field by field."""
    for field in layer.fields:
        if field.in_table and field.id not in NOT_COMPARED:
            yield Line(layer, field.label, tuple(_cell(field, rows, choice, layer) for rows in found))


def _cell(field: Field, rows: Sequence[Row], choice: Choice, layer: Layer) -> str:
    return LISTED[choice.lang].join(filter(None, (read_cell(field, row, choice.lang, layer) for row in rows))) or NONE


def _newest(rows: Sequence[Row], choice: Choice, layer: Layer) -> str:
    """Name the row with the latest date, the date before it; a date that is only promised is none."""
    dated = [row for row in rows if row["date"] and not (layer.promise and layer.promise.covers("date", row))]
    if not dated:
        return NONE
    newest = max(dated, key=lambda row: str(row["date"]))
    return f"{newest['date']} {name_of(newest, choice.lang)}"
