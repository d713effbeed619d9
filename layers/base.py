"""What a layer declares: its fields, their categories, its looks and where its rows stand on the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd
from shapely import Geometry
from shapely.geometry import LineString

from geo.tables import read_table
from i18n.text import Text

VAGUE = frozenset({"country", "region"})
"""Codes of a field `precision`: the point stands for a whole country or region."""


class Kind(StrEnum):
    """How a layer's rows are drawn."""

    AREA = "area"
    LINE = "line"
    POINT = "point"


class Holds(StrEnum):
    """What the cells of a field hold; lists inside a cell are joined by `|`."""

    TEXT = "text"
    BILINGUAL = "bilingual"  # two columns, x_ja and x_en
    CODE = "code"  # one of the field's categories
    CODES = "codes"  # several of them
    COUNTRIES = "countries"  # ISO 3166-1 alpha-3
    DATE = "date"  # YYYY, YYYY-MM or YYYY-MM-DD
    NUMBER = "number"
    LONGITUDE = "longitude"
    LATITUDE = "latitude"
    LINKS = "links"
    JOINED = "joined"  # iso_a3=date of joining, joined by |


@dataclass(frozen=True, slots=True)
class Category:
    """One value that a coded field may hold, and how it looks where the layer is coloured by that field."""

    code: str
    label: Text
    colour: str = ""
    mark: str = ""  # of a point: see render/picture/marks.py; line: solid dashed dotted dashdot; area: plain hatched
    hollow: bool = False
    width: float = 1.0  # of a line, in the usual width: a second sign beside the colour
    outranks: bool = False  # its colour holds whatever field the layer is coloured by
    shown_by_default: bool = True


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a layer's file (two when bilingual); `name` is what the program calls it."""

    column: str
    label: Text
    holds: Holds = Holds.TEXT
    name: str = ""
    categories: tuple[Category, ...] = ()
    refers_to: tuple[str, str] | None = None  # file and column whose values this one may hold
    required: bool = False
    derived: bool = False  # no column of the file: the layer's `prepare` makes it
    filters: bool = False
    in_table: bool = False
    in_facts: bool = True
    is_whole: bool = False  # of text: a | in it is a sign like any other and joins no list

    @property
    def id(self) -> str:
        return self.name or self.column

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(category.code for category in self.categories)

    def category(self, code: str) -> Category | None:
        """Find the category of a code, None for a blank or foreign one."""
        return next((category for category in self.categories if category.code == code), None)


def column(name_in_file: str, ja: str, en: str, holds: Holds = Holds.TEXT, **more: Any) -> Field:
    """Declare a column by its name in the file and its meaning in both languages."""
    return Field(name_in_file, Text(ja, en), holds, **more)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a line row (WGS 84, longitudes may run on beyond ±180); `lane` keeps neighbours apart."""

    line: LineString
    assumed: bool = False
    lane: int = 0
    start: str = ""  # the joint in open sea where it begins; "" is a place on land
    stop: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A date field that is only a plan while the row's status is one of these."""

    date: str
    while_status: frozenset[str]

    def covers(self, field_id: str, row: Mapping[str, Any]) -> bool:
        """Tell whether a date of a row is only promised, its status being what it is."""
        return field_id == self.date and row["status"] in self.while_status


@dataclass(frozen=True, slots=True)
class Layer:
    """Something the atlas can show: where its rows come from, what they say, how they look."""

    id: str
    title: Text
    kind: Kind
    order: int  # in lists and legends; drawing goes areas, lines, points
    file: str
    fields: tuple[Field, ...]
    coloured_by: str  # unless a choice says otherwise
    place: Callable[[pd.DataFrame], Sequence[Geometry]]
    source: Text
    read: Callable[[str], pd.DataFrame] = read_table
    prepare: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows
    dashed_by: str = ""  # the field that keeps giving lines their dashes, whatever they are coloured by
    regroup: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows  # what follows from status and date, made anew
    beside: tuple[str, ...] = ()  # other tables that its rows are made of
    shapes: str = ""  # a folder of geometry that its rows are drawn with
    on_by_default: bool = True
    confidence_hides: bool = True
    is_checked: bool = False  # what read its rows has checked them, and lets stand what ours may not hold
    is_crowd: bool = False  # so many points that they are gathered into circles wherever they would lie on each other
    promise: Promise | None = None
    settled: frozenset[str] = frozenset()  # statuses that do not age
    date_means: Text = Text("", "")
    note: Text = Text("", "")  # printed wherever the layer shows
    through: Text = Text("", "")  # heads the rows that a country has by `via`: a body, a region

    def field(self, name: str) -> Field:
        """Find a field by what the program calls it; raises KeyError."""
        for field in self.fields:
            if field.id == name:
                return field
        raise KeyError(name)

    @property
    def filters(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.filters)

    @property
    def looks(self) -> tuple[Category, ...]:
        return self.field(self.coloured_by).categories

    @property
    def colourings(self) -> tuple[Field, ...]:
        """List the fields that the layer can be coloured by: one code a row, and colours for the codes."""
        coded = [field for field in self.fields if field.holds == Holds.CODE]
        return tuple(field for field in coded if any(category.colour for category in field.categories))
