"""Unpack a zip into memory, within limits that count while it flows: no header is believed."""

from __future__ import annotations

import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath

from i18n import own_zip as words
from i18n.errors import AtlasError
from own.limits import MB, MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, RATIO_COUNTS_FROM

CHUNK = 256 * 1024
NESTED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
ENCRYPTED = 0x1
UTF8_NAME = 0x800
ON_ZIPS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError,
           ValueError, OverflowError)
"""What a broken zip may raise."""


def unzip(content: bytes, name: str, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Check every member and keep those wanted; raises AtlasError for a zip that is broken or beyond the limits."""
    kept: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            members = parts.infolist()
            if len(members) > MOST_MEMBERS:
                raise AtlasError(words.MANY_MEMBERS.format(name=name, most=f"{MOST_MEMBERS:,}"))
            room = MOST_UNPACKED
            for member in members:
                called = shown_name(member)
                _refuse_tricks(member, called, name)
                size, data = _flow(parts, member, name, room, keep=wanted(called))
                room -= size
                if wanted(called) and not member.is_dir():
                    kept[called] = data
    except ON_ZIPS:
        raise AtlasError(words.BROKEN_ZIP.format(name=name)) from None
    return kept


def shown_name(member: zipfile.ZipInfo) -> str:
    """Give a member's name; what a Mac wrote as UTF-8, or Japanese Windows as cp932, is read as such."""
    if not member.flag_bits & UTF8_NAME:
        for encoding in ("utf-8", "cp932"):
            with suppress(UnicodeError):
                return member.filename.encode("cp437").decode(encoding)
    return member.filename


def _refuse_tricks(member: zipfile.ZipInfo, called: str, name: str) -> None:
    """Refuse a member that would stand outside the folder, is a link, or needs a password."""
    for each in (member.orig_filename, called):
        path = each.replace("\\", "/")
        parts = PurePosixPath(path).parts
        if path.startswith("/") or ".." in parts or path[1:2] == ":" or "\0" in path:
            raise AtlasError(words.TRICK_PATH.format(name=name, member=called[:40]))
    if stat.S_ISLNK(member.external_attr >> 16):
        raise AtlasError(words.LINK_IN_ZIP.format(name=name, member=called[:40]))
    if member.flag_bits & ENCRYPTED:
        raise AtlasError(words.LOCKED_ZIP.format(name=name))


def _flow(parts: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, room: int, *, keep: bool) -> tuple[int, bytes]:
    """Let one member flow by, counted; its bytes are kept when they are wanted."""
    size, kept = 0, list[bytes]()
    for chunk in _chunks(parts, member):
        if size == 0 and chunk.startswith(NESTED):
            raise AtlasError(words.NESTED.format(name=name, member=shown_name(member)[:40]))
        size += len(chunk)
        if size > room:
            raise AtlasError(words.UNPACKS_TOO_BIG.format(name=name, most=MOST_UNPACKED // MB))
        if size > RATIO_COUNTS_FROM and size > MOST_RATIO * max(member.compress_size, 1):
            raise AtlasError(words.PACKED_TOO_WELL.format(name=name, most=MOST_RATIO))
        if keep:
            kept.append(chunk)
    return size, b"".join(kept)


def _chunks(parts: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with parts.open(member) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk
