"""One of two processes is killed while people use the page: who comes back by itself, and how soon.

`python -m bench.killed` measures and prints; `--write` also puts the table into docs/benchmarks.md. nginx stands before
the processes as deploy/ sets them up, and the killed one is started again after as long as its unit says. The
sessions connect anew as the page does; what a browser shows meanwhile is tested in tests/deploy/test_nginx.py.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from dataclasses import dataclass
from statistics import median
from typing import Annotated

import typer

from bench.crowd import Return, Tally, arrival_s, run
from bench.report import machine, save
from bench.served import Served, fronted
from tests.deploy import units
from tests.deploy.standing import Service

WARM, AFTER = 20.0, 40.0
"""Seconds in which people use the page before and after one process is killed."""
MOST_S = 5.0


@dataclass(frozen=True, slots=True)
class Killed:
    """What was seen: when the process was killed (monotonic), how many pages it had open, and what all sessions saw."""

    at: float
    pages: int
    tally: Tally

    @property
    def back(self) -> list[Return]:
        """Give the ways back of the sessions that the kill threw out, and that saw again what they had seen."""
        return [each for each in self.tally.returns if each.lost >= self.at and each.is_same]

    def rows(self) -> list[tuple[str, str, str]]:
        """Sum up."""
        seconds = [each.back - self.at for each in self.back]
        slowest = max(seconds, default=float("nan"))
        return [
            ("pages of the killed process", f"{self.pages}", ""),
            ("of these back at their view by themselves", f"{len(seconds)}", f"{self.pages}"),
            ("the same within 5 s", f"{sum(each <= MOST_S for each in seconds)}", f"{self.pages}"),
            ("from the kill to the view, median, s", f"{median(seconds or [slowest]):.1f}", ""),
            ("the same, slowest, s", f"{slowest:.1f}", f"≤ {MOST_S:.0f}"),
            ("connections that failed besides", f"{self.tally.errors.total() - self.pages}", "0"),
        ]


async def kill_during(served: Served, services: dict[str, Service], *, sessions: int, think: float,
                      warm: float = WARM, after: float = AFTER) -> Killed:
    """Let sessions change their views, kill the first process meanwhile, and start it again as systemd would."""
    crowd = asyncio.create_task(run(served, sessions=sessions, think=think, seconds=warm + after))
    await asyncio.sleep(arrival_s(sessions, think) + warm)
    service = next(iter(services.values()))
    pages, at = open_pages(service), time.monotonic()
    service.process.send_signal(signal.SIGKILL)
    (waits,) = units.lines(units.UNIT, "RestartSec")
    await asyncio.sleep(float(waits))
    service.process.wait()
    service.start()
    return Killed(at, pages, await crowd)


def open_pages(service: Service) -> int:
    """Count the pages that are connected to a process, by its own figures."""
    return round(service.figure("atlas_open_pages"))


def main(
    sessions: Annotated[int, typer.Option(help="How many people at once.")] = 50,
    think: Annotated[float, typer.Option(help="Seconds between two changes of one person.")] = 5,
    write: Annotated[bool, typer.Option(help="Write the section of docs/benchmarks.md.")] = False,
) -> None:
    """Serve the page by two processes behind nginx and kill one of them while it is used."""
    with fronted() as (served, services):
        seen = asyncio.run(kill_during(served, services, sessions=sessions, think=think))
    rows = "".join(f"| {name} | {figure} | {promise} |\n" for name, figure, promise in seen.rows())
    found = f"| a killed process | seen | promise |\n|---|---:|---|\n{rows}"
    about = f"{sessions} sessions behind nginx, a change every {think:g} s each; {machine()}"
    load = f"load average {os.getloadavg()[0]:.1f} at the end"
    print(found, load, *(f"{count} × {words}" for words, count in seen.tally.errors.most_common()), sep="\n")
    if write:
        title = "## One of two processes killed"
        save("killed", f"{title}\n\n`python -m bench.killed --write`; {about}, {load}.\n\n{found}")


if __name__ == "__main__":
    typer.run(main)
