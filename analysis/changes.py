"""What changed since a date, of a country or a region: what was edited in the data, and what happened in the world.

The two are kept apart: an edit has the day on which the desk made it, an event the date that the row itself gives. A
date counts as far as it is known: 2025 may be later than 2025-06 and is listed. What is only planned has not happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from geo.countries import read_countries
from geo.tables import read_table, split
from i18n.errors import AtlasError
from i18n.text import LISTED, Text, same
from layers.base import Field, Holds, Layer
from layers.dataset import dataset_date
from layers.dictionary import fields_by_column, label
from layers.edits import Dated, Kind, read_edits
from layers.registry import our_layers
from layers.rules import is_date
from layers.schema import columns_of
from layers.support import all_tables
from layers.wording import Row
from scene.choice import Choice
from scene.survey import readable

NO_DATE = Text(
    "「{given}」は日付ではありません。2025、2025-06、2025-06-30 のように書いてください。",
    "“{given}” is no date; write 2025, 2025-06 or 2025-06-30.",
)
STATUS = Text("状況の時点: {status}", "Status as of: {status}")
EDITED = {
    Kind.ADDED: Text("行を追加", "row added"),
    Kind.REMOVED: Text("行を削除", "row removed"),
}
CELL = Text("{label}: 「{old}」→「{new}」", "{label}: “{old}” → “{new}”")
BECAUSE = Text("(理由: {note})", " (why: {note})")
EDITED_SINCE = Text("データの編集({since} 以降、{count} 行)", "Edited in the data since {since}: {count} rows")
NONE_EDITED = Text("データの編集({since} 以降)はありません。", "Nothing was edited in the data since {since}.")
HAPPENED_SINCE = Text("起きたことと状況の確認({since} 以降、{count} 件)",
                      "Events and statuses dated since {since}: {count}")
NONE_HAPPENED = Text("起きたことと状況の確認({since} 以降)はありません。", "No event or status is dated since {since}.")
EDIT_LINE = Text("{date} {file} {name}: {what}", "{date} {file} {name}: {what}")
YEAR_ALONE = Text("{year}(月は不明)", "{year} (month unknown)")
EVENT_LINE = Text("{date} [{layer}] {name}: {what}", "{date} [{layer}] {name}: {what}")
AS_OF = "status_as_of"


@dataclass(frozen=True, slots=True)
class Edited:
    """A row that the desk edited on a day: which, how, and why."""

    date: str
    file: str
    id: str
    name: Text
    what: Text


@dataclass(frozen=True, slots=True)
class Happened:
    """Something dated that a row tells: an event, or the status that a source of that date gives."""

    date: str
    layer: Layer
    id: str
    name: Text
    what: Text
    row: Row


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a date, newest first."""

    since: str
    edited: tuple[Edited, ...]
    happened: tuple[Happened, ...]


Dateable = TypeVar("Dateable", Edited, Happened)


def changes(choice: Choice, since: str = "") -> Changes:
    """List what changed since a date (ISO; a year before the data set's own if blank) where the choice looks.

    Of the choice region and country count, in every layer; raises AtlasError for what is no date.
    """
    start = since or a_year_before()
    if not is_date(start):
        raise AtlasError(NO_DATE.format(given=start[:40]))
    place = Choice(region=choice.region, country=choice.country)
    happened = sorted(_happened(place, start), key=lambda each: (each.layer.order, each.id))
    edited = sorted(_edited(place, start), key=lambda each: (each.file, each.id))
    return Changes(start, _newest_first(edited), _newest_first(happened))


def a_year_before() -> str:
    """Give the date one year before the data set's own."""
    today = dataset_date().isoformat()
    return f"{int(today[:4]) - 1:04d}{today[4:]}".replace("02-29", "02-28")


def worded(found: Changes) -> Iterator[Text]:
    """Word the list, a line each: what was edited first, then what happened; an empty part says so."""
    yield say_edited(found)
    yield from map(edited_words, found.edited)
    yield say_happened(found)
    yield from map(event_words, found.happened)


def say_edited(found: Changes) -> Text:
    """Say how many rows were edited."""
    said = EDITED_SINCE if found.edited else NONE_EDITED
    return said.format(count=len(found.edited), since=found.since)


def say_happened(found: Changes) -> Text:
    """Say how many events and statuses are dated since."""
    said = HAPPENED_SINCE if found.happened else NONE_HAPPENED
    return said.format(count=len(found.happened), since=found.since)


def edited_words(edit: Edited) -> Text:
    """Word an edit."""
    return EDIT_LINE.format(date=edit.date, file=edit.file, name=edit.name, what=edit.what)


def event_words(event: Happened) -> Text:
    """Word an event."""
    known = YEAR_ALONE.format(year=event.date) if event.date.isdigit() else same(event.date)
    return EVENT_LINE.format(date=known, layer=event.layer.title, name=event.name, what=event.what)


def _happened(place: Choice, since: str) -> Iterator[Happened]:
    for sieve in readable(our_layers()):
        for row in sieve.each_row(place):
            name = Text(str(row["name_ja"]), str(row["name_en"]))
            for date, what in _events(sieve.layer, row):
                if _falls(date, since):
                    yield Happened(date, sieve.layer, str(row["id"]), name, what, row)


def _events(layer: Layer, row: Row) -> Iterator[tuple[str, Text]]:
    """List the dated events of a row, and its status with the date of the source that supports it."""
    for field in layer.fields:
        if field.holds == Holds.DATE and row[field.id] and field.id != AS_OF and not _is_plan(layer, field, row):
            yield str(row[field.id]), (field.id == "date" and layer.date_means) or field.label
    if row[AS_OF]:
        yield str(row[AS_OF]), STATUS.format(status=_status(layer, row))


def _is_plan(layer: Layer, field: Field, row: Row) -> bool:
    """Tell whether a date is only promised while the row's status is what it is."""
    return bool(layer.promise and layer.promise.covers(field.id, row))


def _status(layer: Layer, row: Row) -> Text:
    category = layer.field("status").category(str(row["status"])) if row["status"] else None
    return category.label if category else same(str(row["status"]))


def _falls(date: str, since: str) -> bool:
    """Tell whether a date, as far as it is known, may lie between a day and the data set's own."""
    until = dataset_date().isoformat()
    known = min(len(date), len(since))
    return date[:known] >= since[:known] and date <= until[: len(date)]


def _edited(place: Choice, since: str) -> Iterator[Edited]:
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


def _newest_first(found: Iterable[Dateable]) -> tuple[Dateable, ...]:
    return tuple(sorted(found, key=lambda each: each.date, reverse=True))
