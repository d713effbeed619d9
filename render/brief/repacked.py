"""A zipped file packed anew with fixed dates and in a fixed order, so that the same content has the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold."""


def repacked(content: bytes) -> bytes:
    """Pack a zip file's parts again, each dated alike; their order stays, for some readers want the first one first."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, FIRST_DAY)
            part.compress_type, part.create_system, part.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            new.writestr(part, old.read(name))
    return out.getvalue()
