"""Where the rows of a table stand: points by their coordinates, or the outlines of the countries that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.countries import read_countries, read_outlines
from i18n import own_notes as notes
from i18n.text import Text
from own.coordinates import Degrees, Floats, read_degrees, split_pair
from own.crs import is_plane_of_japan
from own.headings import plain, says_survey
from own.heap import Heap
from own.limits import LONGEST_VALUE, ROWS_TOLD, SUGGESTED_FOR
from own.places import match, read_gazetteer
from own.question import Answers
from own.report import Note, Treatment
from own.shapes import settle
from own.table import Table

ALLOWED = {"lat": ("-90", "90", "35.68"), "lon": ("-180", "180", "139.77")}
PLANE_AXES = frozenset({"x", "y", "xcoord", "ycoord"})
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Axis:
    """A column read as coordinates of one axis: its heading, its cells, and what they are."""

    heading: str
    cells: Sequence[str]
    read: Degrees


def by_coordinates(table: Table, name: str, answers: Answers) -> Heap:
    """Stand rows at their coordinates; those without are left out and told of with their values."""
    lat, lon, told = _turned(*_axes(table), table, answers)
    points: Any = shapely.points(lon.read.values, lat.read.values)
    heap = Heap(points, table.numbers, (*table.notes, *told))
    _leave_blanks(heap, lat, lon)
    _leave_unreadable(heap, table.numbers, lat, "lat")
    _leave_unreadable(heap, table.numbers, lon, "lon")
    heap.tell((lat.read.turned | lon.read.turned)[heap.places], notes.DMS, Treatment.UNDERSTOOD)
    if answers.crs or not stand_well(lon.read.values[heap.places], lat.read.values[heap.places]):
        settle(heap, name, answers.crs, answers)
    if is_plane_of_japan(answers.crs) and {plain(lat.heading), plain(lon.heading)} <= PLANE_AXES:
        said = notes.PLANE_AXES.format(east=lon.heading, north=lat.heading)
        heap.notes.append(Note(Treatment.REMARKED, said))
    return heap


def _axes(table: Table) -> tuple[Axis, Axis]:
    """Read the columns of latitude and longitude, or both out of the one that holds pairs."""
    places, names = table.places, table.names
    if places.pair >= 0:
        pairs = [split_pair(cell) for cell in table.columns[places.pair]]
        lat_cells, lon_cells = ([pair[half] for pair in pairs] for half in (0, 1))
        return (Axis(names[places.pair], lat_cells, read_degrees(lat_cells)),
                Axis(names[places.pair], lon_cells, read_degrees(lon_cells)))
    lat, lon = (Axis(names[at], table.columns[at], read_degrees(table.columns[at], table.numbers_of(at)))
                for at in (places.lat, places.lon))
    return lat, lon


def _turned(lat: Axis, lon: Axis, table: Table, answers: Answers) -> tuple[Axis, Axis, list[Note]]:
    """Take the axes for each other where the system or the letters in the cells say so; with what is told of it."""
    if is_plane_of_japan(answers.crs) and says_survey(table.names, table.places):
        return lon, lat, [_said_of(table, lon, lat), Note(Treatment.UNDERSTOOD, notes.SURVEYED)]
    told = _said_of(table, lat, lon)
    one, other = lat.read, lon.read
    if one.across and other.along and not one.along and not other.across:  # 139°E under the heading of latitudes
        return lon, lat, [told, Note(Treatment.REPAIRED, notes.SWAPPED)]
    return lat, lon, [told]


def stand_well(lon: Floats, lat: Floats) -> bool:
    """Tell whether points are degrees to which nothing has to be done: their numbers tell it sooner than shapes."""
    on_earth = (np.abs(lon) <= 180) & (np.abs(lat) <= 90) & ((lon != 0) | (lat != 0))
    return len(lon) > 0 and bool(on_earth.all())


def by_countries(table: Table, found: Sequence[str]) -> Heap:
    """Stand rows on the outlines of their countries; those that name none are left out."""
    outlines = read_outlines()
    shapes = dict(zip(outlines["iso_a3"], outlines.geometry, strict=True))
    heap = Heap([shapes.get(iso) if iso else None for iso in found], table.numbers, table.notes)
    heading = table.names[table.country]
    heap.notes.append(Note(Treatment.UNDERSTOOD, notes.PLACED_BY_COUNTRY.format(column=heading)))
    blank = np.array([not cell for cell in table.columns[table.country]], dtype=bool)
    lost = np.array([not iso for iso in found], dtype=bool) & ~blank
    heap.notes += unknown_countries(table, Treatment.LEFT_OUT)
    heap.leave_out(blank, notes.BLANK_PLACE, column=heading)
    told = heap.notes[:]
    heap.leave_out(lost[heap.places], Text("", ""))
    heap.notes = told + _several([found[place] for place in heap.places.tolist()])
    return heap


def unknown_countries(table: Table, treatment: Treatment) -> list[Note]:
    """Tell of each value that names no country: its rows, and the countries whose names are near."""
    cells = table.columns[table.country]
    found = match(cells)
    rows: dict[str, list[int]] = {}
    for cell, number in zip(cells, table.numbers, strict=True):
        if cell and not found[cell]:
            rows.setdefault(cell, []).append(number)
    heading = table.names[table.country]
    told = [_unknown(heading, cell, rows[cell], treatment, advised=not at)
            for at, cell in enumerate(list(rows)[:SUGGESTED_FOR])]
    rest = {cell: numbers for cell, numbers in rows.items() if cell not in list(rows)[:SUGGESTED_FOR]}
    if rest:
        every = sorted(number for numbers in rest.values() for number in numbers)
        text = notes.MORE_UNKNOWN.format(values=f"{len(rest):,}", count=f"{len(every):,}")
        told.append(Note(treatment, text, tuple(every[:ROWS_TOLD]), len(every)))
    return told


def _unknown(heading: str, cell: str, rows: Sequence[int], treatment: Treatment, *, advised: bool) -> Note:
    names = read_gazetteer().suggestions(cell)
    near = notes.NEAR.format(names=names) if names else Text("", "")
    advice = notes.NAME_A_COUNTRY if advised else Text("", "")
    text = notes.NO_COUNTRY.format(column=heading, value=cell[:LONGEST_VALUE], near=near, advice=advice)
    return Note(treatment, text, tuple(rows[:ROWS_TOLD]), len(rows))


def _several(found: Sequence[str]) -> list[Note]:
    """Tell where countries have more rows than one: their outlines lie on each other."""
    most = Counter(found).most_common(1)
    if not most or most[0][1] == 1:
        return []
    name = read_countries()[most[0][0]].name
    return [Note(Treatment.REMARKED, notes.SEVERAL_ROWS.format(country=name, most=f"{most[0][1]:,}"))]


def _said_of(table: Table, lat: Axis, lon: Axis) -> Note:
    if table.places.pair >= 0:
        return Note(Treatment.UNDERSTOOD, notes.PLACED_BY_PAIR.format(pair=lat.heading))
    return Note(Treatment.UNDERSTOOD, notes.PLACED_BY_COLUMNS.format(lat=lat.heading, lon=lon.heading))


def _leave_blanks(heap: Heap, *axes: Axis) -> None:
    for axis in axes:
        if "" in axis.cells:
            blank = np.array([not cell for cell in axis.cells], dtype=bool)[heap.places]
            heap.leave_out(blank, notes.BLANK_PLACE, column=axis.heading)


def _leave_unreadable(heap: Heap, numbers: Sequence[int], axis: Axis, called: str) -> None:
    """Leave out what is no coordinate, and name the first of them."""
    bad = np.isnan(axis.read.values)[heap.places]
    if bad.any():
        place = int(heap.places[bad][0])
        low, high, example = ALLOWED[called]
        heap.leave_out(bad, notes.BAD_PLACE, row=numbers[place], column=axis.heading,
                       value=axis.cells[place][:LONGEST_VALUE], low=low, high=high, example=example)
