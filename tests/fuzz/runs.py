"""A long run of one target: its process started, watched, started anew after a fault, and what it did counted."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from geo.files import ROOT
from tests.fuzz.target import CORPORA, ENDING, FOUND, find_target

DONE = re.compile(r"stat::number_of_executed_units:\s*(\d+)|Done (\d+) in")
STEP = re.compile(r"^#(\d+)\s", re.MULTILINE)
TOLD = re.compile(r"^=== Uncaught.*?(?=^==\d+==|^\s*$|\Z)|^SUMMARY: .*?$|^ALARM: .*?$", re.DOTALL | re.MULTILINE)
COVERED = re.compile(r"cov: (\d+) ft: (\d+)")
MOST_FAULTS = 10
"""After so many faults of a target there is something to be mended first."""
HUNG = ("timeout-", "slow-unit-")


@dataclass(frozen=True, slots=True)
class Run:
    """What the cases of one target came to; `edges` are branches of ours that were taken, `features` with how often."""

    name: str
    cases: int = 0
    seconds: float = 0.0
    edges: int = 0
    features: int = 0
    crashes: int = 0
    hangs: int = 0
    found: Sequence[Path] = ()
    words: str = ""

    @property
    def faults(self) -> int:
        return self.crashes + self.hangs

    def line(self) -> str:
        """Tell it in a line."""
        rate = self.cases / self.seconds if self.seconds else 0.0
        return told(self.name, f"{self.cases:,}", f"{self.seconds:.0f}", f"{rate:.0f}", f"{self.edges:,}",
                    f"{self.features:,}", self.crashes, self.hangs)


def told(name: str, *figures: object) -> str:
    """Lay a line of the table out."""
    return f"{name:<10}" + "".join(f"{figure:>10}" for figure in figures)


HEAD = told("target", "cases", "seconds", "cases/s", "edges", "features", "crashes", "hangs")


def run(name: str, runs: int, *, seed: int = 1, seconds: int = 0, keep: Path | None = None) -> Run:
    """Try a target so many times, or for so long; a case that makes a fault is kept in its corpus, the rest goes on."""
    so_far = Run(name)
    while so_far.cases < runs and so_far.faults < MOST_FAULTS and not 0 < seconds < so_far.seconds:
        words = {"runs": runs - so_far.cases, "seed": seed + so_far.faults, "seconds": seconds}
        with tempfile.TemporaryDirectory(prefix="atlas-fuzz-") as folder:
            part = _once(name, words, Path(folder), keep or CORPORA / name)
        known = set(so_far.found)
        so_far = _together(so_far, part)
        if not part.cases and set(part.found) <= known:
            raise RuntimeError(f"{name} did not start:\n{part.words}")
    return so_far


def _once(name: str, words: Mapping[str, int], folder: Path, corpus: Path) -> Run:
    """Start the process once, and count what it did until it ended."""
    for part in ("cases", "faults"):
        (folder / part).mkdir()
    command = [sys.executable, "-m", "tests.fuzz.engine", name, *(f"--{key}={value}" for key, value in words.items()),
               *(["--apart"] if find_target(name).apart else []), f"--folder={folder}"]
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", check=False)
    spent = time.monotonic() - started
    faults = sorted((folder / "faults").iterdir())
    hangs = sum(path.name.startswith(HUNG) for path in faults)
    lost = int(done.returncode != 0 and not faults)  # ended before it could say by which case
    covered = COVERED.findall(done.stdout)
    edges, features = map(int, covered[-1]) if covered else (0, 0)
    return Run(name, _counted(done.stdout), spent, edges, features, len(faults) - hangs + lost, hangs,
               [_kept(path, corpus) for path in faults], _worst(done.stdout) if faults or lost else "")


def _worst(told: str) -> str:
    """Give what is worth reading of what the process said."""
    return "\n".join(each.strip() for each in TOLD.findall(told)) + "\n" if TOLD.search(told) else told[-2_000:]


def _counted(told: str) -> int:
    whole = [int(one or other) for one, other in DONE.findall(told)]
    return whole[-1] if whole else max(map(int, STEP.findall(told)), default=0)


def _kept(fault: Path, corpus: Path) -> Path:
    """Put a case that made a fault among the corpus, where every later run begins with it."""
    content = fault.read_bytes()
    corpus.mkdir(parents=True, exist_ok=True)
    path = corpus / f"{FOUND}{sha1(content, usedforsecurity=False).hexdigest()[:12]}{ENDING}"
    path.write_bytes(content)
    return path


def _together(one: Run, other: Run) -> Run:
    """Add what was done after a fault; a case that is met again counts once."""
    again = len(set(one.found) & set(other.found))
    return Run(one.name, one.cases + other.cases, one.seconds + other.seconds, max(one.edges, other.edges),
               max(one.features, other.features), one.crashes + other.crashes - again, one.hangs + other.hangs,
               list(dict.fromkeys([*one.found, *other.found])), one.words + other.words)
