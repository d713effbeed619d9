"""A deck that is made apart, in a process of its own: whoever serves pages goes on answering, and it can be stopped.

A fork of a server would inherit locks that its other threads hold. What is asked for comes in by standard input,
which stays open as long as anybody waits for the deck; steps and the deck go out by standard output.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from subprocess import PIPE, Popen
from threading import Thread

from analysis.deck import leaves
from geo.files import ROOT
from i18n.errors import AtlasError
from i18n.making import NOT_MADE
from i18n.text import Text
from layers.registry import bring
from own.reading import Own
from render.jobs import Jobs
from scene.choice import Choice

DECKS = Jobs[None](at_once=2, most_waiting=10)
PATIENT = 3
"""How far the process stands back for whoever looks at pages (nice)."""
LOOK, ABSENT = 1.0, 10.0
"""Seconds between two looks whether anybody waits for a deck, and after which one that nobody waits for is given up."""
BEFORE, A_SLIDE = 5.0, 1.3
"""Seconds until the first slide, and of a processor for each slide."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person brought and the title of its layer, of which the other process makes that layer again."""

    own: Own
    title: str


@dataclass(frozen=True, slots=True)
class Order:
    """What a deck is made of."""

    choice: Choice
    plain: bool = False
    template: bytes | None = None
    own: tuple[Brought, ...] = ()

    @property
    def count(self) -> int:
        return len(leaves(self.choice))

    @property
    def seconds(self) -> float:
        """Estimate how long it takes."""
        return BEFORE + A_SLIDE * self.count / (os.cpu_count() or 1)


class Making:
    """A deck on its way: how far it is, then the deck itself, or the sentence that says why there is none.

    Raises AtlasError when too many decks wait already.
    """

    def __init__(self, order: Order, *, is_wanted: Callable[[], bool] = lambda: True) -> None:
        self.order, self._is_wanted = order, is_wanted
        self.done, self.total = 0, order.count
        self.result: bytes | Text | None = None
        self._is_stopped = False
        self._process: Popen[bytes] | None = None
        self._job = DECKS.ask(self, self._make)
        Thread(target=self._watch, daemon=True).start()

    @property
    def ahead(self) -> int:
        """Count the decks one of which has to be done before this one is begun."""
        return DECKS.ahead(self._job)

    def stop(self) -> None:
        """End the making; what there is of the deck is gone."""
        self._is_stopped = True
        self._job.cancel()
        if self._process and self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _make(self) -> None:
        if not self._is_stopped:
            self.result = self._followed()

    def _watch(self) -> None:
        """End the making once nobody has been there for a while; a connection that broke is back before that."""
        seen = time.monotonic()
        while self.result is None and not self._is_stopped:
            time.sleep(LOOK)
            seen = time.monotonic() if self._is_wanted() else seen
            if time.monotonic() - seen > ABSENT:
                self.result = NOT_MADE
                self.stop()

    def _followed(self) -> bytes | Text:
        """Start the process and note its steps until it gives the deck or a sentence."""
        command = [sys.executable, "-m", __name__]
        with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, start_new_session=True) as process:
            self._process = process
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(EOFError, BrokenPipeError, pickle.UnpicklingError):
                pickle.dump(self.order, process.stdin)
                process.stdin.flush()
                while not self._is_stopped:
                    told: tuple[int, int] | bytes | Text = pickle.load(process.stdout)
                    if not isinstance(told, tuple):
                        return told
                    self.done, self.total = told
            self.stop()
        return NOT_MADE


def main() -> None:
    """Make the deck that is asked for on standard input."""
    order, out = pickle.load(os.fdopen(os.dup(0), "rb")), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no part of the answer
    os.nice(PATIENT)
    Thread(target=_end_with_asker, daemon=True).start()

    def tell(told: object) -> None:
        pickle.dump(told, out)
        out.flush()

    tell(_made(order, lambda done, total: tell((done, total))))


def _made(order: Order, tell: Callable[[int, int], None]) -> bytes | Text:
    from own.layer import layer_of
    from render.deck.save import deck_of  # drawing is loaded here, and not by whoever asks

    bring([layer_of(each.own, title=each.title) for each in order.own])
    try:
        return deck_of(order.choice, template=order.template, plain=order.plain, tell=tell)
    except AtlasError as error:
        return error.text


def _end_with_asker() -> None:
    """End this process and those that it started when whoever asked is gone, and standard input with it."""
    while os.read(0, 1):
        pass
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
