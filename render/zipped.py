"""The memory in an office file that a program has saved again: packed in a part of its own, or among the properties.

PowerPoint keeps customXml and packs it; LibreOffice drops it and keeps the properties that a person may add to a file.
Both are read, within limits, for a file may come from anybody.
"""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from scene.limits import LARGEST_LIST, LONGEST_PACKET, MOST_PARTS, MOST_SWELLING

ZIP_MARK, END_MARK, LARGE_MARK = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
LONGEST_END = 65_557
"""Bytes at the end of a zipped file in which its list of parts is named."""
PARTS = re.compile(r"/?(customXml/item\d*\.xml|docProps/custom\.xml)", re.IGNORECASE)
PROPERTIES = re.compile(rb"<Properties[ >].{0,%d}?</Properties>" % LONGEST_PACKET, re.DOTALL)
SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
EMPTY = f'<Properties xmlns="{SPACE}" xmlns:vt="{TYPES}"/>'.encode()
OURS = re.compile(r"TenkaiAtlas(\d{1,6})")
LETTERS = 255
"""Of a property, as many as every program keeps."""
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that people add themselves (MS-OLEPS 2.22)."""
ON_ZIPS = (
    BadZipFile, struct.error, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError,
)
"""What zipfile raises on a broken file."""


def properties(packet: bytes, beside: bytes = b"") -> bytes:
    """Write a packet as properties of an office file (docProps/custom.xml), in pieces that every program keeps.

    They stand `beside` those that a template brings along; what cannot be read of these is left as it is.
    """
    letters = b64encode(zlib.compress(packet, 9)).decode("ascii")
    try:
        root = etree.fromstring(beside or EMPTY, _parser())
        taken = max((int(each.get("pid", 1)) for each in root), default=1)
    except (etree.XMLSyntaxError, ValueError):
        return beside
    for number, at in enumerate(range(0, len(letters), LETTERS), 1):
        told = {"fmtid": FORMAT, "pid": str(taken + number), "name": f"TenkaiAtlas{number}"}
        piece = etree.SubElement(etree.SubElement(root, f"{{{SPACE}}}property", told), f"{{{TYPES}}}lpwstr")
        piece.text = letters[at:at + LETTERS]
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written


def kept_in(content: bytes) -> Iterator[bytes]:
    """Give what an office file keeps of a memory: its parts unpacked, and what its properties hold."""
    parts = list(_parts(content)) if content.startswith(ZIP_MARK) else []
    yield from parts
    for part in parts or [content]:  # the page is handed the parts alone, which the browser has unpacked
        for found in PROPERTIES.finditer(part):
            yield _joined(found[0])


def _parts(content: bytes) -> Iterator[bytes]:
    """Unpack the parts that may hold a memory; none of a file that is broken or made to swell."""
    if not _is_short(content):
        return
    try:
        with ZipFile(BytesIO(content)) as parts:
            asked = [part for part in parts.infolist() if PARTS.fullmatch(part.filename) and _is_fair(part)]
            for part in asked[:MOST_PARTS]:
                with parts.open(part) as opened:
                    yield opened.read(LONGEST_PACKET)
    except ON_ZIPS:
        return


def _is_short(content: bytes) -> bool:
    """Tell whether a file's list of parts is short enough to be read; a list of the large form never is."""
    end = content.rfind(END_MARK, max(len(content) - LONGEST_END, 0))
    if end < 0 or len(content) < end + 22 or content[max(end - 20, 0):end].startswith(LARGE_MARK):
        return False
    return int(struct.unpack("<I", content[end + 12:end + 16])[0]) <= LARGEST_LIST


def _is_fair(part: ZipInfo) -> bool:
    return (part.file_size <= min(LONGEST_PACKET, max(part.compress_size, 1) * MOST_SWELLING)
            and part.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not part.flag_bits & 1)


def _joined(written: bytes) -> bytes:
    """Put the pieces of a packet together again; nothing when they are not ours or broken."""
    try:
        tree = etree.fromstring(written, _parser())
        pieces = sorted((int(named[1]), "".join(each.itertext())) for each in tree.iter(f"{{{SPACE}}}property")
                        if (named := OURS.fullmatch(each.get("name", ""))))
        packed = b64decode("".join(piece for _number, piece in pieces), validate=True)
        return zlib.decompressobj().decompress(packed, LONGEST_PACKET)
    except (etree.XMLSyntaxError, ValueError, zlib.error):
        return b""


def _parser() -> etree.XMLParser:
    """Make a parser under which nothing stands for something else or is fetched."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
