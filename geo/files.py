"""Where the data files stand, and whether they changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
Stamp = tuple[int, int]
Given = ParamSpec("Given")
Read = TypeVar("Read")
SEEN: ContextVar[dict[Path, Stamp] | None] = ContextVar("SEEN", default=None)
SEEN_TOGETHER: ContextVar[dict[tuple[str, ...], tuple[Stamp, ...]]] = ContextVar("SEEN_TOGETHER")
FOLDER: ContextVar[Path | None] = ContextVar("FOLDER", default=None)


def data_path(name: str = "") -> Path:
    """Give the path of a data file; ATLAS_DATA in the environment moves the whole folder."""
    return _path(FOLDER.get() or os.environ.get("ATLAS_DATA") or DATA, name)


@lru_cache(maxsize=4096)
def _path(folder: str | Path, name: str) -> Path:
    """Put a path together once: a view asks for two thousand, and each takes as long as a look at its file."""
    return Path(folder) / name


@contextmanager
def looking_at(folder: Path) -> Iterator[None]:
    """Take the data from another folder in this block: a copy that is tried before it counts."""
    token = FOLDER.set(folder)
    try:
        yield
    finally:
        FOLDER.reset(token)


@contextmanager
def held_still() -> Iterator[None]:
    """Look at each file only once in this block: one page is of one state of the data, and asks a thousand times."""
    one, many = SEEN.set({}), SEEN_TOGETHER.set({})
    try:
        yield
    finally:
        SEEN.reset(one)
        SEEN_TOGETHER.reset(many)


def stamps(*files: str) -> tuple[Stamp, ...]:
    """Give the stamps of files of data/, in their order; in a block that holds still they are put together once."""
    if SEEN.get() is None:
        return tuple(stamp(data_path(file)) for file in files)
    held, asked = SEEN_TOGETHER.get(), (str(data_path()), *files)
    if asked not in held:
        held[asked] = tuple(stamp(data_path(file)) for file in files)
    return held[asked]


def stamp(path: Path) -> Stamp:
    """Give what changes when a file changes, for caches: time in ns and size; (0, 0) when it is gone.

    A folder's stamp is the newest time and the whole size of the files that stand in it.
    """
    seen = SEEN.get()
    if seen is None:
        return _look(path)
    if path not in seen:
        seen[path] = _look(path)
    return seen[path]


def _look(path: Path) -> Stamp:
    try:
        stats = [file.stat() for file in path.iterdir()] if path.is_dir() else [path.stat()]
    except OSError:
        return (0, 0)
    return (max((stat.st_mtime_ns for stat in stats), default=0), sum(stat.st_size for stat in stats))


def kept(*files: str, most: int = 8) -> Callable[[Callable[Given, Read]], Callable[Given, Read]]:
    """Keep what a function reads until one of these files of data/ changes; each folder and argument has its own."""
    def keep(read: Callable[Given, Read]) -> Callable[Given, Read]:
        @lru_cache(maxsize=most)
        def recall(_behind: object, *args: Given.args, **more: Given.kwargs) -> Read:
            return read(*args, **more)

        @wraps(read)
        def look(*args: Given.args, **more: Given.kwargs) -> Read:
            return recall((stamps(*files), str(data_path())), *args, **more)  # type: ignore[arg-type]  # whatever is given is hashable

        return look

    return keep
