"""What the one file tells of a crowd, packed by column: what several rows say stands there once (see data.js)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.tables import split
from i18n import words
from i18n.text import Lang, Text
from layers.base import Holds
from render.table import Column, column_of, read_all
from render.web_crowd import ids_of, packed
from render.web_rows import both
from scene.facet import Facet
from scene.scene import Sheet
from scene.sieve import Sieve, hidden_by_default

Packed = dict[str, object]
TYPES = ((1, 256, "u1"), (2, 65_536, "<u2"), (4, 2**32, "<u4"))


def crowd_told(sieve: Sieve, shown: Sequence[Column]) -> Packed:
    """Give what is told of a crowd's rows: names and cells of the list, facts with their labels, countries."""
    layer = sieve.layer
    sheet = Sheet(layer, sieve.rows, layer.coloured_by, 0)
    told = [field for field in layer.fields if field.in_facts and field.holds != Holds.LINKS]
    return {
        "id": layer.id, "note": both(layer.note), "through": both(layer.through), "planned": {},
        "labels": [_pair(label) for label in (*(field.label for field in told), words.ROW_ID)],
        "packed": {
            **ids_of(sieve.rows["id"].tolist()),
            "cells": [_words(column, sheet) for column in shown],
            "facts": [_words(column_of(field), sheet) for field in told],
            "looks": _words(column_of(sheet.field), sheet),
            "own": column(list(map(split, sieve.rows["iso_a3"].tolist()))),
        },
    }


def crowd_facets(sieve: Sieve) -> Packed:
    """Give the codes of a crowd's rows; as planned only which of them were known, for else they do not change."""
    if sieve.known is not None:
        return {"known": column([int(one) for one in sieve.known])}
    headings = {key: _heading(sieve, key, facet) for key, facet in sieve.facets.items()}
    return {"years": column([int(year) for year in sieve.years]), "headings": headings}


def _heading(sieve: Sieve, key: str, facet: Facet) -> Packed:
    rows: list[list[int]] = [[] for _ in range(facet.count)]
    for row, code in zip(facet.rows.tolist(), facet.carried.tolist(), strict=True):
        rows[row].append(code)
    hidden = hidden_by_default(sieve.layer, key)
    return {"codes": list(facet.codes), "rows": column(rows)} | ({"hidden": hidden} if hidden else {})


def _words(column_: Column, sheet: Sheet) -> Packed:
    pairs = zip(*(read_all(column_, sheet, lang) for lang in Lang), strict=True)
    return column([_pair(Text(*pair)) for pair in pairs])


def _pair(text: Text) -> list[str]:
    return [text.ja] if text.ja == text.en else [text.ja, text.en]


def column(cells: Sequence[object]) -> Packed:
    """Pack a column: what its rows hold, each once, and the number of each row's; nothing more where all are alike."""
    numbers = dict[str, int]()
    places = [numbers.setdefault(repr(cell), len(numbers)) for cell in cells]
    if len(numbers) == len(cells):
        return {"words": list(cells)}
    firsts = np.unique(np.array(places), return_index=True)[1]
    held = [cells[first] for first in firsts]
    if len(held) == 1:
        return {"words": held, "count": len(cells)}
    size, kind = next((size, kind) for size, most, kind in TYPES if len(held) <= most)
    return {"words": held, "numbers": packed(np.array(places, dtype=kind)), "bytes": size}
