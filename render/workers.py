"""Work for as many processes as there are processors: done in order, ended with whoever asked for it.

A process that is ended from outside ends the work with one sentence; multiprocessing.Pool would wait for it for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Thread
from typing import TypeVar

from i18n.errors import AtlasError
from i18n.text import Text

ENDED = Text(
    "作業中のプロセスが外から止められました(メモリー不足のことがあります)。もう一度試すか、内容を絞り込んでください。",
    "A process at work was ended from outside, perhaps for want of memory: try again, or ask for less.",
)
Asked = TypeVar("Asked")
Done = TypeVar("Done")
CAN_FORK = "fork" in multiprocessing.get_all_start_methods()


def _nothing() -> None:
    """Do nothing."""


@contextmanager
def at_once(
    work: Callable[[Asked], Done], asked: Iterable[Asked], *, begin: Callable[[], None] = _nothing,
    forking: AbstractContextManager[object] | None = None,
) -> Iterator[Iterator[Done]]:
    """Give what the work makes of each, in order. All processes are forked at the start, within `forking`."""
    each = list(asked)
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(min(len(each), os.cpu_count() or 1), fork, _begin, (begin,))
    try:
        with forking or nullcontext():
            first = pool.submit(work, each[0])
        yield _done([first, *(pool.submit(work, one) for one in each[1:])])
    finally:
        for process in list((pool._processes or {}).values()):  # nobody wants what they are at any more
            process.terminate()
        pool.shutdown(cancel_futures=True)


def _done(futures: Iterable[Future[Done]]) -> Iterator[Done]:
    try:
        for future in futures:
            yield future.result()
    except BrokenProcessPool:
        raise AtlasError(ENDED) from None


def _begin(begin: Callable[[], None]) -> None:
    """Leave Ctrl-C to the process that writes the file, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_asker, daemon=True).start()
    begin()


def _end_with_asker() -> None:
    if asker := multiprocessing.parent_process():
        asker.join()
        os._exit(1)
