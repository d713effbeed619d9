from __future__ import annotations

import json

from serve.leaving import MOST
from tests.browser.offline import ROOT
from tests.deploy import units

LINES = (ROOT / "deploy" / "container" / "Containerfile").read_text("utf-8").splitlines()


def said(word: str) -> str:
    (found,) = (line.removeprefix(word) for line in LINES if line.startswith(word))
    return found.strip()


def test_a_container_starts_what_the_unit_starts_and_listens_to_the_outside() -> None:
    (start,) = units.lines(units.UNIT, "ExecStart")
    inside = start.removeprefix(f"{units.PLACE}/").replace("%i", "8501").removesuffix(" --server.address 127.0.0.1")
    assert json.loads(said("CMD ")) == inside.split()


def test_a_container_has_the_environment_and_the_time_that_the_unit_gives() -> None:
    (settings,) = units.lines(units.UNIT, "Environment")
    assert said("ENV ").split() == settings.split()
    (waits,) = (line.split("--stop-timeout ")[1].split()[0] for line in LINES if "--stop-timeout" in line)
    assert int(waits) > MOST


def test_it_says_that_nobody_tried_it() -> None:
    assert LINES[1].startswith("# UNTESTED")
