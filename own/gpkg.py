"""Read a GeoPackage in memory: one table of features, by plain reading; views, triggers and functions never run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import shapely

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from own.features import Features
from own.limits import MOST_ROWS
from own.question import Answers, Part, QuestionError
from own.raw import Raw
from own.report import Note, Treatment

ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_TRANSACTION})
ENVELOPES = (0, 32, 48, 48, 64)  # bytes, by the code in the flags
JOURNAL = slice(18, 20)  # of the header: 2, 2 asks for a write-ahead log beside the file, which did not come with it
STORED = 0  # in table_xinfo, of a column that is not reckoned by the file's own rule
MAGIC, HEADER = b"GP", 8
LAYERS = """
SELECT contents.table_name, geometry.column_name, reference.organization, reference.organization_coordsys_id,
       reference.definition, master.type, master.sql
FROM gpkg_contents AS contents
JOIN gpkg_geometry_columns AS geometry ON geometry.table_name = contents.table_name
LEFT JOIN gpkg_spatial_ref_sys AS reference ON reference.srs_id = geometry.srs_id
LEFT JOIN sqlite_master AS master ON master.name = contents.table_name
WHERE contents.data_type = 'features'
"""
Row = Sequence[Any]


def read(content: bytes, name: str, answers: Answers) -> Raw:
    """Read one layer; raises AtlasError for a broken or empty file, QuestionError where several could be meant."""
    try:
        with sqlite3.connect(":memory:") as connection:
            return _read(connection, content, name, answers)
    except (sqlite3.Error, OverflowError, UnicodeDecodeError):
        raise AtlasError(words.BROKEN_GPKG.format(name=name)) from None


def _read(connection: sqlite3.Connection, content: bytes, name: str, answers: Answers) -> Raw:
    copy = bytearray(content)
    copy[JOURNAL] = b"\1\1"
    connection.deserialize(bytes(copy))
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.set_authorizer(_allow)
    table, column, crs = _layer(connection, name, answers.table)
    features = Features(name)
    rows = list(_rows(connection, table, column))
    shapes = shapely.from_wkb([_wkb(blob) for _, blob in rows], on_invalid="ignore") if rows else ()
    for (attributes, blob), shape in zip(rows, shapes, strict=True):
        features.add(attributes, shape, is_broken=blob is not None and shape is None)
    return features.settled(crs, answers, Note(Treatment.READ, notes.LAYER.format(layer=table)))


def _allow(action: int, about: str | None, _more: str | None, _base: str | None, view: str | None) -> int:
    """Allow plain reading; nothing on behalf of a view, even one that stands for a table of the format itself."""
    is_plain = action in ALLOWED or (action == sqlite3.SQLITE_PRAGMA and about == "table_xinfo")
    return sqlite3.SQLITE_OK if is_plain and view is None else sqlite3.SQLITE_DENY


def _layer(connection: sqlite3.Connection, name: str, wanted: str) -> tuple[str, str, str]:
    """Choose the layer: its table, its column of shapes and its CRS."""
    try:
        layers = {str(row[0]): row for row in connection.execute(LAYERS)}
    except sqlite3.OperationalError:  # no such table
        raise AtlasError(words.NO_GPKG.format(name=name)) from None
    except MemoryError:  # SQLite asks for as much as a spoilt page tells it to
        raise AtlasError(words.BROKEN_GPKG.format(name=name)) from None
    plain = {table: row for table, row in layers.items() if _is_plain(row)}
    if not plain:
        raise AtlasError((words.ONLY_VIEWS if layers else words.NO_LAYERS).format(name=name))
    if wanted not in plain and (wanted or len(plain) > 1):
        text = words.NO_TABLE if wanted else words.WHICH_TABLE
        raise QuestionError(text.format(name=name, table=wanted, tables=", ".join(plain)), Part.TABLE, list(plain))
    row = plain[wanted] if wanted else next(iter(plain.values()))
    return str(row[0]), str(row[1]), _crs(row)


def _is_plain(row: Row) -> bool:
    """Tell whether a layer is a table that holds rows of its own: no view, nothing virtual."""
    return row[5] == "table" and not str(row[6]).upper().lstrip().startswith("CREATE VIRTUAL")


def _crs(row: Row) -> str:
    organization, code, definition = row[2:5]
    if str(organization).upper() == "EPSG":
        return f"EPSG:{code}"
    return str(definition) if str(organization).upper() not in ("NONE", "") and definition else ""


def _rows(connection: sqlite3.Connection, table: str, column: str) -> Iterator[tuple[dict[str, Any], Any]]:
    """Go through the rows as (attributes, blob of the shape)."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_xinfo({_quoted(table)})") if row[6] == STORED]
    if column not in names:
        raise sqlite3.DatabaseError(f"no column {column}")
    at = names.index(column)
    columns = ", ".join(map(_quoted, names))
    cursor = connection.execute(f"SELECT {columns} FROM {_quoted(table)} LIMIT {MOST_ROWS + 1}")
    for row in cursor:
        yield {key: value for place, (key, value) in enumerate(zip(names, row, strict=True)) if place != at}, row[at]


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _wkb(blob: Any) -> bytes | None:
    """Give the shape behind a GeoPackage header as WKB; None where there is none to be read."""
    if not isinstance(blob, bytes) or not blob.startswith(MAGIC) or len(blob) <= HEADER:
        return None
    code = blob[3] >> 1 & 0b111
    return blob[HEADER + ENVELOPES[code] :] if code < len(ENVELOPES) else None
