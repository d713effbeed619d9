"""Where the rows of a table stand: points by their coordinates, or the outlines of the countries that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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


def by_coordinates(table: Table, name: str, answers: Answers) -> Heap:
    """Stand rows at their coordinates; those without are left out and told of with their values."""
    places = table.places
    lat_at, lon_at = (places.pair, places.pair) if places.pair >= 0 else (places.lat, places.lon)
    lat_cells, lon_cells = _cells(table)
    plain_lat, plain_lon = (None if places.pair >= 0 else table.numbers_of(at) for at in (lat_at, lon_at))
    lat, lon = read_degrees(lat_cells, plain_lat), read_degrees(lon_cells, plain_lon)
    told = [_said_of(table)]
    is_surveyed = is_plane_of_japan(answers.crs) and says_survey(table.names, places)
    if is_surveyed:
        lat, lon = lon, lat
        told.append(Note(Treatment.UNDERSTOOD, notes.SURVEYED))
    elif lat.across and lon.along and not lat.along and not lon.across:  # 139°E under the heading of latitudes
        lat, lon = lon, lat
        told.append(Note(Treatment.REPAIRED, notes.SWAPPED))
    points: Any = shapely.points(lon.values, lat.values)
    heap = Heap(points, table.numbers, (*table.notes, *told))
    _leave_blanks(heap, [(table, lat_at, lat_cells), (table, lon_at, lon_cells)])
    _leave_unreadable(heap, table, "lat", lat_at, lat, lat_cells)
    _leave_unreadable(heap, table, "lon", lon_at, lon, lon_cells)
    heap.tell((lat.turned | lon.turned)[heap.places], notes.DMS, Treatment.UNDERSTOOD)
    if answers.crs or not stand_well(lon.values[heap.places], lat.values[heap.places]):
        settle(heap, name, answers.crs, answers)
    axes = {plain(table.names[lat_at]), plain(table.names[lon_at])}
    if not is_surveyed and is_plane_of_japan(answers.crs) and axes <= PLANE_AXES:
        said = notes.PLANE_AXES.format(east=table.names[lon_at], north=table.names[lat_at])
        heap.notes.append(Note(Treatment.REMARKED, said))
    return heap


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


def _cells(table: Table) -> tuple[Sequence[str], Sequence[str]]:
    if table.places.pair < 0:
        return table.columns[table.places.lat], table.columns[table.places.lon]
    pairs = [split_pair(cell) for cell in table.columns[table.places.pair]]
    return [lat for lat, _ in pairs], [lon for _, lon in pairs]


def _said_of(table: Table) -> Note:
    places, names = table.places, table.names
    if places.pair >= 0:
        return Note(Treatment.UNDERSTOOD, notes.PLACED_BY_PAIR.format(pair=names[places.pair]))
    said: Mapping[str, Any] = {"lat": names[places.lat], "lon": names[places.lon]}
    return Note(Treatment.UNDERSTOOD, notes.PLACED_BY_COLUMNS.format(**said))


def _leave_blanks(heap: Heap, columns: Sequence[tuple[Table, int, Sequence[str]]]) -> None:
    for table, at, cells in columns:
        if "" in cells:
            blank = np.array([not cell for cell in cells], dtype=bool)[heap.places]
            heap.leave_out(blank, notes.BLANK_PLACE, column=table.names[at])


def _leave_unreadable(heap: Heap, table: Table, axis: str, at: int, read: Degrees, cells: Sequence[str]) -> None:
    """Leave out what is no coordinate, and name the first of them."""
    bad = np.isnan(read.values)[heap.places]
    if bad.any():
        place = int(heap.places[bad][0])
        low, high, example = ALLOWED[axis]
        heap.leave_out(bad, notes.BAD_PLACE, row=table.numbers[place], column=table.names[at],
                       value=cells[place][:LONGEST_VALUE], low=low, high=high, example=example)
