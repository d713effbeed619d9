from __future__ import annotations

from itertools import combinations, product

import pytest

from tests import profile
from tests.profile import by_turns

AXES = ("abcd", [1, 2, 3], "xy")


def test_by_turns_every_pair_of_values_of_three_axes_comes_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profile, "PROFILE", "sample")
    cases = by_turns(*AXES)
    assert len(cases) == 12
    for one, two in combinations(range(3), 2):
        assert {(case[one], case[two]) for case in cases} == set(product(AXES[one], AXES[two]))


def test_of_two_axes_every_value_comes_up_as_often_as_the_longer_one_has_values(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(profile, "PROFILE", "sample")
    assert by_turns("abcd", [1, 2, 3]) == [("a", 1), ("b", 3), ("c", 2), ("d", 1)]


def test_the_longer_profile_tries_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profile, "PROFILE", "prove")
    assert by_turns(*AXES) == list(product(*AXES))
