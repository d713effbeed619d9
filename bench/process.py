"""What running processes have used, as Linux tells it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

GONE = (FileNotFoundError, ProcessLookupError)
"""To read of a process that has ended is no error: it holds nothing."""
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")


def cpu_ms_of(process: int) -> float:
    """Give the CPU time that a process has used, in ms."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return TICK_MS * (int(fields[11]) + int(fields[12]))


def memory_mb_of(process: int) -> float:
    """Give the memory that a process holds now (resident), in MB."""
    found = re.search(r"VmRSS:\s*(\d+) kB", Path(f"/proc/{process}/status").read_text("utf-8"))
    return int(found[1]) / 1000 if found else 0.0


def share_mb_of(process: int) -> float:
    """Give the same in MB, but of memory that several processes use only this one's share (PSS)."""
    found = re.search(r"^Pss:\s*(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text("utf-8"), re.MULTILINE)
    return int(found[1]) / 1000 if found else 0.0


def of_all(figure: Callable[[int], float], processes: Iterable[int]) -> float:
    """Add up a figure of processes and of all that they started."""
    total = 0.0
    for process in (each for first in processes for each in family(first)):
        with suppress(*GONE):
            total += figure(process)
    return total


def family(process: int) -> Iterator[int]:
    """Go through a process and all that it started and that still run."""
    yield process
    with suppress(*GONE):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text("utf-8").split():
                yield from family(int(child))


def machine_ms() -> float:
    """Give the CPU time that was taken from this machine since it started, by whomever, in ms."""
    user, nice, system, _idle, _waiting, *others = Path("/proc/stat").read_text("utf-8").split(maxsplit=9)[1:9]
    return TICK_MS * sum(map(int, (user, nice, system, *others)))
