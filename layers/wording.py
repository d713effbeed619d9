"""How a row reads to a person: names, labels, lists, dates and sources in the language asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pandas as pd

from geo.countries import read_countries
from geo.tables import split
from i18n.text import LISTED, Lang, Text, same
from i18n.years import word_date
from layers.base import Field, Holds, Layer
from layers.rules import is_page

Row = Mapping[str, Any]
Read = TypeVar("Read")
LAST_STATED = Text("{date}(最後に示された期日。実現は未確認)", "{date} (last stated; not confirmed)")
FROM_OUTLINE = Text(
    "総務省海外展開行動計画2025(概要、2022年7月)",
    "MIC Action Plan 2025, outline of July 2022",
)
SOURCE_NAMES = ("source_urls", *(f"source_note_{lang}" for lang in Lang))
"""The columns that `sources` reads."""
ANYONES = ("wikipedia.org", "github.com")
"""Sites whose pages anyone may write."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is from: a page to open, or words when there is none."""

    text: str
    href: str = ""


def records(rows: pd.DataFrame) -> Iterator[Row]:
    """Go through the rows as mappings from column to cell."""
    names = list(map(str, rows.columns))
    for cells in rows.to_numpy(dtype=object).tolist():  # column by column pandas takes six times as long
        yield dict(zip(names, cells, strict=True))


def read_alike(rows: pd.DataFrame, names: Sequence[str], read: Callable[[Row], Read]) -> list[Read]:
    """Read of every row what follows from these columns alone: of rows that are alike in them only the first."""
    cells = list(zip(*(rows[name].tolist() for name in names), strict=True)) if names else [()] * len(rows)
    found = {each: read(dict(zip(names, each, strict=True))) for each in dict.fromkeys(cells)}
    return list(map(found.__getitem__, cells))


def name_of(row: Row, lang: Lang) -> str:
    """Give the row's name."""
    return str(row[f"name_{lang}"])


def read_cell(field: Field, row: Row, lang: Lang, layer: Layer | None = None) -> str:
    """Give what a person reads in one cell; "" for a blank."""
    if field.holds == Holds.BILINGUAL:
        words = str(row[f"{field.id}_{lang}"])
        return words if field.is_whole else _list(words, lang)
    cell = str(row[field.id])
    if field.holds in (Holds.CODE, Holds.CODES):
        return LISTED[lang].join(_label(field, code, lang) for code in split(cell))
    if field.holds == Holds.COUNTRIES:
        return country_names(cell, lang)
    if field.holds == Holds.DATE:
        return dated(field, row, same(cell), layer)[lang]
    return cell if field.is_whole else _list(cell, lang)


def facts(layer: Layer, row: Row, lang: Lang) -> Iterator[tuple[str, str]]:
    """List what is known of a row, label and words, blanks and sources left out."""
    for field in layer.fields:
        if field.in_facts and field.holds != Holds.LINKS and field.id != "source_note":
            words = _fact(layer, field, row, lang)
            if words:
                yield field.label[lang], words


def cell_names(field: Field) -> tuple[str, ...]:
    """Name the columns of the rows that `read_cell` reads for a field."""
    if field.holds == Holds.BILINGUAL:
        return tuple(f"{field.id}_{lang}" for lang in Lang)
    return (field.id, "overdue") if field.holds == Holds.DATE else (field.id,)


def sources(row: Row, lang: Lang) -> tuple[Source, ...]:
    """List a row's sources, pages first, then those known in words only."""
    notes = map(Source, split(str(row[f"source_note_{lang}"])))
    return (*pages(str(row["source_urls"]), lang), *notes)


def preferred(named: Sequence[Source]) -> tuple[Source, ...]:
    """Leave out the pages that anyone may write where there are others; those that stand alone stay."""
    others = tuple(source for source in named if not site_of(source).endswith(ANYONES))
    return others or tuple(named)


def site_of(source: Source) -> str:
    """Name the site of a page, without `www.`; a source in words stands for itself."""
    if not is_page(source.href):
        return source.text
    return (urlsplit(source.href).hostname or source.text).removeprefix("www.")


def pages(cell: str, lang: Lang) -> tuple[Source, ...]:
    """List the pages of a cell of links; `seed` stands for the plan's outline."""
    return tuple(Source(FROM_OUTLINE[lang]) if page == "seed" else Source(page, page) for page in split(cell))


def country_names(cell: str, lang: Lang) -> str:
    """Name the countries of a cell of ISO codes joined by `|`."""
    known = read_countries()
    return LISTED[lang].join(known[code].name[lang] if code in known else code for code in split(cell))


def look_of(layer: Layer, row: Row, lang: Lang) -> str:
    """Name the category that gives the row its colour."""
    return _label(layer.field(layer.coloured_by), str(row[layer.coloured_by]), lang)


def dated(field: Field, row: Row, date: Text, layer: Layer | None) -> Text:
    """Say of a planned date that passed unconfirmed that it is only the last stated."""
    is_promise = layer and layer.promise and layer.promise.date == field.id and row["overdue"]
    return LAST_STATED.format(date=date) if is_promise else date


def newest_first(rows: Iterable[Row]) -> list[Row]:
    """Order rows by their date, the newest first, undated ones last."""
    return sorted(rows, key=lambda row: str(row["date"]), reverse=True)


def _fact(layer: Layer, field: Field, row: Row, lang: Lang) -> str:
    """Give what a person reads of one field at leisure: dates in full, with era and fiscal year."""
    if field.holds == Holds.DATE and row[field.id]:
        return dated(field, row, word_date(str(row[field.id])), layer)[lang]
    return read_cell(field, row, lang, layer)


def _label(field: Field, code: str, lang: Lang) -> str:
    category = field.category(code)
    return category.label[lang] if category else code


def _list(cell: str, lang: Lang) -> str:
    return LISTED[lang].join(split(cell)) if "|" in cell else cell
