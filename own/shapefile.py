"""Read a zipped Shapefile: its parts unpacked in memory, a missing index made again, its words in their encoding."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import numpy as np
import shapely
from pyogrio import raw as pyogrio
from pyogrio.errors import CRSError, DataLayerError, DataSourceError, FieldError, GeometryError

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from own.crs import COMMON, unknown
from own.encodings import NAMES
from own.features import Features
from own.limits import MOST_ROWS
from own.question import Answers, Part, QuestionError
from own.raw import Raw
from own.report import Note, Treatment, about
from own.unzip import unzip

ENDINGS = (".shp", ".dbf", ".shx", ".prj", ".cpg")
MAGIC = b"\0\0\x27\x0a"
HEADER, RECORD = 100, 8  # bytes of a .shp before its records, and of a record before its shape
TO_PYTHON = {"65001": "utf-8", "932": "cp932", "sjis": "cp932", "shift_jis": "cp932", "ms932": "cp932",
             "1252": "cp1252", "88591": "cp1252", "iso-8859-1": "cp1252"}
TO_GDAL = {"utf-8": "UTF-8", "cp932": "CP932", "cp1252": "CP1252"}
HIGH = bytes(range(0x80, 0x100))
FEW_LOST = 0.02  # share of bytes that may not be UTF-8: a value cut in the middle of a letter
ON_FILES = (DataSourceError, DataLayerError, FieldError, GeometryError, CRSError, ValueError, RuntimeError, IndexError,
            UnboundLocalError, struct.error)
"""What a broken Shapefile raises in GDAL."""
Parts = Mapping[str, bytes]


def read(content: bytes, name: str, answers: Answers) -> Raw:
    """Read one Shapefile of a zip; raises AtlasError for a broken one, QuestionError for a choice or a missing CRS."""
    parts, called = _chosen(unzip(content, name, _is_wanted), name, answers.table)
    if not parts[".shp"].startswith(MAGIC) or len(parts[".shp"]) < HEADER:
        raise AtlasError(words.BROKEN_SHP.format(name=name, part=f"{called}.shp"))
    encoding = _encoding(parts.get(".dbf", b""), parts.get(".cpg", b""))
    try:
        with warnings.catch_warnings(action="ignore"):  # of letters that are none: the report tells of them
            meta, _fids, wkb, columns = pyogrio.read(_clean_zip(parts), encoding=TO_GDAL[encoding],
                                                     max_features=MOST_ROWS + 1)
    except ON_FILES:
        raise AtlasError(words.BROKEN_SHP.format(name=name, part=f"{called}.shp")) from None
    crs = str(meta.get("crs") or "") if ".prj" in parts else ""
    if not crs and not answers.crs:
        named = parts.get(".prj", b"").decode("utf-8", "ignore").strip()
        raise unknown(named, name) if named else QuestionError(words.NO_PRJ.format(name=name), Part.CRS, COMMON)
    features = _collected(name, wkb, dict(zip(meta["fields"], columns, strict=True)))
    return features.settled(crs, answers, *_notes(parts, called, encoding, len(features.shapes)))


def _is_wanted(member: str) -> bool:
    path = PurePosixPath(member)
    return path.suffix.casefold() in ENDINGS and "__MACOSX" not in path.parts


def _chosen(members: Parts, name: str, wanted: str) -> tuple[dict[str, bytes], str]:
    """Choose the Shapefile to read: its parts by ending, and its name."""
    stems = {member[:-4]: PurePosixPath(member).stem for member in members if member.casefold().endswith(".shp")}
    found = {stem: called for stem, called in stems.items() if not wanted or wanted in (called, stem)}
    if len(found) != 1:
        text = words.WHICH_TABLE if len(found) > 1 else words.NO_TABLE
        shown = list(stems.values()) if len(set(stems.values())) == len(stems) else list(stems)
        raise QuestionError(text.format(name=name, table=wanted, tables=", ".join(shown)), Part.TABLE, shown)
    stem, called = next(iter(found.items()))
    same_stem = {member: part for member, part in members.items() if member[:-4].casefold() == stem.casefold()}
    return {member[-4:].casefold(): part for member, part in same_stem.items()}, called


def _clean_zip(parts: Parts) -> bytes:
    """Put the parts into a zip of our own, under names of our own: what GDAL opens holds nothing else."""
    index = _index(parts[".shp"])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as clean:
        for ending in (".shp", ".dbf", ".prj"):
            if ending in parts:
                clean.writestr(f"own{ending}", parts[ending])
        clean.writestr("own.shx", index)
    return packed.getvalue()


def _index(shp: bytes) -> bytes:
    """Make the index (.shx) from the records themselves, as far as they are whole."""
    entries, at = list[bytes](), HEADER
    while at + RECORD <= len(shp) and len(entries) <= MOST_ROWS:
        length = int.from_bytes(shp[at + 4 : at + 8], "big")
        if length < 2 or at + RECORD + 2 * length > len(shp):
            break
        entries.append(struct.pack(">ii", at // 2, length))
        at += RECORD + 2 * length
    body = b"".join(entries)
    return shp[:24] + struct.pack(">i", (HEADER + len(body)) // 2) + shp[28:HEADER] + body


def _encoding(dbf: bytes, cpg: bytes) -> str:
    """Name the encoding of the words: as the .cpg says where that fits, else as the bytes look."""
    said = cpg.decode("ascii", "ignore").strip().casefold()
    told = TO_PYTHON.get(said.removeprefix("cp").removeprefix("windows-").removeprefix("ansi "), said)
    words_in = _words_in(dbf)
    high = len(words_in) - len(words_in.translate(None, HIGH))
    if not high:
        return told if told in TO_GDAL else "utf-8"
    lost = len(words_in) - len(words_in.decode("utf-8", "ignore").encode())
    if lost <= FEW_LOST * high:
        return "utf-8"
    return told if told in ("cp932", "cp1252") else "cp932"


def _words_in(dbf: bytes) -> bytes:
    """Give what stands in the records of a .dbf, behind its header."""
    return dbf[int.from_bytes(dbf[8:10], "little") :].translate(None, b"\0")


def _records(dbf: bytes) -> int:
    """Count the records of a .dbf: as many as its header promises, but no more than there is room for."""
    promised, begin, length = (int.from_bytes(dbf[at:end], "little") for at, end in ((4, 8), (8, 10), (10, 12)))
    return min(promised, -(-max(0, len(dbf) - begin) // max(1, length)))


def _is_readable(words_in: bytes, encoding: str) -> bool:
    return len(words_in) - len(words_in.decode(encoding, "ignore").encode(encoding)) == 0


def _collected(name: str, wkb: Any, columns: Mapping[str, Any]) -> Features:
    features = Features(name)
    shapes = shapely.from_wkb(wkb, on_invalid="ignore") if wkb is not None and len(wkb) else ()
    cells = [_values(column) for column in columns.values()]
    for number, shape in enumerate(shapes):
        features.add({key: column[number] for key, column in zip(columns, cells, strict=True)}, shape)
    return features


def _values(column: Any) -> list[Any]:
    """Give a column as plain values: days as ISO 8601, None where there is none."""
    if column.dtype.kind == "M":
        return ["" if day == "NaT" else day.removesuffix("T00:00:00.000") for day in np.datetime_as_string(column)]
    return list(column.tolist())


def _notes(parts: Parts, called: str, encoding: str, count: int) -> list[Note]:
    told = [Note(Treatment.READ, notes.SHAPEFILE.format(layer=called, encoding=NAMES[encoding]))]
    if ".dbf" not in parts:
        told.append(Note(Treatment.REMARKED, notes.NO_DBF))
    elif not _is_readable(_words_in(parts[".dbf"]), encoding):
        told.append(Note(Treatment.REMARKED, notes.UNDECODED.format(encoding=NAMES[encoding])))
    if ".shx" not in parts:
        told.append(Note(Treatment.REPAIRED, notes.NO_SHX))
    promised = _records(parts.get(".dbf", b""))
    if promised > count:
        told.append(about(Treatment.LEFT_OUT, notes.SHP_CUT, range(count + 1, promised + 1)))
    return told
