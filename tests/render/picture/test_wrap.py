from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.picture.fonts import width_of
from render.picture.wrap import fitted, wrapped

TITLE = "地デジ日本方式(ISDB-T)採用国、光海底ケーブル、データセンター、協力覚書・共同声明・政策対話"


@pytest.mark.parametrize("width", [40, 90, 200, 1000])
@pytest.mark.parametrize("text", [TITLE, "Memoranda, statements and dialogues of São Tomé", "W" * 50])
def test_lines_fit_their_width_and_lose_nothing(text: str, width: float) -> None:
    lines = wrapped(text, 10, width)
    assert all(width_of(line, 10) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_begins_with_a_closing_sign() -> None:
    # The longest word, データセンター、, is 80 points wide.
    lines = [line for width in range(85, 300, 7) for line in wrapped(TITLE, 10, width)]
    assert not [line for line in lines if line[0] in "、。)ー・"]


def test_a_title_breaks_after_a_phrase() -> None:
    size, lines = fitted(TITLE, 800, sizes=(20.0, 10.0), lines=2)
    assert size == 20.0
    assert lines[1] == "協力覚書・共同声明・政策対話"


SIGNS = "採用国は、日本を含め20か(ISDB-T)。データセンター / abc DEF・"


@given(st.text(st.sampled_from(SIGNS), max_size=60), st.integers(20, 300))
def test_any_text_fits_and_loses_nothing(text: str, width: float) -> None:
    lines = wrapped(text, 10, width)
    assert all(width_of(line, 10) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(("text", "lines"), [
    ("採用国は日本を含め20か国あり海外は19か国です", ["採用国は日本を", "含め20か国あり海外は", "19か国です"]),
    ("薄い色は期日を過ぎて未確認のもの", ["薄い色は期日を過ぎて", "未確認のもの"]),
])
def test_a_line_ends_after_a_phrase(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10, 120) == lines


def test_what_follows_brackets_in_english_fills_the_line_instead_of_going_down_with_them() -> None:
    named = ", ".join(["AIFFP (Australia)", *(f"Embassy of Japan in {place}" for place in ("Fiji", "Palau", "Kenya"))])
    width = width_of(named.removeprefix("AIFFP "), 10) + 1
    assert wrapped(named, 10, width) == [named.removesuffix(" Kenya"), "Kenya"]
