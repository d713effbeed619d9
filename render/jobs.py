"""Files on their way: each made once however many ask, so many at once, the rest in order, and no more than a bound."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Generic, TypeVar

from i18n.errors import AtlasError
from i18n.making import BUSY
from render.under_way import UNDER_WAY

LOOK = 0.5
"""Seconds between two times that somebody who waits is told how many come before."""
Made = TypeVar("Made")


class Jobs(Generic[Made]):
    """A workshop that a few jobs share; the last ones that were done are kept for whoever asks the same again.

    Its hands are daemons: unlike an executor's they keep no process from ending.
    """

    def __init__(self, *, at_once: int, most_waiting: int, kept: int = 0) -> None:
        self._at_once, self._most_waiting, self._kept = at_once, most_waiting, kept
        self._jobs = dict[Hashable, Future[Made]]()  # in the order of asking
        self._line = SimpleQueue[tuple[Future[Made], Callable[[], Made]]]()
        self._hands = list[Thread]()
        self._lock = Lock()

    def ask(self, key: Hashable, make: Callable[[], Made]) -> Future[Made]:
        """Give the job of this key, begun in its turn if it is new; raises AtlasError when too many wait."""
        with self._lock:
            self._tidy()
            if key not in self._jobs:
                waiting = max(0, len(self._open()) - self._at_once)
                if waiting >= self._most_waiting:
                    raise AtlasError(BUSY.format(count=waiting))
                self._jobs[key] = UNDER_WAY.hold(self._begun(make))
            return self._jobs[key]

    def ahead(self, job: Future[Made]) -> int:
        """Count the jobs one of which has to end before this one begins; 0 for one that is under way or done."""
        with self._lock:
            jobs = self._open()
            return max(0, jobs.index(job) - self._at_once + 1) if job in jobs else 0

    def made(self, key: Hashable, make: Callable[[], Made], tell: Callable[[int], object] = int) -> Made:
        """Give what a job makes, telling how many come before while it waits; raises AtlasError, or as `make` does."""
        job = self.ask(key, make)
        while not wait([job], LOOK).done:
            tell(self.ahead(job))
        return job.result()

    def _begun(self, make: Callable[[], Made]) -> Future[Made]:
        if len(self._hands) < self._at_once:
            self._hands.append(Thread(target=self._work, name="atlas-job", daemon=True))
            self._hands[-1].start()
        job = Future[Made]()
        self._line.put((job, make))
        return job

    def _work(self) -> None:
        while True:
            job, make = self._line.get()
            if not job.set_running_or_notify_cancel():
                continue
            try:
                job.set_result(make())
            except BaseException as error:  # noqa: BLE001 - it is told to whoever waits
                job.set_exception(error)
            del job, make  # or what was made would be held until the next one

    def _open(self) -> list[Future[Made]]:
        return [job for job in self._jobs.values() if not job.done()]

    def _tidy(self) -> None:
        """Forget what went wrong, so that it can be tried again, and of what is done all but the last."""
        done = [key for key, job in self._jobs.items() if job.done()]
        well = [key for key in done if not (self._jobs[key].cancelled() or self._jobs[key].exception())]
        for key in set(done) - set(well[max(0, len(well) - self._kept):]):
            del self._jobs[key]


FILES = Jobs[bytes](at_once=2, most_waiting=20, kept=4)
"""Pictures, tables and maps that pages ask for."""
