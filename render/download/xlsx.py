"""A scene as an Excel workbook: a sheet a layer, and a sheet that says where everything is from.

Cells are written by kind, never by guess, so text that looks like a formula stays text.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from i18n.text import Lang, Text
from i18n.words import APP
from layers.base import Holds, Layer
from layers.rules import is_page
from layers.wording import SOURCE_NAMES, Row, name_of, read_alike, sources
from render.download.about import SOURCES, told
from render.download.columns import SOURCE_COLUMN, known, origin
from render.download.sheet_names import sheet_names
from render.table import ID, LAYER, Column, read_all
from scene.scene import Scene
from scene.sheet import Sheet

NAME, SOURCE = Text("名称", "Name"), Text("出典", "Source")
NUMBERS = frozenset({Holds.NUMBER, Holds.LONGITUDE, Holds.LATITUDE})
CELL_LENGTH, LINK_LENGTH = 32_767, 2_079
"""What Excel allows: of a cell, an address that can be followed."""
NARROWEST, WIDEST = 8, 60  # of a column, in characters
NO_LINKS: Mapping[int, str] = MappingProxyType({})
ON_SOURCES = ("as_of", "notes", "licence", "view")  # the same for every row, so said once on the last sheet


def to_xlsx(scene: Scene, address: str = "") -> bytes:
    """Write the rows as a workbook; the same view gives the same bytes."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        day = datetime.fromisoformat(scene.as_of)
        book.set_properties({"title": scene.title[scene.lang], "author": APP[scene.lang], "created": day})
        last = SOURCES[scene.lang]
        _, *names = sheet_names([last, *(sheet.layer.title[scene.lang] for sheet in scene.sheets)])
        for sheet, name in zip(scene.sheets, names, strict=True):
            _write_layer(_Page(book, name), sheet, replace(scene, sheets=(sheet,)), address)
        _write_sources(_Page(book, last), scene, address)
    return content.getvalue()


class _Page:
    """A worksheet that is filled from the top, and remembers how wide its columns must be."""

    def __init__(self, book: Workbook, name: str) -> None:
        self._sheet: Worksheet = book.add_worksheet(name)
        self._bold = book.add_format({"bold": True, "bg_color": "#f2f2f2", "bottom": 1})
        self._next = 0
        self._widths: dict[int, int] = {}

    def head(self, labels: Sequence[str]) -> int:
        """Write a header row; give its number."""
        for column, label in enumerate(labels):
            self._text(column, label, self._bold)
            self._widen(column, label)
        self._next += 1
        return self._next - 1

    def line(self, cells: Sequence[str], *, numbers: Container[int] = (), links: Mapping[int, str] = NO_LINKS) -> None:
        """Write a row: text, except in the columns of numbers; some cells open a page."""
        self._fill(cells, numbers, links)
        for column, cell in enumerate(cells):
            self._widen(column, cell)

    def lines(self, columns: Sequence[Sequence[str]], *, numbers: Container[int], link: int,
              pages: Sequence[str]) -> None:
        """Write many rows, given by column; the cells in the column `link` open these pages."""
        for cells, page in zip(zip(*columns, strict=True), pages, strict=True):
            self._fill(cells, numbers, {link: page})
        for column, every in enumerate(columns):
            for cell in set(every):
                self._widen(column, cell)

    def _fill(self, cells: Sequence[str], numbers: Container[int], links: Mapping[int, str]) -> None:
        for column, cell in enumerate(cells):
            href = links.get(column, "")
            if column in numbers and cell:
                self._sheet.write_number(self._next, column, float(cell))
            elif href and is_page(href) and len(href) <= LINK_LENGTH:
                self._sheet.write_url(self._next, column, href, string=cell[:CELL_LENGTH])
            else:
                self._text(column, cell, None)
        self._next += 1

    def finish(self, header: int, *, frozen_columns: int = 0) -> None:
        """Freeze what stands above the rows, offer a filter, and set the widths."""
        if header == 0:
            self._sheet.freeze_panes(1, frozen_columns)
        self._sheet.autofilter(header, 0, max(self._next - 1, header), max(self._widths))
        for column, width in self._widths.items():
            self._sheet.set_column(column, column, width)

    def gap(self) -> None:
        """Leave a row free."""
        self._next += 1

    def _text(self, column: int, text: str, look: object) -> None:
        if text:
            self._sheet.write_string(self._next, column, text[:CELL_LENGTH], look)

    def _widen(self, column: int, text: str) -> None:
        wanted = min(max(_width(text) + 2, NARROWEST), WIDEST)
        self._widths[column] = max(self._widths.get(column, 0), wanted)


def _write_layer(page: _Page, sheet: Sheet, alone: Scene, address: str) -> None:
    lang = alone.lang
    endings = [column for column in origin(alone, address) if column.id not in ON_SOURCES]
    chosen = (*known(alone), *endings)
    numbers = {place for place, column in enumerate(chosen) if column.id in _numeric(sheet.layer)}
    page.head([column.label[lang] for column in chosen])
    pages = read_alike(sheet.rows, SOURCE_NAMES, lambda row: _first_link(row, lang))
    page.lines([read_all(column, sheet, lang) for column in chosen], numbers=numbers,
               link=_place(chosen, SOURCE_COLUMN), pages=pages)
    page.finish(0, frozen_columns=1)


def _write_sources(page: _Page, scene: Scene, address: str) -> None:
    """Say what the file is, then list every source of every row, each a link of its own."""
    lang = scene.lang
    for heading, words in told(scene, address):
        page.line((heading, words), links={1: words})
    page.gap()
    header = page.head([label[lang] for label in (LAYER, ID, NAME, SOURCE)])
    for sheet in scene.sheets:
        for row in sheet.each_row():
            for source in sources(row, lang):
                cells = (sheet.layer.title[lang], str(row["id"]), name_of(row, lang), source.text)
                page.line(cells, links={3: source.href})
    page.finish(header)


def _numeric(layer: Layer) -> frozenset[str]:
    return frozenset(field.id for field in layer.fields if field.holds in NUMBERS) | {"drawn"}


def _place(columns: Sequence[Column], name: str) -> int:
    return next(place for place, column in enumerate(columns) if column.id == name)


def _first_link(row: Row, lang: Lang) -> str:
    return next((source.href for source in sources(row, lang) if source.href), "")


def _width(text: str) -> int:
    """Count characters as wide as a Latin letter; a Japanese one counts twice."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text[:WIDEST])
