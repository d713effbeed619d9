"""What kind of file it is, by its bytes: the name has a say only in that it must not contradict them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from enum import StrEnum
from pathlib import PurePosixPath

from i18n import own as words
from i18n import own_zip as zips
from i18n.errors import AtlasError
from i18n.text import Text, same
from own.encodings import encoding_of
from own.limits import MOST_MEMBERS
from own.unzip import shown_name


class FileKind(StrEnum):
    """The kinds that are read, by the name of the module that reads them."""

    CSV = "csv_file"
    XLSX = "xlsx_file"
    GEOJSON = "geojson"
    SHAPEFILE = "shapefile"
    GPKG = "gpkg"
    KML = "kml"


NAMES = {FileKind.CSV: "CSV", FileKind.XLSX: "XLSX", FileKind.GEOJSON: "GeoJSON", FileKind.GPKG: "GeoPackage",
         FileKind.KML: "KML", FileKind.SHAPEFILE: "Shapefile (zip)"}
BY_ENDING = {
    ".csv": FileKind.CSV, ".tsv": FileKind.CSV, ".tab": FileKind.CSV, ".xlsx": FileKind.XLSX, ".xlsm": FileKind.XLSX,
    ".geojson": FileKind.GEOJSON, ".json": FileKind.GEOJSON, ".geojsonl": FileKind.GEOJSON,
    ".gpkg": FileKind.GPKG, ".kml": FileKind.KML, ".kmz": FileKind.KML, ".zip": FileKind.SHAPEFILE,
}
OTHERS: Sequence[tuple[bytes, Text, Text]] = (
    (b"\xd0\xcf\x11\xe0", words.OLD_EXCEL, words.SAVE_AS_XLSX),
    (b"%PDF", same("PDF"), words.BRING_A_TABLE),
    (b"\x89PNG", same("PNG"), words.BRING_A_TABLE),
    (b"\xff\xd8\xff", same("JPEG"), words.BRING_A_TABLE),
    (b"GIF8", same("GIF"), words.BRING_A_TABLE),
    (b"II*\0", same("TIFF"), words.BRING_A_TABLE),
    (b"MM\0*", same("TIFF"), words.BRING_A_TABLE),
    (b"\x1f\x8b", same("gzip"), words.UNPACK_FIRST),
    (b"7z\xbc\xaf", same("7z"), words.UNPACK_FIRST),
    (b"Rar!", same("RAR"), words.UNPACK_FIRST),
    (b"BZh", same("bzip2"), words.UNPACK_FIRST),
    (b"\xfd7zXZ", same("xz"), words.UNPACK_FIRST),
    (b"\x28\xb5\x2f\xfd", same("zstd"), words.UNPACK_FIRST),
    (b"\0\0\x27\x0a", words.BARE_SHP, words.ZIP_TOGETHER),
    (b"fgb\x03", same("FlatGeobuf"), words.SAVE_AS_GPKG),
    (b"PAR1", same("Parquet"), words.SAVE_AS_GPKG),
    (b"ARROW1", same("Arrow"), words.SAVE_AS_GPKG),
    (b"\x7fELF", words.A_PROGRAM, words.BRING_A_TABLE),
    (b"MZ\x90", words.A_PROGRAM, words.BRING_A_TABLE),
    (b"#!", words.A_PROGRAM, words.BRING_A_TABLE),
)
ROOTS = {b"html": same("HTML"), b"gml": same("GML"), b"featurecollection": same("GML"), b"gpx": same("GPX"),
         b"svg": same("SVG"), b"osm": same("OpenStreetMap XML"), b"workbook": words.EXCEL_AS_XML, b"rss": same("RSS")}
SQLITE = b"SQLite format 3\0"
ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
START = 4_000  # bytes in which the beginning of a text is looked at


def recognise(content: bytes, name: str) -> FileKind:
    """Tell what a file is; raises AtlasError for what is not read, or is named as something else."""
    kind = _by_bytes(content, name)
    expected = BY_ENDING.get(PurePosixPath(name).suffix.casefold())
    if expected and expected != kind and not _is_kmz_as_zip(expected, kind):
        raise AtlasError(words.MISNAMED.format(name=name, named=NAMES[expected], found=NAMES[kind]))
    return kind


def _is_kmz_as_zip(expected: FileKind, kind: FileKind) -> bool:
    return (expected, kind) == (FileKind.SHAPEFILE, FileKind.KML)


def _by_bytes(content: bytes, name: str) -> FileKind:
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(content, name)
    if content.startswith(SQLITE):
        return FileKind.GPKG
    for magic, what, advice in OTHERS:
        if content.startswith(magic):
            raise AtlasError(words.NOT_READ.format(name=name, what=what, advice=advice))
    return _written(content, name)


def _packed(content: bytes, name: str) -> FileKind:
    """Tell a zip by what is in it; the members themselves are not opened here."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            members = [shown_name(member).replace("\\", "/") for member in parts.infolist()[: MOST_MEMBERS + 1]]
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError):
        is_book = BY_ENDING.get(PurePosixPath(name).suffix.casefold()) == FileKind.XLSX
        raise AtlasError((words.BROKEN_BOOK if is_book else zips.BROKEN_ZIP).format(name=name)) from None
    if not members:
        raise AtlasError(zips.EMPTY_ZIP.format(name=name))
    if "[Content_Types].xml" in members:
        return _office(members, name)
    endings = {PurePosixPath(member).suffix.casefold() for member in members if "__MACOSX" not in member}
    if ".shp" in endings:
        return FileKind.SHAPEFILE
    if ".kml" in endings:
        return FileKind.KML
    if "mimetype" in members and "content.xml" in members:
        raise AtlasError(words.NOT_READ.format(name=name, what=same("OpenDocument"), advice=words.SAVE_AS_XLSX))
    if any(".gdb/" in member for member in members):
        raise AtlasError(words.NOT_READ.format(name=name, what=same("File Geodatabase"), advice=words.SAVE_AS_GPKG))
    raise AtlasError(zips.STRANGE_ZIP.format(name=name, members=_few(members)))


def _office(members: Sequence[str], name: str) -> FileKind:
    if any(PurePosixPath(member).name == "vbaProject.bin" for member in members):
        raise AtlasError(zips.MACROS.format(name=name))
    if "xl/workbook.xml" in members:
        return FileKind.XLSX
    what = same("XLSB") if "xl/workbook.bin" in members else words.OTHER_OFFICE
    raise AtlasError(words.NOT_READ.format(name=name, what=what, advice=words.SAVE_AS_XLSX))


def _written(content: bytes, name: str) -> FileKind:
    """Tell a text by how it begins."""
    encoding = encoding_of(content)
    if not encoding:
        raise AtlasError(words.NO_ENCODING.format(name=name))
    start = content[:START].decode(encoding, "ignore").encode().replace(b"\xef\xbb\xbf", b"").lstrip()
    if b"\0" in start:
        raise AtlasError(words.NO_ENCODING.format(name=name))
    if start[:1] in b"{[\x1e":
        return FileKind.GEOJSON if start else FileKind.CSV
    if start.startswith(b"<"):
        return _marked_up(start, name)
    return FileKind.CSV


def _marked_up(start: bytes, name: str) -> FileKind:
    root = ROOT.search(COMMENT.sub(b"", start))
    word = root[1].lower() if root else b""
    if word == b"kml" or (not word and name.casefold().endswith(".kml")):
        return FileKind.KML
    what = ROOTS.get(word, same("XML"))
    raise AtlasError(words.NOT_READ.format(name=name, what=what, advice=words.SAVE_AS_GEOJSON))


def _few(members: Sequence[str]) -> str:
    shown = ", ".join(member[:40] for member in members[:3])
    return shown + (" …" if len(members) > 3 else "")
