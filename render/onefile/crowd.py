"""What the one file tells of a crowd, by column; its places, names and ids stand among the rows of the map."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.tables import split
from i18n import words
from layers.base import Holds
from render.onefile.columns import Packed, Pool, pack, words_in
from render.table import Column, column_of
from render.web_rows import both
from scene.facet import Facet
from scene.sheet import Sheet
from scene.sieve import Sieve, hidden_by_default


def crowd_told(sieve: Sieve, shown: Sequence[Column]) -> Packed:
    """Give what is told of a crowd's rows: cells of the list and facts, with labels, look and countries."""
    layer, pool = sieve.layer, Pool()
    pool.columns[pool.add(sieve.rows["name_ja"].tolist())] = {}  # the names stand among the rows of the map
    sheet = Sheet(layer, sieve.rows, layer.coloured_by, 0)
    told = [field for field in layer.fields if field.in_facts and field.holds != Holds.LINKS]
    labels = (*(field.label for field in told), words.ROW_ID)
    return {
        "id": layer.id, "note": both(layer.note), "through": both(layer.through), "planned": {},
        "labels": [[label.ja, label.en] for label in labels],
        "packed": {
            "cells": [pool.add(words_in(column, sheet)) for column in shown],
            "facts": [pool.add(words_in(column_of(field), sheet)) for field in told],
            "looks": pool.add(words_in(column_of(sheet.field), sheet)),
            "own": pack(list(map(split, sieve.rows["iso_a3"].tolist()))),
            "columns": pool.columns,
        },
    }


def crowd_facets(sieve: Sieve) -> Packed:
    """Give the codes of a crowd's rows; as planned only which of them were known, for else they do not change."""
    if sieve.known is not None:
        return {"known": pack(sieve.known.astype(int).tolist())}
    return {"years": pack(sieve.years.tolist()),
            "headings": {key: _heading(sieve, key, facet) for key, facet in sieve.facets.items()}}


def _heading(sieve: Sieve, key: str, facet: Facet) -> Packed:
    ends = np.searchsorted(facet.rows, np.arange(1, facet.count))
    rows = [part.tolist() for part in np.split(facet.carried, ends)]
    hidden = hidden_by_default(sieve.layer, key)
    heading: Packed = {"codes": list(facet.codes), "rows": pack(rows)}
    return heading | ({"hidden": hidden} if hidden else {})
