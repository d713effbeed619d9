"""From the bytes of a file to an Own: rows on the map with what their columns hold, and the report of the reading."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

import geopandas as gpd
import numpy as np
import shapely

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from layers.base import Kind
from own.columns import Column, ColumnKind, understand
from own.days import read_era
from own.heap import Heap
from own.limits import LONGEST_NAME, MB, MOST_BYTES, MOST_VERTICES_DRAWN
from own.located import countries_of
from own.numerals import as_written, plain_numbers
from own.places import match
from own.placing import by_coordinates, by_countries, unknown_countries
from own.process import read_apart
from own.question import Answers
from own.raw import Raw
from own.report import Note, Report, Treatment, about, report_of
from own.table import Table, of_features, understand_table

KINDS = (Kind.POINT, Kind.LINE, Kind.AREA)  # by dimension
WGS84 = "EPSG:4326"


class PlacedBy(StrEnum):
    """What says where the rows stand."""

    COORDINATES = "coordinates"
    COUNTRIES = "countries"
    SHAPES = "shapes"


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """What a person brought, as one layer could show it.

    `rows` (EPSG:4326, cut at ±180, one kind) has the columns: row (its number as the person counts), iso_a3 (several
    joined by |, "" for none), the ids of `columns`, geometry.
    """

    name: str
    kind: Kind
    placed_by: PlacedBy
    rows: gpd.GeoDataFrame
    columns: tuple[Column, ...]
    report: Report
    cells: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By column the text of plain numbers, as the atlas writes them, where it is made of the file's own."""


def read_own(content: bytes, name: str, answers: Answers | None = None) -> Own:
    """Read a file; raises AtlasError with what to do, QuestionError for what only the person can say."""
    said = answers or Answers()
    called = shown(name)
    if not content:
        raise AtlasError(words.NO_BYTES.format(name=called))
    if len(content) > MOST_BYTES:
        size = {"size": f"{len(content) / MB:.1f}", "most": MOST_BYTES // MB}
        raise AtlasError(words.TOO_BIG.format(name=called, advice=words.THIN_OUT, **size))
    with uncollected():
        raw = read_apart(content, called, said)
        return _of_table(raw, called, said) if raw.wkb is None else _of_shapes(raw, called)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles in this block: among 100,000 new rows are none, and looking takes a fifth of the time."""
    was_on = gc.isenabled()  # of two readings at once, the one that switched it off switches it on again
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def shown(name: str) -> str:
    """Give a file's name as sentences show it: without folders and controls, not too long, its ending kept."""
    plain = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    spaced = " ".join(plain.split())  # a full-width blank is not printable, yet parts two words
    letters = "".join(letter for letter in spaced if letter.isprintable() and letter not in "{}") or "?"
    if len(letters) <= LONGEST_NAME:
        return letters
    ending = PurePosixPath(letters).suffix[:10]
    return f"{letters[: LONGEST_NAME - len(ending) - 1]}…{ending}"


def _of_table(raw: Raw, name: str, answers: Answers) -> Own:
    table = understand_table(raw, name, answers)
    named = _countries(table)
    if table.places.has_coordinates:
        heap = by_coordinates(table, name, answers)
        return _own(raw, name, table, heap, PlacedBy.COORDINATES, _joined(table, heap, named))
    heap = by_countries(table, named)
    if not len(heap.shapes):
        raise AtlasError(words.NOTHING_LEFT.format(name=name, why=heap.reasons()))
    return _own(raw, name, table, heap, PlacedBy.COUNTRIES, [named[place] for place in heap.places.tolist()])


def _of_shapes(raw: Raw, name: str) -> Own:
    table = of_features(raw)
    try:
        shapes = shapely.from_wkb(list(raw.wkb or ()))
    except shapely.errors.GEOSException:
        raise AtlasError(words.BROKEN.format(name=name)) from None
    heap = Heap(shapes, raw.numbers, raw.notes)
    return _own(raw, name, table, heap, PlacedBy.SHAPES, _joined(table, heap, _countries(table)))


def _countries(table: Table) -> list[str]:
    """Give the iso_a3 that each row names, "" where it names none."""
    if table.country < 0:
        return [""] * len(table.numbers)
    cells = table.columns[table.country]
    found = match(cells)
    return [found.get(cell, "") for cell in cells]


def _joined(table: Table, heap: Heap, named: list[str]) -> list[str]:
    """Join rows to countries: by the name that they carry, else by where they stand; say where the two disagree."""
    stand = np.array(countries_of(heap.shapes), dtype=object)
    said = np.array(named, dtype=object)[heap.places]
    if table.country >= 0:
        heading = table.names[table.country]
        heap.notes.append(Note(Treatment.UNDERSTOOD, notes.COUNTRIES_FROM.format(column=heading)))
        heap.notes += unknown_countries(table, Treatment.REMARKED)
        elsewhere = np.array([one not in other for one, other in zip(said, stand, strict=True)], dtype=bool)
        apart = (said != "") & (stand != "") & elsewhere
        heap.tell(apart, notes.DISAGREE, Treatment.REMARKED, column=heading)
    by_place = (said == "") & (stand != "")
    if by_place.any():
        count = about(Treatment.UNDERSTOOD, notes.COUNTRIES_BY_PLACE, heap.numbers[by_place].tolist())
        heap.notes.append(Note(count.treatment, count.text))
    joined = np.where(said == "", stand, said)
    heap.tell(joined == "", notes.AT_SEA, Treatment.REMARKED)
    return list(joined.tolist())


def _made_light(heap: Heap) -> list[Note]:
    """Tell where areas have more corners than the map of the page draws."""
    count = int(shapely.get_num_coordinates(heap.shapes).sum())
    counts = {"count": f"{count:,}", "most": f"{MOST_VERTICES_DRAWN:,}"}
    return [Note(Treatment.REMARKED, notes.MADE_LIGHT.format(**counts))] if count > MOST_VERTICES_DRAWN else []


def _rewritten(table: Table, columns: Sequence[Column]) -> Iterator[Note]:
    """Tell which columns of sums and of days are not shown as they were written."""
    sums = [column.name for heading, column in zip(table.names, columns, strict=True) if column.name != heading]
    days = [column.name for column, cells in zip(columns, table.columns, strict=True)
            if column.holds == ColumnKind.DATE and any(map(read_era, cells))]
    for text, names in ((notes.SUMS, sums), (notes.ERAS, days)):
        if names:
            yield Note(Treatment.UNDERSTOOD, text.format(columns=", ".join(names)))


def _own(raw: Raw, name: str, table: Table, heap: Heap, placed_by: PlacedBy, iso: list[str]) -> Own:
    """Put the rows together, each column as what it holds."""
    places = heap.places.tolist()
    are_all = len(places) == len(table.numbers)
    columns, values, plain = list[Column](), {}, {}
    for number, (heading, cells) in enumerate(zip(table.names, table.columns, strict=True), 1):
        kept = cells if are_all else [cells[place] for place in places]
        numbers = table.numbers_of(number - 1) if are_all else plain_numbers(kept)
        column, held = understand(number, heading, kept, numbers)
        columns.append(column)
        values[column.id] = held
        if numbers is not None and (written := as_written(kept)):
            plain[column.id] = written
    rows = gpd.GeoDataFrame({"row": heap.numbers, "iso_a3": np.array(iso, dtype=object), **values},
                            geometry=heap.shapes, crs=WGS84)
    count = notes.READ_ROWS.format(kind=raw.format, count=f"{len(rows):,}")
    kind = KINDS[int(shapely.get_dimensions(heap.shapes[0]))]
    light = _made_light(heap) if kind == Kind.AREA and placed_by != PlacedBy.COUNTRIES else []
    told = [Note(Treatment.READ, count), *heap.notes, *_rewritten(table, columns), *light]
    report = report_of(told, counts_rows=raw.wkb is None)
    return Own(name, kind, placed_by, rows, tuple(columns), report, plain)
