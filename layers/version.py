"""The version of the data: a short digest of what the files behind the layers hold, the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from geo.files import Stamp, data_path, stamp
from layers.registry import our_layers
from layers.rows import files_of

DIGEST_BYTES = 6
DATED_IN = "SOURCES.md"
"""The file that gives the data set's date, from which the age of every fact is counted."""


def data_version() -> str:
    """Give the digest (12 hex digits) of what the layers' files hold now; times and line ends do not count."""
    names = sorted({DATED_IN, *(file for layer in our_layers().values() for file in files_of(layer))})
    return _digest(tuple(names), tuple(stamp(data_path(name)) for name in names), str(data_path()))


@lru_cache(maxsize=8)
def _digest(names: tuple[str, ...], _stamps: tuple[Stamp, ...], _folder: str) -> str:
    digest = blake2b(digest_size=DIGEST_BYTES)
    for name, path in ((name, path) for each in names for name, path in _files(each)):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


def _files(name: str) -> Iterator[tuple[str, Path]]:
    """List a file, or those that stand in a folder by their names; one that is gone gives nothing."""
    path = data_path(name)
    if path.is_dir():
        yield from ((f"{path.name}/{file.name}", file) for file in sorted(path.iterdir()) if file.is_file())
    elif path.is_file():
        yield name, path
