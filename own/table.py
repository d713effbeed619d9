"""A table of a person's own, understood: its headings, its columns by name, and where each of its rows stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import Any

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from own.even import Even
from own.headings import Places, answered, find_places, named, refuse_numbers
from own.numerals import plain_numbers
from own.places import share_matched
from own.question import Answers, Part, QuestionError
from own.raw import Raw
from own.report import Note, Treatment, about
from own.storeys import find_headings, storeys

SURE = 0.8  # share of a column's cells that must name a country where its heading does not say so
ENOUGH = 0.5  # and where it does


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below their headings; `places` says which columns tell where they stand, `country` which one names it."""

    names: Sequence[str]
    columns: Sequence[Sequence[str]]
    numbers: Sequence[int]
    places: Places
    country: int  # -1: no column names a country
    notes: tuple[Note, ...]
    numbers_of: Callable[[int], Any]  # reads a column of plain numbers, once; None for any other


def understand_table(raw: Raw, name: str, answers: Answers) -> Table:
    """Understand the lines of a table; raises AtlasError, or QuestionError where no column says where rows stand."""
    at = find_headings(raw.lines, name)
    numbers = raw.numbers[at + 1 :]
    headings = _headings(raw, at)
    found = find_places(headings)
    if not (found.has_coordinates or found.countries):
        refuse_numbers(headings, name)
    if not numbers:
        raise AtlasError(words.NO_ROWS.format(name=name))
    names, told = _names(raw, at, headings)
    columns = _columns(raw.lines, len(names), at + 1)
    places = answered(names, answers, name) or found
    country = _country(columns, places, sure=bool(answers.country))
    if not places.has_coordinates and country < 0:
        raise QuestionError(words.WHICH_COLUMNS.format(name=name, columns=", ".join(names)), Part.COLUMNS, names)
    if ragged := _wider(raw, at + 1, len(names)):
        told.append(about(Treatment.REPAIRED, notes.RAGGED, ragged))
    return Table(names, columns, numbers, places, country, (*raw.notes, *told), _reading(columns))


def of_features(raw: Raw) -> Table:
    """Take the attributes of features as a table; only a column of countries is looked for."""
    names, _unnamed, _twice = named(list(raw.names), len(raw.names))
    columns = _columns(raw.lines, len(names), 0)
    places = replace(find_places(names), lat=-1, lon=-1, pair=-1)
    countries = [column for column in places.countries if share_matched(columns[column]) >= ENOUGH]
    country = countries[0] if countries else -1
    return Table(names, columns, raw.numbers, places, country, raw.notes, _reading(columns))


def _reading(columns: Sequence[Sequence[str]]) -> Callable[[int], Any]:
    """Let columns be read as numbers when they are asked for, those of coordinates being asked twice."""
    return cache(lambda at: plain_numbers(columns[at]))


def _headings(raw: Raw, at: int) -> Sequence[str]:
    """Give the headings, those of the line right above where theirs are blank."""
    has_above = at > 0 and raw.numbers[at - 1] == raw.numbers[at] - 1
    return storeys(raw.lines[at - 1], raw.lines[at]) if has_above else raw.lines[at]


def _names(raw: Raw, at: int, headings: Sequence[str]) -> tuple[list[str], list[Note]]:
    width = max(map(len, (headings, *raw.lines[at : at + 2])))  # a wider first row has columns without a heading
    names, unnamed, twice = named(headings, width)
    row = f"{raw.numbers[at] - 1}–{raw.numbers[at]}" if headings != raw.lines[at] else raw.numbers[at]
    told = [Note(Treatment.UNDERSTOOD, notes.HEADINGS_BELOW.format(row=row))] if at else []
    told += [Note(Treatment.UNDERSTOOD, notes.NO_NAME.format(count=unnamed))] if unnamed else []
    told += [Note(Treatment.UNDERSTOOD, notes.TWICE.format(columns=", ".join(twice)))] if twice else []
    return names, told


def _wider(raw: Raw, begin: int, width: int) -> list[int]:
    """Number the rows that have more cells than there are columns; lines of one length have a heading each."""
    if isinstance(raw.lines, Even):
        return []
    lines = zip(raw.lines[begin:], raw.numbers[begin:], strict=True)
    return [number for line, number in lines if len(line) > width]


def _columns(lines: Sequence[Sequence[str]], width: int, begin: int) -> list[list[str]]:
    """Turn rows, from one on, into columns; what is missing at the end of a row is blank."""
    if isinstance(lines, Even) and lines.width == width:
        return lines.columns(begin)
    body = lines[begin:]
    if not body:
        return [[] for _ in range(width)]
    if set(map(len, body)) != {width}:
        body = [[*line[:width], *[""] * (width - len(line))] for line in body]
    return [list(map(itemgetter(at), body)) for at in range(width)]


def _country(columns: Sequence[Sequence[str]], places: Places, *, sure: bool) -> int:
    """Choose the column of countries: the best of those that say so, else one that is full of their names."""
    if sure:
        return places.countries[0]
    shares = {column: share_matched(columns[column]) for column in places.countries}
    if shares and (max(shares.values()) >= ENOUGH or not places.has_coordinates):
        return max(shares, key=lambda column: shares[column])
    if places.has_coordinates:
        return -1
    return next((number for number, cells in enumerate(columns) if share_matched(cells) >= SURE), -1)
