"""What the one file tells of each row in both languages: facts with their labels, sources, and the table's cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geo.tables import split
from i18n import words
from i18n.text import Lang
from layers.base import Layer
from layers.plans import PLANS, told
from layers.registry import find_layers, our_layers
from layers.rules import is_page
from layers.wording import Row, facts, records, sources
from render.onefile.crowd import crowd_told
from render.table import Column, columns
from render.web_rows import both
from scene.choice import Choice
from scene.scene import build_scene
from scene.sieve import Sieve, read_sieve
from scene.survey import readable

TABLED = ("name", "iso_a3", "field_id", "status", "date", "status_as_of")
"""The columns of the one file's list, of those that all layers share."""

Pair = list[str]
"""Japanese and English, or one of them where both are the same."""


def table_columns() -> tuple[Column, ...]:
    """Give the columns of the list."""
    every = columns(build_scene(Choice(layers=frozenset(find_layers()))))
    return tuple(column for column in every if column.id in TABLED)


def layers_told() -> list[dict[str, object]]:
    """Give every readable layer with what is told of its rows, in the rows' own order."""
    shown = table_columns()
    return [_told(sieve, shown) | ({} if sieve.layer.id in our_layers() else {"brought": True})
            for sieve in readable(find_layers())]


def _told(sieve: Sieve, shown: tuple[Column, ...]) -> dict[str, object]:
    return crowd_told(sieve, shown) if sieve.layer.is_crowd else _layer(sieve.layer, _rows(sieve), shown)


def _rows(sieve: Sieve) -> list[Row]:
    return list(records(sieve.rows.drop(columns="geometry")))


def _layer(layer: Layer, rows: list[Row], shown: tuple[Column, ...]) -> dict[str, object]:
    labels: dict[tuple[str, str], int] = {}
    return {
        "id": layer.id,
        "note": both(layer.note),
        "through": both(layer.through),
        "facts": [list(_facts(layer, row, labels)) for row in rows],
        "labels": [pair(*label) for label in labels],  # after the facts, which number them
        "sources": [list(_sources(row)) for row in rows],
        "cells": (cells := _cells(layer, rows, shown)),
        "planned": {plan: _differing(cells, _cells(layer, _rows(read_sieve(layer, plan)), shown)) for plan in PLANS},
        "own": [split(row["iso_a3"]) for row in rows],
        "via": [split(row["via"]) for row in rows],
    }


def _cells(layer: Layer, rows: list[Row], shown: tuple[Column, ...]) -> list[list[Pair]]:
    return [[pair(*(column.read(layer, row, lang) for lang in Lang)) for column in shown] for row in rows]


def _differing(now: list[list[Pair]], then: list[list[Pair]]) -> dict[int, list[Pair]]:
    """Give the cells of those rows that read otherwise as planned, by position."""
    return {at: was for at, (cells, was) in enumerate(zip(now, then, strict=True)) if cells != was}


def _facts(layer: Layer, row: Row, labels: dict[tuple[str, str], int]) -> Iterator[list[Any]]:
    """List the facts of a row, each as the number of its label and its words."""
    for (label_ja, ja), (label_en, en) in zip(*(list(_known(layer, row, lang)) for lang in Lang), strict=True):
        yield [labels.setdefault((label_ja, label_en), len(labels)), *pair(ja, en)]


def _known(layer: Layer, row: Row, lang: Lang) -> Iterator[tuple[str, str]]:
    yield from facts(layer, row, lang)
    yield from told(layer, str(row["id"]), lang)
    yield words.ROW_ID[lang], str(row["id"])


def _sources(row: Row) -> Iterator[list[Any]]:
    """List the sources of a row in words; 1 stands before those that are the address of a page."""
    for ja, en in zip(*(sources(row, lang) for lang in Lang), strict=True):
        yield [int(is_page(ja.href)), *pair(ja.text, en.text)]


def pair(ja: str, en: str) -> Pair:
    """Give words in both languages, once where they are the same."""
    return [ja] if ja == en else [ja, en]
