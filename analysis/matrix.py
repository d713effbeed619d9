"""The engagement matrix: what there is of each country in each field, counted as the filters count it.

Every cell carries the query that opens its rows, so that a click, the map and the table agree with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analysis.document import Grid, Line
from geo.countries import read_countries, read_regions
from geo.tables import split
from i18n import plan_words as words
from i18n.text import Lang, Text
from layers.common import fields_of_the_plan
from layers.registry import find_layers
from scene.choice import Choice
from scene.facet import Facet
from scene.grammar import write_choice
from scene.sieve import Sieve
from scene.survey import readable

Counts = NDArray[np.int64]
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """Rows of each layer, those among them that are there only through a body, and the view that shows them."""

    kinds: tuple[tuple[str, int], ...]  # (layer id, rows), layers with none left out
    through: int
    query: str

    @property
    def count(self) -> int:
        return sum(count for _layer, count in self.kinds)


@dataclass(frozen=True, slots=True)
class Row:
    """A country, or a whole region ahead of its countries; `total` counts each row once, whatever its fields."""

    id: str
    name: Text
    region_id: str
    is_region: bool
    cells: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class Matrix:
    """Countries by fields under a choice; a row of several fields counts in each, and once in the totals."""

    choice: Choice
    fields: tuple[str, ...]
    rows: tuple[Row, ...]

    def row(self, name: str) -> Row:
        """Find a country or region; raises KeyError."""
        for row in self.rows:
            if row.id == name:
                return row
        raise KeyError(name)


def build_matrix(choice: Choice) -> Matrix:
    """Count countries by fields in the layers that are on; regions and countries with nothing have rows as well."""
    tallies = [_Tally.of(sieve, choice) for sieve in readable(_on(choice), choice.plan)]
    fields = [category.code for category in fields_of_the_plan()
              if not choice.field or category.code in choice.field]
    rows = [row for region_id in _regions(choice) for row in _rows(region_id, choice, tallies, fields)]
    return Matrix(choice, tuple(fields), tuple(rows))


def to_grid(matrix: Matrix, *, empty: bool = False) -> Grid:
    """Lay the matrix out as a table; countries without any row are left out unless asked for."""
    lang = matrix.choice.lang
    names = {category.code: category.label[lang] for category in fields_of_the_plan()}
    head = (words.COUNTRY[lang], *(names[field] for field in matrix.fields), words.ALL_FIELDS[lang])
    lines = [
        (Line(_named(row, lang), query=row.total.query), *(_line(cell, lang) for cell in (*row.cells, row.total)))
        for row in matrix.rows if empty or row.is_region or row.total.count
    ]
    return Grid(words.MATRIX[lang], head, tuple(lines))


@dataclass(frozen=True, slots=True)
class _Tally:
    """One layer's counts: by country or region, by field, and in all."""

    layer_id: str
    by_field: Mapping[tuple[str, str], int]
    in_all: Mapping[str, int]
    own_by_field: Mapping[tuple[str, str], int]
    own_in_all: Mapping[str, int]

    @classmethod
    def of(cls, sieve: Sieve, choice: Choice) -> _Tally:
        free = replace(choice, region=frozenset(), country=frozenset(), field=frozenset())
        mask = sieve.shown(free)
        wanted = sieve.facets["field"].any_of(choice.field) if choice.field else mask
        own = Facet.of([split(cell) for cell in sieve.rows["iso_a3"]])
        places = sieve.facets["country"], _within(sieve, choice)
        by_field, in_all = _joined(lambda facet: _crossed(facet, sieve.facets["field"], mask), places), dict[str, int]()
        for facet in places:
            in_all |= facet.counts(mask & wanted)
        return cls(sieve.layer.id, by_field, in_all, _crossed(own, sieve.facets["field"], mask),
                   own.counts(mask & wanted))

    def cell(self, name: str, field: str) -> tuple[int, int]:
        """Give the rows of a country or region in a field ("" = all), and how many are its own."""
        key = (name, field)
        total = self.by_field.get(key, 0) if field else self.in_all.get(name, 0)
        own = self.own_by_field.get(key, 0) if field else self.own_in_all.get(name, 0)
        return total, own


def _within(sieve: Sieve, choice: Choice) -> Facet:
    """Give the regions of the rows; under a filter on countries, those of the countries chosen alone."""
    if not choice.country:
        return sieve.facets["region"]
    countries, known = sieve.facets["country"], read_countries()
    chosen = [[code for code, held in zip(countries.codes, line, strict=True) if held and code in choice.country]
              for line in countries.member]
    return Facet.of([list(dict.fromkeys(known[code].region_id for code in codes)) for codes in chosen])


def _crossed(one: Facet, other: Facet, mask: NDArray[np.bool_]) -> dict[tuple[str, str], int]:
    counts: Counts = (one.member & mask[:, None]).astype(np.int64).T @ other.member.astype(np.int64)
    return {(one.codes[a], other.codes[b]): int(counts[a, b]) for a, b in zip(*np.nonzero(counts), strict=True)}


def _joined(
    cross: Callable[[Facet], dict[tuple[str, str], int]], facets: Iterable[Facet],
) -> dict[tuple[str, str], int]:
    return {key: count for facet in facets for key, count in cross(facet).items()}


def _rows(region_id: str, choice: Choice, tallies: Sequence[_Tally], fields: Sequence[str]) -> list[Row]:
    codes = [country.iso_a3 for country in read_countries().values()
             if country.region_id == region_id and (not choice.country or country.iso_a3 in choice.country)]
    if choice.country and not codes:
        return []
    here = replace(choice, region=frozenset({region_id}), country=frozenset())
    if choice.country:
        here = replace(choice, region=frozenset(), country=frozenset(codes))
    names = {code: read_countries()[code].name for code in codes}
    whole = _row(region_id, read_regions()[region_id].name, region_id, here, tallies, fields)
    return [whole, *(_row(code, names[code], region_id, _at(choice, code), tallies, fields) for code in codes)]


def _row(
    name: str, title: Text, region_id: str, here: Choice, tallies: Sequence[_Tally], fields: Sequence[str],
) -> Row:
    is_region = name == region_id
    cells = [_cell(name, field, here.narrowed("field", frozenset({field})), tallies, is_region) for field in fields]
    return Row(name, title, region_id, is_region, tuple(cells), _cell(name, "", here, tallies, is_region))


def _cell(name: str, field: str, view: Choice, tallies: Sequence[_Tally], is_region: bool) -> Cell:
    counts = {tally.layer_id: tally.cell(name, field) for tally in tallies}
    kinds = tuple((layer_id, total) for layer_id, (total, _own) in counts.items() if total)
    through = 0 if is_region else sum(total - own for total, own in counts.values())
    return Cell(kinds, through, write_choice(view) if kinds or not field else "")


def _at(choice: Choice, code: str) -> Choice:
    return replace(choice, region=frozenset(), country=frozenset({code}))


def _regions(choice: Choice) -> list[str]:
    return [region_id for region_id in read_regions() if not choice.region or region_id in choice.region]


def _on(choice: Choice) -> list[str]:
    return [layer_id for layer_id in find_layers() if layer_id in choice.layers]


def _named(row: Row, lang: Lang) -> str:
    return words.WHOLE_REGION.format(region=row.name)[lang] if row.is_region else row.name[lang]


def _line(cell: Cell, lang: Lang) -> Line:
    if not cell.count:
        return Line(NOTHING)
    partly = words.PARTLY_THROUGH.format(count=cell.count, through=cell.through)[lang]
    return Line(partly if cell.through else str(cell.count), query=cell.query)
