"""A day's work where no other host can be reached; and nobody tries: Python's processes and Chromium are watched.

The watching does not depend on the namespace. Where a machine refuses one, the tests say so and what was watched.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from scripts.pins import ROOT
from tests.closed.day import CONTROL
from tests.closed.namespace import ALONE, OUTSIDE, refusal
from tests.closed.traces import HOOK, URL, outside, pages_asked, python_asked, python_starts
from tests.outside import find, of_office

pytestmark = pytest.mark.browser

WATCHED = ("tests.closed.day", "cli.py export", "scripts.serve", "render.deck.apart")
"""Processes that must have been watched: this one's child, the terminal, the server, what makes decks for it."""


@dataclass(frozen=True, slots=True)
class Day:
    """What was seen, what was made, and why it was not in a namespace ("" when it was)."""

    seen: dict[str, Any]
    folder: Path
    why_not: str

    @property
    def sockets(self) -> Path:
        return self.folder / "sockets.log"


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder, why_not = tmp_path_factory.mktemp("closed"), refusal()
    alone = ((), ()) if why_not else (ALONE, ("--alone",))
    command = [*alone[0], sys.executable, "-m", "tests.closed.day", str(folder), *alone[1]]
    paths = os.pathsep.join((str(HOOK), str(ROOT)))
    env = os.environ | {"PYTHONPATH": paths, "ATLAS_SOCKETS": str(folder / "sockets.log"), "ATLAS_ONLINE": ""}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Day(json.loads(done.stdout), folder, why_not)


def test_page_filters_pictures_and_deck_work(day: Day) -> None:
    page = day.seen["page"]
    assert page["marks"] > 0
    assert [page[kind] for kind in ("outside", "failed", "errors")] == [[], [], []]
    assert Image.open(BytesIO((day.folder / "map.png").read_bytes())).size == (1920, 1080)
    for name in ("map.pptx", "deck.pptx"):
        assert len(Presentation(BytesIO((day.folder / name).read_bytes())).slides) >= 1


def test_the_one_file_from_disk_filters_and_searches_and_asks_for_nothing(day: Day) -> None:
    file = day.seen["file"]
    assert (file["asked"], file["errors"], file["found"]) == ([], [], "Tonga")
    assert 0 < file["after"] < file["before"]


def test_what_was_made_loads_nothing_from_another_host(day: Day) -> None:
    page = (day.folder / "map.html").read_text("utf-8")
    assert [each for each in find("map.html", page) if "in a script" not in each] == []  # its rows name their sources
    assert [each for name in ("map.pptx", "deck.pptx") for each in of_office((day.folder / name).read_bytes())] == []


def test_no_process_of_the_atlas_reaches_for_another_host(day: Day) -> None:
    started = python_starts(day.sockets)
    assert [name for name in WATCHED if not any(name in command for command in started)] == []
    assert outside(python_asked(day.sockets)) == [OUTSIDE[0]]  # the one that the test itself tried


def test_in_chromiums_own_log_no_page_asks_another_host(day: Day) -> None:
    asked, control = pages_asked(day.folder / "chromium.json"), URL.match(CONTROL)
    assert control
    assert "localhost" in asked
    assert outside(asked) == [control["host"]]  # the one that the test itself asked for


@pytest.mark.filterwarnings("default:not in a namespace")
def test_all_of_it_was_done_where_nothing_can_be_reached(day: Day) -> None:
    if day.why_not:
        python, pages = len(python_asked(day.sockets)), len(pages_asked(day.folder / "chromium.json"))
        told = f"Watched instead: {python} times a process of Python and {pages} times a page reached for a host"
        warnings.warn(f"not in a namespace of its own: {day.why_not}\n{told}, always this machine; what libraries in C "
                      "do was not watched", stacklevel=1)
    else:
        assert day.seen["alone"] is True
