"""What the desk edited in the data since a date: the recorded cells, gathered into rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from geo.countries import read_countries
from geo.tables import read_table, split
from i18n.text import LISTED, Text, same
from layers.base import Holds
from layers.dictionary import fields_by_column, label
from layers.edits import Dated, Kind, read_edits
from layers.schema import columns_of
from layers.support import all_tables
from scene.choice import Choice

EDITED = {
    Kind.ADDED: Text("行を追加", "row added"),
    Kind.REMOVED: Text("行を削除", "row removed"),
}
CELL = Text("{label}: 「{old}」→「{new}」", "{label}: “{old}” → “{new}”")
BECAUSE = Text("(理由: {note})", " (why: {note})")


@dataclass(frozen=True, slots=True)
class Edited:
    """A row that the desk edited on a day: which, how, and why."""

    date: str
    file: str
    id: str
    name: Text
    what: Text


def edited(place: Choice, since: str) -> Iterator[Edited]:
    """Gather the recorded cells into rows: all that was done to one row on one day, for one reason."""
    recent = [each for each in read_edits() if each.date >= since[: len(each.date)]]
    for (date, note, file, row_id, kind), cells in groupby(recent, key=_row_of):
        found = list(cells)
        row = _row_as_known(file, row_id, found)
        if _lies_in(place, row):
            yield Edited(date, file, row_id, _name(file, row, row_id), _what(file, Kind(kind), found, note))


def _row_of(each: Dated) -> tuple[str, str, str, str, str]:
    return each.date, each.note, each.edit.file, each.edit.id, each.edit.kind


def _row_as_known(file: str, row_id: str, cells: Sequence[Dated]) -> dict[str, str]:
    """Give the row as the table has it now; of one that is gone, what the record kept."""
    kept = {each.edit.column: each.edit.new or each.edit.old for each in cells}
    keys = [field.column for field in all_tables().get(file, ()) if field.id == "id"]
    if not keys:
        first, *_others = row_id.split("/")  # a table without an id: its first column says whose the row is
        return kept | {"id": first}
    table = read_table(file)
    for row in table[table[keys[0]] == row_id].to_dict("records"):
        return {str(column): str(cell) for column, cell in row.items()}
    return kept


def _lies_in(place: Choice, row: dict[str, str]) -> bool:
    """Tell whether a row is of the countries and regions asked for; by its own region where it has no country."""
    codes = [code for code in split(row.get("iso_a3", "")) if code in read_countries()]
    regions = {read_countries()[code].region_id for code in codes} or set(split(row.get("region_id", "")))
    wanted = ((place.country, set(codes)), (place.region, regions))
    return all(not asked or bool(asked & found) for asked, found in wanted)


def _name(file: str, row: dict[str, str], row_id: str) -> Text:
    """Give what the table calls the row: its name, else its first text in both languages, else the id."""
    pairs = [field for field in all_tables().get(file, ()) if field.holds == Holds.BILINGUAL and not field.derived]
    for field in sorted(pairs, key=lambda field: field.id != "name")[:1]:
        ja, en = (row.get(column) or row_id for column in columns_of(field))
        return Text(ja, en)
    return same(row_id)


def _what(file: str, kind: Kind, cells: Sequence[Dated], note: str) -> Text:
    labels = {column: label(field, column) for column, field in fields_by_column(all_tables().get(file, ())).items()}
    parts = [CELL.format(label=labels.get(each.edit.column, same(each.edit.column)), old=each.edit.old,
                         new=each.edit.new) for each in cells]
    what = LISTED.join(parts) if kind == Kind.CHANGED else EDITED[kind]
    return what + BECAUSE.format(note=note) if note else what
