"""The numbers of a person's own in a few classes, by which rows are coloured and filtered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from i18n.text import Text, same
from layers.base import Category, Field, Holds
from own.columns import Column, ColumnKind
from own.headings import find_places, plain

SHADES = ("#fbb4b9", "#f768a1", "#c51b8a", "#7a0177", "#3d0a3a")
"""From little to much (ColorBrewer's RdPu, its ends darker): no other layer has these colours."""
BLANK_COLOUR = "#767676"
FEWEST = 4  # distinct numbers: fewer are told apart without classes
MOST_CLASSED = 4  # columns of a layer
OF_THINGS = re.compile("(?:no|num|number|id|code|№|番号|連番|通し番号|項番|コード|.*(?:電話|tel|郵便|コード|番号).*)")
"""Headings of numbers that count nothing."""
NAME = Text("{column}(階級)", "{column} (classes)")
BELOW = Text("{high} 未満", "under {high}")
BETWEEN = Text("{low} 以上 {high} 未満", "{low} to under {high}")
ABOVE = Text("{low} 以上", "{low} or more")


@dataclass(frozen=True, slots=True)
class Classed:
    """A column of numbers in classes: the field, and the code of each row."""

    field: Field
    codes: list[str]


def classed(columns: Sequence[Column], rows: pd.DataFrame, form: tuple[str, bool], blank: Category) -> list[Classed]:
    """Put the columns that count something into classes, drawn in one form; a blank has a look of its own."""
    places = find_places([column.name for column in columns])
    found = []
    for at, column in enumerate(columns):
        counts = column.holds == ColumnKind.NUMBER and at not in (places.lat, places.lon)
        numbers = rows[column.id].to_numpy(dtype=float) if counts and not _names_things(column) else np.array([])
        edges = _edges(numbers)
        if edges:
            found.append(_classed(column, numbers, edges, form, blank))
    return found[:MOST_CLASSED]


def _names_things(column: Column) -> bool:
    return OF_THINGS.fullmatch(plain(column.name)) is not None


def _edges(numbers: Any) -> list[float]:
    """Give the round numbers that part five classes of about as many rows; none for few numbers or a running one."""
    known = numbers[np.isfinite(numbers)]
    each = np.unique(known)
    is_running = len(each) == len(known) and np.array_equal(each, each[:1] + np.arange(len(each)))
    if len(each) < FEWEST or is_running:
        return []
    cuts = np.quantile(known, np.arange(1, len(SHADES)) / len(SHADES))
    return sorted({edge for cut in cuts.tolist() if each[0] < (edge := float(f"{cut:.2g}")) <= each[-1]})


def _classed(column: Column, numbers: Any, edges: Sequence[float], form: tuple[str, bool], blank: Category) -> Classed:
    last = len(edges)
    shades = [SHADES[round(at * (len(SHADES) - 1) / last)] for at in range(last + 1)]
    categories = [Category(f"n{at}", label, shade, *form)
                  for at, (label, shade) in enumerate(zip(_labels(edges), shades, strict=True), 1)]
    is_blank = ~np.isfinite(numbers)
    codes = [f"n{at + 1}" for at in np.searchsorted(edges, numbers, side="right").tolist()]
    field = Field(f"{column.id}_class", NAME.format(column=same(column.name)), Holds.CODE, filters=True, in_facts=False,
                  categories=(*categories, *[blank] * bool(is_blank.any())))
    return Classed(field, np.where(is_blank, blank.code, codes).tolist())


def _labels(edges: Sequence[float]) -> list[Text]:
    written = [f"{edge:,.15g}" if abs(edge) >= 10_000 else f"{edge:.15g}" for edge in edges]  # 2024 may be a year
    between = [BETWEEN.format(low=low, high=high) for low, high in pairwise(written)]
    return [BELOW.format(high=written[0]), *between, ABOVE.format(low=written[-1])]
