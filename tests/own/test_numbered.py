"""Two own layers of one title are told apart by a number; the same rows brought again are one layer."""

from __future__ import annotations

import pytest

from layers.base import Layer
from own import reading
from own.numbered import layer_beside
from own.question import Answers
from own.reading import read_own
from tests.own.here import read_here


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_apart", read_here)


def brought(name: str, others: list[Layer]) -> Layer:
    own = read_own(f"name,latitude,longitude\n{name},1,2".encode(), "拠点.csv", Answers())
    return layer_beside(own, "拠点", others)


def test_a_title_that_is_taken_is_numbered() -> None:
    layers = list[Layer]()
    for name in "abc":
        layers.append(brought(name, layers))
    assert [layer.title.ja for layer in layers] == ["拠点", "拠点 (2)", "拠点 (3)"]
    assert len({layer.id for layer in layers}) == 3
    assert [brought(name, layers).id for name in "abc"] == [layer.id for layer in layers]
