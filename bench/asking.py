"""How somebody else's program is asked for a map: run in a process of its own, timed, its answer read."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Sequence

from bench.judge import BLANK
from geo.files import ROOT

PATIENCE = 300
BOXES = "missing from font"
"""What matplotlib warns when a character comes out as a box."""
Pixels = Sequence[Sequence[float]]


def asked(command: Sequence[str], *, judge: Callable[[Pixels], str]) -> tuple[str, str, list[float]]:
    """Let a peer draw; gives what its map is worth, its version, and the seconds of each round."""
    try:
        said = run(command)
    except subprocess.TimeoutExpired:
        return "fails: no answer", "", []
    except subprocess.CalledProcessError as error:
        last = (str(error.stderr).strip().splitlines() or [BLANK])[-1]
        return f"fails: {last.rpartition('Error: ')[2][:100]}", "", []
    told = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    return judge(told["pixels"]) + ("; Japanese in boxes" if BOXES in said else ""), told["version"], told["seconds"]


def run(command: Sequence[str]) -> str:
    """Run a command at the root of the project and give what it printed."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE)
    return done.stdout + (f"\n{BOXES}" if BOXES in done.stderr else "")


def timed(work: Callable[[], object], rounds: int) -> list[float]:
    """Time a piece of work again and again."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds
