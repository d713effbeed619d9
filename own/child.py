"""The process that reads one file: it takes the bytes on standard input, gives the answer on standard output, and ends.

It is started by own.process, isolated from the environment, in a session of its own. It has no network, writes no
named file, and holds limits of memory, time and size that it cannot lift.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import gc
import json
import os
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from i18n import own as words
from i18n.errors import AtlasError
from own.kinds import NAMES, FileKind, recognise
from own.limits import (
    LONGEST_ANSWER,
    MB,
    MEMORY_AT_START,
    MOST_MEMORY,
    MOST_OPEN_FILES,
    MOST_SECONDS,
    NO_ROOM,
)
from own.question import Answers
from own.raw import Raw, written, written_error
from own.unzip import unzip

ZIP = b"PK"
NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000  # CLONE_NEWNET, CLONE_NEWUSER of linux/sched.h
UNNEEDED = {
    FileKind.XLSX: ("numpy", "lxml", "PIL"),
    FileKind.SHAPEFILE: ("geopandas", "pandas", "pyarrow", "pyproj"),
}
"""What the libraries would take in only because it is installed: half a second and 100 MB."""


def main() -> None:
    """Read the file and write the answer, a refusal being one as well."""
    gc.disable()  # the process lives for one file: looking for cycles in its rows took a third of the time
    asked = json.loads(sys.argv[1])
    _hold_back()
    content = sys.stdin.buffer.read()
    try:
        answer = written(_read(content, asked["name"], Answers(**asked["answers"])))
    except AtlasError as error:
        answer = written_error(error)
    except RecursionError:
        answer = written_error(AtlasError(words.BROKEN.format(name=asked["name"])))
    except (MemoryError, SystemError):  # the second is numpy's, when it finds no memory in the middle of a step
        answer = written_error(AtlasError(words.TOO_MUCH_MEMORY.format(name=asked["name"], most=MOST_MEMORY // MB)))
    _answer(answer)


def _answer(answer: bytes) -> None:
    try:
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    except OSError as error:
        os._exit(NO_ROOM if error.errno in (errno.ENOSPC, errno.EDQUOT) else 1)


def _read(content: bytes, name: str, answers: Answers) -> Raw:
    kind = recognise(content, name)
    if content.startswith(ZIP):  # before half a second of libraries is spent on it
        unzip(content, name, lambda _member: False)
    reader = _reader(kind)
    _tighten()
    raw: Raw = reader.read(content, name, answers)
    return Raw(raw.lines, raw.numbers, raw.names, raw.wkb, raw.notes, NAMES[kind])


def _reader(kind: FileKind) -> Any:
    """Import the one reader that is needed, and no more than it needs."""
    unneeded = [module for module in UNNEEDED.get(kind, ()) if module not in sys.modules]
    sys.modules.update(dict.fromkeys(unneeded))  # type: ignore[arg-type]  # None: as if it were not installed
    reader = import_module(f"own.{kind.value}")
    for module in unneeded:
        del sys.modules[module]
    return reader


def _hold_back() -> None:
    """Give up the network and everything that a file may not cause."""
    with contextlib.suppress(OSError, AttributeError):  # where the system does not let us: the files name no address
        system = ctypes.CDLL(None)
        if system.unshare(NEW_NETWORK):
            system.unshare(NEW_USER | NEW_NETWORK)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_CPU, MOST_SECONDS, beyond=1)  # so that it ends by SIGXCPU: SIGKILL is that of no memory
    _limit(resource.RLIMIT_FSIZE, LONGEST_ANSWER)
    _limit(resource.RLIMIT_NOFILE, MOST_OPEN_FILES)
    _limit(resource.RLIMIT_AS, MEMORY_AT_START)


def _tighten() -> None:
    """Allow so much memory above what is taken now, and no further process."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + MOST_MEMORY)
    _limit(resource.RLIMIT_NPROC, 0)


def _limit(what: int, most: int, *, beyond: int = 0) -> None:
    with contextlib.suppress(ValueError, OSError):  # a stricter limit is there already, or the system knows none
        resource.setrlimit(what, (most, most + beyond))
