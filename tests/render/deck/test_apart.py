from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from threading import Event
from zipfile import ZipFile

import pytest

from geo.files import ROOT
from i18n.errors import AtlasError
from i18n.making import NOT_MADE
from i18n.text import Lang, Text
from own.layer import layer_of
from own.reading import read_own
from render.deck import apart
from render.deck.apart import Brought, Making, Order
from render.deck.save import deck_of
from render.jobs import Jobs
from scene.grammar import read_choice

PATIENCE = 120.0
TONGA = read_choice("layers=cables&deck=chosen&select=TON").choice
LONG = read_choice("layers=isdbt,mocs&deck=countries").choice


def wait(until: Callable[[], object]) -> None:
    """Wait for something to become true; a busy machine may take its time."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_deck_made_apart_is_the_one_made_here_and_its_steps_are_told() -> None:
    making = Making(Order(TONGA))
    wait(lambda: making.result is not None)
    assert making.result == deck_of(TONGA)
    assert (making.done, making.total) == (2, 2)


def test_what_a_person_brought_goes_with_the_order_and_stands_on_the_slides() -> None:
    own = read_own("名称,緯度,経度\n観測所,-21.1,-175.2\n事務所,-18.7,-174.0\n".encode(), "拠点.csv")
    layer = layer_of(own, title="拠点")
    making = Making(Order(replace(TONGA, layers=TONGA.layers | {layer.id}), own=(Brought(own, "拠点"),)))
    wait(lambda: making.result is not None)
    assert isinstance(making.result, bytes)
    with ZipFile(BytesIO(making.result)) as deck:
        slides = [deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/slide")]
    assert [("拠点" in slide, "観測所" in slide) for slide in slides] == [(True, False), (True, True)]


def test_what_is_wrong_comes_as_its_sentence() -> None:
    making = Making(Order(TONGA, template=b"no design"))
    wait(lambda: making.result is not None)
    assert isinstance(making.result, Text)
    assert "The template cannot be used" in making.result[Lang.EN]


def test_a_deck_that_is_stopped_ends_at_once_with_all_that_it_started() -> None:
    making = Making(Order(LONG))
    wait(lambda: making.done)
    process = making._process
    assert process is not None
    making.stop()
    wait(lambda: process.poll() is not None)
    alive = ["pgrep", "--runstates", "R,S,D", "-g", str(process.pid)]  # who is dead may still be in the list
    wait(lambda: subprocess.run(alive, capture_output=True, check=False).returncode)


def test_a_deck_whose_process_is_killed_is_a_sentence() -> None:
    making = Making(Order(LONG))
    wait(lambda: making._process)
    process = making._process
    assert process is not None
    os.killpg(process.pid, signal.SIGKILL)  # as a system does that is out of memory
    wait(lambda: making.result is not None)
    assert making.result is NOT_MADE


def test_a_deck_that_nobody_waits_for_any_more_ends() -> None:
    command = [sys.executable, "-m", apart.__name__]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          start_new_session=True) as process:
        assert process.stdin is not None
        pickle.dump(Order(LONG), process.stdin)
        process.stdin.close()
        assert process.wait(PATIENCE) == -signal.SIGKILL


def test_a_making_ends_when_the_page_that_asked_for_it_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LOOK", 0.05)
    monkeypatch.setattr(apart, "ABSENT", 0.2)
    there = [True]
    making = Making(Order(LONG), is_wanted=lambda: there[0])
    wait(lambda: making._process)
    process = making._process
    assert process is not None
    time.sleep(0.5)
    assert process.poll() is None
    there[0] = False
    wait(lambda: process.poll() is not None)
    assert making.result is NOT_MADE


def test_one_that_waits_for_its_turn_is_given_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LOOK", 0.05)
    monkeypatch.setattr(apart, "ABSENT", 0.2)
    monkeypatch.setattr(apart, "DECKS", Jobs[None](at_once=1, most_waiting=1))
    done = Event()
    apart.DECKS.ask("before it", lambda: wait(done.is_set))
    making = Making(Order(TONGA), is_wanted=lambda: False)
    wait(lambda: making.result is NOT_MADE)
    done.set()
    assert making._process is None


def test_no_more_decks_are_made_at_once_than_the_machine_can_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    done = Event()
    monkeypatch.setattr(apart, "DECKS", Jobs[None](at_once=2, most_waiting=2))
    monkeypatch.setattr(Making, "_followed", lambda _making: done.wait(PATIENCE) and b"slides")
    first, second, third, fourth = (Making(Order(TONGA)) for _ in range(4))
    assert [making.ahead for making in (first, second, third, fourth)] == [0, 0, 1, 2]
    with pytest.raises(AtlasError, match="2 are waiting"):
        Making(Order(TONGA))
    third.stop()
    assert fourth.ahead == 1
    done.set()
    wait(lambda: first.result and second.result and fourth.result)
    assert third.result is None
