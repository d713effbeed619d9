"""Work on several processes: in order, and with an end whatever happens to one of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from threading import Lock

import pytest

from i18n.errors import AtlasError
from i18n.text import Lang
from render.workers import at_once
from scripts.pins import ROOT

LOCK = Lock()
ORPHANS = """
import os, time
from render.workers import at_once

def work(at):
    os.write(1, b"%d\\n" % os.getpid())  # whole: what Python prints may mix with what the other prints
    time.sleep(600)

with at_once(work, range(2)) as done:
    list(done)
"""


def twice(number: int) -> int:
    with LOCK:
        return 2 * number


def end(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_what_is_done_comes_in_order_and_a_lock_shut_while_forking_is_open() -> None:
    with at_once(twice, range(5), begin=LOCK.release, forking=LOCK) as done:
        assert list(done) == [0, 2, 4, 6, 8]


def test_a_process_that_is_ended_from_outside_ends_the_work_with_one_sentence() -> None:
    with (pytest.raises(AtlasError) as caught, at_once(end, range(5), begin=LOCK.release, forking=LOCK) as done):
        list(done)
    assert "ended from outside" in caught.value.text[Lang.EN]


def test_nobody_works_on_when_whoever_asked_is_gone() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHANS], cwd=ROOT, stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout is not None
        workers = [asker.stdout.readline().strip() for _ in range(2)]
        asker.kill()
        assert asker.stdout.read() == ""  # which ends when the last one has shut it
    assert all(workers)
