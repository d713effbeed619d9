from __future__ import annotations

import time
from concurrent.futures import Future

from render.jobs import Jobs
from render.under_way import UNDER_WAY, UnderWay

PATIENCE = 60


def test_two_files_are_on_their_way_until_one_is_done_and_the_other_called_off() -> None:
    files = UnderWay(lambda: 7.0)
    one, other = files.hold(Future[bytes]()), files.hold(Future[bytes]())
    assert (files.count, files.last) == (2, float("-inf"))
    one.set_exception(ValueError("no"))
    other.cancel()
    assert (files.count, files.last) == (0, 7.0)


def test_what_waits_for_its_turn_is_on_its_way() -> None:
    let_go, before = Future[bytes](), UNDER_WAY.count
    jobs = Jobs[bytes](at_once=1, most_waiting=2)
    asked = [jobs.ask(name, let_go.result) for name in "ab"]
    assert UNDER_WAY.count == before + 2
    let_go.set_result(b"")
    assert [job.result() for job in asked] == [b"", b""]
    end = time.monotonic() + PATIENCE  # a job is counted off a moment after its result
    while UNDER_WAY.count > before and time.monotonic() < end:
        time.sleep(0.01)
    assert UNDER_WAY.count == before
