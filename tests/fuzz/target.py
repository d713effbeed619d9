"""A target: one way into the program that takes what anybody may send, and how its cases are made."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

from geo.files import ROOT
from i18n.text import Text

Spoil = Callable[[bytes], bytes]
"""One step of changing bytes without knowing what they are."""
Mutate = Callable[[bytes, Random, Spoil], bytes]
TARGETS = Path(__file__).parent / "targets"
CORPORA = ROOT / "tests" / "corpora"
ENDING = ".case"
FOUND = "found-"
"""How the names of inputs begin that once made a fault."""


class FaultError(Exception):
    """What no input may bring about: a wrong answer, a sentence in one language, a case that takes too long."""


@dataclass(frozen=True, slots=True)
class Target:
    """One way in: `one` takes a case and raises only on a fault; `mutate` makes the next case of the last."""

    name: str
    one: Callable[[bytes], None]
    mutate: Mutate
    runs: int  # in the long run
    sample: int  # in `make test`
    seconds: float = 2.0  # of the processor that one case may take
    longest: int = 4_096  # bytes of a case
    apart: bool = False  # reads in processes of its own: there is nothing to be traced
    borrowed: Callable[[], Iterable[bytes]] = tuple  # cases of other targets that are its as well

    def kept(self) -> list[Path]:
        """List the files of its own corpus, those that once made a fault among them."""
        return sorted((CORPORA / self.name).glob(f"*{ENDING}"))

    def corpus(self) -> Sequence[bytes]:
        """Give all cases to begin with."""
        return _cases(self)

    def held(self, data: bytes) -> None:
        """Take one case; raises whatever it raises, and FaultError where it takes too long."""
        started = time.process_time()
        self.one(data)
        spent = time.process_time() - started
        if spent > self.seconds:
            raise FaultError(f"{spent:.1f} s of the processor for {len(data)} bytes")


@cache
def _cases(target: Target) -> Sequence[bytes]:
    return (*(path.read_bytes() for path in target.kept()), *target.borrowed())


def names() -> list[str]:
    """Name the targets: each module of targets/ is one."""
    return sorted(path.stem for path in TARGETS.glob("[!_]*.py"))


@cache
def find_target(name: str) -> Target:
    """Import a target."""
    target: Target = import_module(f"tests.fuzz.targets.{name}").TARGET
    return target


def said(*texts: Text) -> None:
    """Check that sentences are there in both languages, with nothing left to be filled in."""
    for text in texts:
        if not (text.ja.strip() and text.en.strip()):
            raise FaultError(f"a sentence without words: {text!r}")
