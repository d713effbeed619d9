"""What the ids of a line say in numbers: every number in the cells of the row, of the plan's table or of the terms.

An id is `layer:id` for a row of the map, `figures:fig01`, `plan:field:postal`, `plan:region:africa`, `plan:frame:sdgs`,
`plan:mention:UZB` for what the plan's tables say, `country:UZB`, or `licence:0`; a bare id is that of a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from analysis.digest.numbers import numbers
from analysis.overview import label_of
from analysis.plan_tables import (
    COUNTRY_MENTIONS,
    FIELDS,
    FIGURES,
    FRAME,
    REGIONS,
    PlanRow,
    figure_words,
    plan_rows,
)
from analysis.publishers import behind
from geo.countries import COUNTRIES
from geo.tables import read_things
from i18n import licence_words
from i18n.text import Lang
from i18n.years import plain_date
from layers.base import Holds, Layer
from layers.registry import find_layers
from layers.wording import Row, read_cell, records
from scene.survey import find_row, readable

PLAN_TABLES: Mapping[str, tuple[str, str]] = {
    "field": (FIELDS, "field_id"), "region": (REGIONS, "region_id"), "frame": (FRAME, "id"),
    "mention": (COUNTRY_MENTIONS, "iso_a3"),
}


def said_by(fact: str, lang: Lang, plan: str = "") -> frozenset[str]:
    """Give the numbers in the words of an id, as now known or as planned; nothing for an id that is not there."""
    return values(_words(fact, lang, plan))


def values(texts: Iterable[str]) -> frozenset[str]:
    """Collect the numbers of some texts."""
    return frozenset(number.value for text in texts for number in numbers(text))


def _words(fact: str, lang: Lang, plan: str) -> Iterator[str]:
    kind, _, of = fact.partition(":")
    if kind in find_layers():
        yield from _of_row(kind, of, lang, plan)
    elif kind == "figures":
        for row in (row for row in plan_rows(FIGURES) if row["id"] == of):
            yield from (label_of(row)[lang], figure_words(row)[lang])
    elif kind == "plan":
        yield from _of_plan(*of.partition(":")[::2], lang)
    elif kind == "country":
        yield from _of_country(of, lang)
    elif kind == "licence":
        for each in (each for number, each in enumerate(licence_words.LICENCES) if str(number) == of):
            yield from (text[lang] for text in (each.what, each.licence, each.attribution))
    elif found := find_row(fact):
        yield from _cells(*found, lang)


def _of_row(layer_id: str, row_id: str, lang: Lang, plan: str) -> Iterator[str]:
    for sieve in readable([layer_id], plan):
        found = np.flatnonzero(sieve.rows["id"].to_numpy() == row_id)
        for row in records(sieve.rows.iloc[found]):
            yield from _cells(sieve.layer, row, lang)
            yield from behind(row, lang)


def _cells(layer: Layer, row: Row, lang: Lang) -> Iterator[str]:
    for field in layer.fields:
        if field.holds != Holds.LINKS:
            yield read_cell(field, row, lang)
        if field.holds == Holds.DATE and row[field.id]:
            yield plain_date(str(row[field.id]))[lang]


def _of_plan(kind: str, of: str, lang: Lang) -> Iterator[str]:
    file, key = PLAN_TABLES.get(kind, ("", ""))
    rows: Iterable[PlanRow] = plan_rows(file) if file else ()
    for row in (row for row in rows if row[key] == of):
        yield from (cell for column, cell in row.items() if column.endswith(f"_{lang}"))
        yield from (row[column] for column in ("sort_order", "plan20_no") if column in row)


def _of_country(code: str, lang: Lang) -> Iterator[str]:
    for row in read_things(COUNTRIES, dict):
        if row["iso_a3"] == code:
            yield from (cell for column, cell in row.items() if column.endswith(f"_{lang}"))
