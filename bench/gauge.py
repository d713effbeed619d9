"""What a server takes while it is used: memory and CPU of its processes second by second, and who else took CPU."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sized
from dataclasses import dataclass, field
from statistics import median

from bench.process import cpu_ms_of, machine_ms, memory_mb_of, of_all, share_mb_of
from bench.served import Served

BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Reading:
    """One look: seconds since the start, changes made by then, MB held, ms of CPU taken by then."""

    at: float
    changes: int
    memory: float
    server_ms: float
    front_ms: float
    driver_ms: float
    machine_ms: float


@dataclass
class Gauge:
    """The looks at one server, and what its processes held at the end, shared memory counted once."""

    served: Served
    readings: list[Reading] = field(default_factory=list)
    share: float = float("nan")
    _began: float = field(default_factory=time.monotonic)

    async def watch(self, made: Sized) -> None:
        """Look every second until cancelled; `made` is the list of changes, which grows meanwhile."""
        while True:
            self.look(len(made))
            await asyncio.sleep(1)

    def look(self, changes: int) -> None:
        """Look once."""
        served, front = self.served.processes, self.served.front
        self.readings.append(Reading(
            time.monotonic() - self._began, changes, of_all(memory_mb_of, (*served, *front)),
            of_all(cpu_ms_of, served), of_all(cpu_ms_of, front), 1000 * time.process_time(), machine_ms(),
        ))

    def finish(self, changes: int) -> None:
        """Look for the last time."""
        self.look(changes)
        self.share = of_all(share_mb_of, (*self.served.processes, *self.served.front))

    @property
    def memory(self) -> list[float]:
        return [reading.memory for reading in self.readings]

    def minutes(self) -> list[float]:
        """Give the memory of each minute, its median."""
        by_minute: dict[int, list[float]] = {}
        for reading in self.readings:
            by_minute.setdefault(int(reading.at // 60), []).append(reading.memory)
        return [median(values) for _minute, values in sorted(by_minute.items())]

    def cpu_of_a_change(self) -> tuple[float, float]:
        """Give the CPU of the server and of nginx for one change, in ms, over the second half."""
        start, end = self._second_half()
        changes = end.changes - start.changes
        if not changes:
            return float("nan"), float("nan")
        return (end.server_ms - start.server_ms) / changes, (end.front_ms - start.front_ms) / changes

    def takers(self) -> dict[str, float]:
        """Tell who took the CPU of this machine in the second half, in percent of all its cores."""
        start, end = self._second_half()
        whole = 10 * (end.at - start.at) * (os.cpu_count() or 1) or float("nan")
        server, front, driver, machine = (
            (getattr(end, name) - getattr(start, name)) / whole
            for name in ("server_ms", "front_ms", "driver_ms", "machine_ms")
        )
        others = max(0.0, machine - server - front - driver)  # clocks of processes and of the machine tick apart
        return {"server": server, "nginx": front, "driver": driver, "others": others}

    def _second_half(self) -> tuple[Reading, Reading]:
        return self.readings[len(self.readings) // 2], self.readings[-1]


def growth(memory: list[float]) -> float:
    """Tell how much memory grew in the second half, in percent; each end is the median of a tenth of the time."""
    tenth, half = max(1, len(memory) // 10), memory[len(memory) // 2 :]
    if len(memory) < 4 or not median(half[:tenth]):
        return float("nan")
    return 100 * (median(half[-tenth:]) / median(half[:tenth]) - 1)


def line_of(values: list[float]) -> str:
    """Draw values as a line of bars, from none to the highest."""
    highest = max(values, default=0.0) or 1.0
    return "".join(BARS[min(len(BARS) - 1, int(len(BARS) * value / highest))] for value in values)
