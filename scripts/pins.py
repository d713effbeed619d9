"""What requirements files say: one exact version a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parent.parent
EXACT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[A-Za-z0-9.+!]+)(?: *; *(?P<marker>[^;]+))?")


@dataclass(frozen=True, slots=True)
class Pin:
    """A library and the one version that is installed."""

    name: str
    version: str
    marker: str = ""  # which Pythons and systems there is a wheel for; "" is all of them

    @property
    def applies(self) -> bool:
        """Tell whether it is installed here."""
        return not self.marker or Marker(self.marker).evaluate()


def read_lines(name: str) -> list[str]:
    """Read a requirements file without comments, blank lines and `-r` lines."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("-r ")]


def read_pins(name: str) -> list[Pin]:
    """Read a requirements file as pins; raises ValueError at a line that is not exact."""
    return [_pin(line) for line in read_lines(name)]


def _pin(line: str) -> Pin:
    found = EXACT.fullmatch(line)
    if found is None:
        raise ValueError(f"{line!r} is not an exact version (name==version)")
    return Pin(found["name"], found["version"], found["marker"] or "")
