"""A person's own data full of markup: the whole corpus as names, categories, words and headings of one layer."""

from __future__ import annotations

import csv
import io

from layers.base import Layer
from own.layer import layer_of
from own.question import Answers
from own.reading import read_own
from tests.markup import PAYLOADS

NAMED = tuple(payload for payload in PAYLOADS if "\0" not in payload)
"""No text file holds the letter 0."""
KINDS = NAMED[:7]  # no more have colours of their own
HEADINGS = ("名称", "緯度", "経度", "<img src=x onerror=pwned(1)> {0}", "=1+1", "[x](javascript:pwned(1)) :smile:")
TITLE = "<svg onload=pwned(1)>[1]{{x}}"
PLACES = 20
"""Rows on one parallel, well apart, so that each mark is a place of its own."""


def table() -> bytes:
    """Write the list: a row a payload, which is its name and stands in its other cells."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    for number, payload in enumerate(NAMED):
        lat, lon = -50 + 5 * (number % PLACES), 5 * (number // PLACES) + 60
        writer.writerow([payload, lat, lon, KINDS[number % len(KINDS)], payload, payload])
    return out.getvalue().encode()


def poisoned() -> Layer:
    """Make the layer of the list."""
    return layer_of(read_own(table(), "x.csv", Answers()), title=TITLE)
