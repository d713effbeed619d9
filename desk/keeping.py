"""Put several files into data/ at once: all of them or none, also when the machine stops half-way.

Every new file and a copy of every old one are written first, into data/.apply/; then a list of them, the journal; only
then are the files replaced, one by one. The journal goes last. Whoever finds a journal knows that the work broke off,
and puts the old files back; whoever finds the folder without one throws it away, for data/ was not touched yet.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from desk import words
from geo.files import data_path
from i18n.errors import AtlasError

FOLDER, JOURNAL, LOCK = ".apply", "journal.json", ".apply.lock"


@contextmanager
def alone() -> Iterator[None]:
    """Keep every other apply out of data/ until the block ends; raises AtlasError while one is at work there."""
    lock = FileLock(data_path(LOCK), is_singleton=True)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise AtlasError(words.BUSY) from None
    except OSError as error:
        raise AtlasError(words.NOT_PUT.format(why=error.strerror or type(error).__name__)) from None
    try:
        yield
    finally:
        lock.release()


def put_all(files: Mapping[str, str]) -> None:
    """Write these files (name and text) into data/; raises AtlasError when one cannot be, the old ones put back."""
    try:
        _prepare(files)
        for name in files:
            swap_in(name)
    except OSError as error:
        _recover()
        raise AtlasError(words.NOT_PUT.format(why=error.strerror or type(error).__name__)) from None
    except BaseException:  # Ctrl-C between two files
        _recover()
        raise
    _place(JOURNAL).unlink()
    shutil.rmtree(_place(), ignore_errors=True)


def swap_in(name: str) -> None:
    """Put one new file in the place of the old one, in one step of the system."""
    _place("new", name).replace(_real(name))


def recover() -> bool:
    """Put the old files back if an apply broke off, and tell whether it did; raises AtlasError when that fails."""
    if not _place().exists():
        return False
    with alone():
        return _recover()


def _recover() -> bool:
    journal = _place(JOURNAL)
    began = journal.is_file()
    try:
        if began:
            for name, was_there in json.loads(journal.read_text("utf-8")).items():
                _put_back(name, was_there=was_there)
            journal.unlink()
    except ValueError:
        raise AtlasError(words.NOT_BACK.format(why=_place(JOURNAL))) from None
    except OSError as error:
        raise AtlasError(words.NOT_BACK.format(why=error.strerror or type(error).__name__)) from None
    shutil.rmtree(_place(), ignore_errors=True)
    return began


def _prepare(files: Mapping[str, str]) -> None:
    shutil.rmtree(_place(), ignore_errors=True)
    for side in ("new", "old"):
        _place(side).mkdir(parents=True)
    for name, text in files.items():
        _keep(_place("new", name), text.encode())
        if _real(name).exists():
            _keep(_place("old", name), _real(name).read_bytes())
            shutil.copymode(_real(name), _place("new", name))
    journal = {name: _real(name).exists() for name in files}
    _keep(_place("journal.part"), json.dumps(journal).encode())
    _place("journal.part").replace(_place(JOURNAL))
    _flush_folder(_place())


def _put_back(name: str, *, was_there: bool) -> None:
    """Put one old file back; it is copied first, so that a recovery that breaks off can be done again."""
    if not was_there:
        _real(name).unlink(missing_ok=True)
        return
    copy = _place("old", f"{name}.back")
    _keep(copy, _place("old", name).read_bytes())
    shutil.copymode(_real(name), copy)
    copy.replace(_real(name))


def _keep(path: Path, content: bytes) -> None:
    """Write a file and wait until it is on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _place(*parts: str) -> Path:
    return data_path(FOLDER).joinpath(*parts)


def _real(name: str) -> Path:
    return data_path(name)
