"""The map's files found again by a server's next start: their list, under the digest of all that they are made of."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from geo.files import ROOT, data_path

CODE = ("i18n", "geo", "layers", "scene", "analysis", "desk", "render")
"""The packages that may have a part in a file of the map: render and all that it may import."""
LIBRARIES = ("numpy", "pandas", "geopandas", "shapely", "pyproj")
DIGITS = 12
"""Of a digest, as many as a name holds."""


def made_of() -> str:
    """Give the digest of all data, of the code, and of the libraries that reckon: none may change unnoticed."""
    digest = sha256(repr((sys.version_info, *map(version, LIBRARIES))).encode())
    for name, path in _files():
        content = path.read_bytes()
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()[:DIGITS]


def list_name(digest: str) -> str:
    """Name the list of the files that were made of this."""
    return f"files-{digest}.json"


def find_kept(folder: Path, digest: str) -> dict[str, list[str]] | None:
    """Give the files that were made of this, each part with its names; None when one is gone or no longer whole.

    What is not whole is taken away, so that it is written again.
    """
    try:
        parts: dict[str, list[str]] = json.loads((folder / list_name(digest)).read_text("utf-8"))
        broken = [folder / name for names in parts.values() for name in names if not _is_whole(folder / name)]
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    for path in broken:
        path.unlink(missing_ok=True)
    return None if broken else parts


def content_digest(content: bytes) -> str:
    """Give the digest of a file that stands in its name."""
    return sha256(content).hexdigest()[:DIGITS]


def _is_whole(path: Path) -> bool:
    return path.is_file() and path.stem.rpartition("-")[2] == content_digest(path.read_bytes())


def _files() -> Iterator[tuple[str, Path]]:
    """List data and code by their names, in one order on every machine; what is hidden or compiled is neither."""
    for base, folders in ((data_path(), (data_path(),)), (ROOT, tuple(ROOT / name for name in CODE))):
        found = {path.relative_to(base).as_posix(): path for folder in folders for path in folder.rglob("[!.]*")
                 if path.is_file() and path.suffix != ".pyc"}
        yield from sorted(found.items())
