"""Our systemd unit, read as systemd would, and run as far as a test can: its command, its environment, its user."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from tests.browser.offline import ROOT

FOLDER = ROOT / "deploy" / "systemd"
UNIT = FOLDER / "tenkai-atlas@.service"
PLACE, PYTHON = "/srv/atlas", ".venv/bin/python"


def lines(unit: Path, name: str) -> list[str]:
    """Give what a unit says under a name, line by line."""
    found = [line.partition("=") for line in unit.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [value for key, _, value in found if key == name]


def here(text: str, port: int) -> str:
    """Read a line of the unit for a port, with the program where it stands here."""
    return text.replace("%i", str(port)).replace(f"{PLACE}/{PYTHON}", sys.executable).replace(PLACE, str(ROOT))


def command(port: int) -> list[str]:
    """Give the command that the unit starts."""
    (start,) = lines(UNIT, "ExecStart")
    return shlex.split(here(start, port))


def environment(cache: Path) -> dict[str, str]:
    """Give the environment that the unit sets, with the place of its cache here."""
    settings = [part for line in lines(UNIT, "Environment") for part in shlex.split(line)]
    return dict(part.replace("/var/cache/tenkai-atlas", str(cache)).split("=", 1) for part in settings)
