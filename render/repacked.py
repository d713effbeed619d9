"""A zipped file packed anew with fixed dates and in its own order, so that the same content has the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold."""
UNIX, READABLE = 3, 0o644 << 16
Change = Callable[[str, bytes], bytes]


def _as_it_is(_name: str, part: bytes) -> bytes:
    """Leave a part as it is."""
    return part


def repacked(content: bytes, change: Change = _as_it_is, *, stored: str = "") -> bytes:
    """Pack a zip file's parts again, each dated alike; their order stays, for some readers want the first one first.

    `change(name, part)` gives what a part becomes; the part named `stored` is not squeezed, so that a scan finds it.
    """
    with ZipFile(BytesIO(content)) as old:
        return packed(((name, change(name, old.read(name))) for name in old.namelist()), stored=stored)


def packed(parts: Iterable[tuple[str, bytes]], *, stored: str = "") -> bytes:
    """Pack named parts in their order, each dated alike; the part named `stored` is not squeezed."""
    out = BytesIO()
    with ZipFile(out, "w") as new:
        for name, content in parts:
            part = ZipInfo(name, FIRST_DAY)
            part.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            part.create_system, part.external_attr = UNIX, READABLE
            new.writestr(part, content)
    return out.getvalue()
