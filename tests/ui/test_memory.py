from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from ui.memory import settle


@pytest.fixture
def thawed() -> Iterator[None]:
    settle.cache_clear()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_is_loaded_is_taken_for_permanent_once_and_what_comes_later_is_not() -> None:
    settle()
    frozen = gc.get_freeze_count()
    assert frozen > 10_000
    later = [[number] for number in range(1000)]
    settle()
    assert len(later) == 1000
    assert gc.get_freeze_count() <= frozen
