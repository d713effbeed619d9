"""A zipped file packed anew with fixed dates and in its own order, so that the same content has the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold."""
Change = Callable[[str, bytes], bytes]


def _as_it_is(_name: str, part: bytes) -> bytes:
    """Leave a part as it is."""
    return part


def repacked(content: bytes, change: Change = _as_it_is, *, stored: str = "") -> bytes:
    """Pack a zip file's parts again, each dated alike; their order stays, for some readers want the first one first.

    `change(name, part)` gives what a part becomes; the part named `stored` is not squeezed, so that a scan finds it.
    """
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = ZipInfo(name, FIRST_DAY)
            part.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            part.create_system, part.external_attr = 3, 0o644 << 16
            new.writestr(part, change(name, old.read(name)))
    return out.getvalue()
