"""How a peer is asked: draw the same facts, in a new process or again and again, and say where places came to lie.

`python -m bench.peers.NAME FACTS OUT ROUNDS` prints one line of JSON: the seconds of each round after the first, the
pixel of every place asked for (none where nobody can say), and the version of what drew. With `--helped` what a peer
would fetch from another host comes from this machine.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SIZE = (1920, 1080)
COLOURS = {"sea": "#eef4f9", "land": "#e4e4de", "adopter": "#11643c", "cable": "#0d47a1", "site": "#b71c1c"}
HELPED = "--helped"
Place = tuple[float, float]
Locate = Callable[[Place], Place]
"""From longitude and latitude to the pixel (column, row)."""


@dataclass(frozen=True)
class Facts:
    """What is drawn: a file of outlines, the codes to colour, lines (longitudes may run on past 180) and points."""

    outlines: str
    adopters: tuple[str, ...]
    cables: tuple[tuple[Place, ...], ...]
    sites: tuple[Place, ...]
    places: tuple[Place, ...]


def read_facts(path: Path) -> Facts:
    """Read the facts that `bench.beside` wrote."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Facts(**found)


def answer(draw: Callable[[Facts, Path], Locate | None], version: str) -> None:
    """Draw as often as asked, and print what came of it."""
    facts, out, rounds = read_facts(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3])
    locate, seconds = draw(facts, out), list[float]()
    for _ in range(rounds):
        start = time.perf_counter()
        locate = draw(facts, out)
        seconds.append(time.perf_counter() - start)
    pixels = [locate((lon, lat)) for lon, lat in facts.places] if locate else []
    print(json.dumps({"seconds": seconds, "pixels": pixels, "version": version}))


def is_helped() -> bool:
    """Tell whether what other hosts would give is to come from this machine."""
    return HELPED in sys.argv
