"""What is being made for people at this moment: whoever stops the server waits until it is done and saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import TypeVar

Made = TypeVar("Made")


class UnderWay:
    """How many files are asked for and not yet made, and when the last of them was done."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.count, self.last = clock, 0, float("-inf")
        self._lock = Lock()

    def hold(self, job: Future[Made]) -> Future[Made]:
        """Count a job until it is done, has failed or was called off; gives it back."""
        with self._lock:
            self.count += 1
        job.add_done_callback(self._end)
        return job

    def _end(self, _job: Future[Made]) -> None:
        with self._lock:
            self.count, self.last = self.count - 1, self.clock()


UNDER_WAY = UnderWay()
"""Those of this process."""
