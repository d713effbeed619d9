"""Read a file in a process of its own: started apart, watched by the clock, ended with all that it started."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from threading import BoundedSemaphore
from typing import IO

from geo.files import ROOT
from i18n import own as words
from i18n.errors import AtlasError
from own.limits import LONGEST_ANSWER, MB, MOST_MEMORY, MOST_SECONDS, NO_ROOM
from own.question import Answers
from own.raw import ON_ANSWERS, Raw, taken

START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from own.child import main; main()"
ENVIRONMENT = {
    "PROJ_NETWORK": "OFF", "GDAL_DRIVER_PATH": "disable", "GDAL_HTTP_TIMEOUT": "1", "CPL_DEBUG": "OFF",
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "GDAL_NUM_THREADS": "1", "LC_ALL": "C.UTF-8",
    "MALLOC_ARENA_MAX": "1",
}
"""All that the process inherits: nothing of the server's own, nothing that reaches out."""
READERS = BoundedSemaphore(2)
"""So many files are read at once; each may take 300 MB, and a third one waits its turn."""
OUT_OF_TIME = -signal.SIGXCPU
OUT_OF_MEMORY = (-signal.SIGABRT, -signal.SIGKILL)
"""A library that finds no memory ends by the first; the second is the system's own, when the machine has none left."""


def read_apart(content: bytes, name: str, answers: Answers) -> Raw:
    """Read a file apart; raises AtlasError for whatever is wrong with it.

    Both ways lie in files without a name: whatever happens, nothing of the person's is left on disk.
    """
    try:
        return _read_apart(content, name, answers)
    except OSError:  # of the disk, of memory or of processes
        raise AtlasError(words.NO_ROOM.format(name=name)) from None


def _read_apart(content: bytes, name: str, answers: Answers) -> Raw:
    with tempfile.TemporaryFile(prefix="atlas-") as given, tempfile.TemporaryFile(prefix="atlas-") as answer:
        given.write(content)
        given.seek(0)
        code = _run(given, answer, json.dumps({"name": name, "answers": answers.as_json()}))
        if code != 0:
            raise _failure(code, name)
        answer.seek(0)
        try:
            return taken(answer.read(LONGEST_ANSWER))
        except ON_ANSWERS:
            raise AtlasError(words.BROKEN.format(name=name)) from None


def _run(given: IO[bytes], answer: IO[bytes], asked: str) -> int:
    """Run the process; its exit code, less than 0 by a signal. It is gone when this returns."""
    command = [sys.executable, "-I", "-c", START, str(ROOT), asked]
    with READERS:
        return _watched(command, given, answer)


def _watched(command: list[str], given: IO[bytes], answer: IO[bytes]) -> int:
    process = subprocess.Popen(command, stdin=given, stdout=answer, stderr=subprocess.DEVNULL, cwd="/",
                               env=ENVIRONMENT, start_new_session=True, close_fds=True)
    try:
        return process.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return OUT_OF_TIME
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _failure(code: int, name: str) -> AtlasError:
    if code == NO_ROOM:
        return AtlasError(words.NO_ROOM.format(name=name))
    if code == OUT_OF_TIME:
        return AtlasError(words.TOO_SLOW.format(name=name, most=MOST_SECONDS))
    if code in OUT_OF_MEMORY:
        return AtlasError(words.TOO_MUCH_MEMORY.format(name=name, most=MOST_MEMORY // MB))
    return AtlasError(words.BROKEN.format(name=name))
