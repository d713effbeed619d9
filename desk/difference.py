"""What an edited table adds, removes and changes beside the one in data/, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from desk import words
from desk.cells import means
from desk.reading import Page
from i18n.text import Text
from layers.base import Field
from layers.edits import Edit, Kind

Row = tuple[str, ...]
Key = tuple[str, ...]


def key_columns(fields: Sequence[Field], *tables: pd.DataFrame) -> list[str]:
    """Name the columns that tell the rows apart: the declared id, else the fewest first columns that do, else all."""
    declared = [field.column for field in fields if field.id == "id"]
    columns = list(map(str, tables[0].columns))
    if declared:
        return declared
    for count in range(1, len(columns)):
        if not any(table.duplicated(columns[:count]).any() for table in tables):
            return columns[:count]
    return columns


def settled(old: pd.DataFrame, page: Page, fields: Sequence[Field]) -> Page:
    """Give an edited table as it would stand in the file: what a spreadsheet only rewrote is as it was.

    Rows stand as on the sheet, unless it was sorted: then those that were there keep their order, new ones follow.
    """
    keys = key_columns(fields, old, page.table)
    before = _by_key(old, keys)
    columns = list(page.table.columns)
    rows = list[Row]()
    for number, (key, row) in enumerate(_keyed(page.table, keys)):
        was = before.get(key, row)
        rows.append(tuple(
            was[place] if (number, place) in page.turned and means(was[place], cell) else cell
            for place, cell in enumerate(row)
        ))
    order = _order(list(before), [key for key, _row in _keyed(page.table, keys)])
    table = pd.DataFrame([rows[number] for number in order], columns=columns, dtype=object)
    return replace(page, table=table, numbers=tuple(page.numbers[number] for number in order))


def _order(old: Sequence[Key], new: Sequence[Key]) -> list[int]:
    """Say in which order new rows go into the file: as they stand, or as the old ones did if they were sorted."""
    rank = {key: number for number, key in enumerate(old)}
    ranks = [rank.get(key, len(rank)) for key in new]
    kept = [number for number in ranks if number < len(rank)]
    order = list(range(len(ranks)))
    return order if kept == sorted(kept) else sorted(order, key=ranks.__getitem__)


def compare(file: str, old: pd.DataFrame, new: pd.DataFrame, fields: Sequence[Field]) -> Iterator[Edit]:
    """List the edits that make the new table of the old: changed cells, added rows, removed rows."""
    keys = key_columns(fields, old, new)
    before, after = _by_key(old, keys), _by_key(new, keys)
    columns = list(map(str, old.columns))
    for key, row in after.items():
        was = before.get(key)
        name = "/".join(key)
        if was is None:
            yield from (Edit(file, name, Kind.ADDED, column, "", cell)
                        for column, cell in zip(columns, row, strict=True) if cell)
        else:
            yield from (Edit(file, name, Kind.CHANGED, *each)
                        for each in zip(columns, was, row, strict=True) if each[1] != each[2])
    for key in before.keys() - after.keys():
        yield from (Edit(file, "/".join(key), Kind.REMOVED, column, cell, "")
                    for column, cell in zip(columns, before[key], strict=True) if cell)


def said(edits: Sequence[Edit]) -> list[Text]:
    """Word the edits: a line a changed cell; of a row added or removed a line, then its cells."""
    lines, last = list[Text](), ("", "", "")
    for edit in edits:
        row = (edit.file, edit.id, str(edit.kind))
        if edit.kind == Kind.CHANGED:
            values = {"column": edit.column, "old": edit.old, "new": edit.new}
            lines.append(words.CHANGED.format(file=edit.file, id=edit.id, **values))
            continue
        if row != last:
            heading = words.ADDED if edit.kind == Kind.ADDED else words.REMOVED
            lines.append(heading.format(file=edit.file, id=edit.id))
        lines.append(words.CELL.format(column=edit.column, value=edit.new or edit.old))
        last = row
    return [*lines, words.COUNTED.format(**_counted(edits))]


def _counted(edits: Sequence[Edit]) -> Mapping[str, int]:
    rows = {(edit.file, edit.id, edit.kind) for edit in edits}
    return {
        "added": sum(kind == Kind.ADDED for *_row, kind in rows),
        "removed": sum(kind == Kind.REMOVED for *_row, kind in rows),
        "changed": sum(edit.kind == Kind.CHANGED for edit in edits),
    }


def _keyed(table: pd.DataFrame, keys: Sequence[str]) -> Iterator[tuple[Key, Row]]:
    places = [list(table.columns).index(key) for key in keys]
    for row in table.itertuples(index=False, name=None):
        yield tuple(row[place] for place in places), row


def _by_key(table: pd.DataFrame, keys: Sequence[str]) -> dict[Key, Row]:
    return dict(_keyed(table, keys))
