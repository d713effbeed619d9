"""Numbers in texts, and lines cut to length."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.digest.numbers import numbers
from analysis.digest.short import LETTERS, MORE, clipped
from i18n.text import wide


def read(text: str) -> list[str]:
    return [number.value for number in numbers(text)]


@pytest.mark.parametrize(("text", "found"), [
    ("3,539本、1,200人", ["3539", "1200"]),
    ("２０か国", ["20"]),
    ("２０２５年７月３日", ["2025-07-03"]),
    ("2025年7月(令和7年7月、2025年度)", ["2025-07", "7", "7", "2025"]),
    ("2025年", ["2025"]),
    ("3 July 2025, May 2022, 2019", ["2025-07-03", "2022-05", "2019"]),
    ("2025-07-03 2025-07", ["2025-07-03", "2025-07"]),
    ("2019-2025", ["2019", "2025"]),
    ("78.6%", ["78.6"]),
    ("Open RAN・5G", ["5"]),
    ("FY2020", ["2020"]),
    ("1,2", ["1", "2"]),
    ("総務省", []),
])
def test_a_number_is_one_value_however_it_is_written(text: str, found: list[str]) -> None:
    assert read(text) == found


def test_a_latin_letter_is_half_as_wide() -> None:
    assert wide("総務省MIC") == 4.5


def test_what_fits_is_left_as_it_is() -> None:
    assert clipped("あ" * 60) == "あ" * 60
    assert clipped("あ" * 61) == "あ" * 59 + MORE


def test_a_word_of_latin_letters_is_not_cut() -> None:
    assert clipped("Cooperate with the ASEAN Digital Masterplan", 12) == "Cooperate with the…"


PIECES = ["2025年7月3日", "3 July 2025", "1,200", "総務省", "Open RAN ", "78.6%", "、", "は2019年"]
WORDS = st.lists(st.sampled_from(PIECES))


@given(WORDS.map("".join), st.integers(4, 60))
@example("2025年7月3日1,200Open RAN 78.6%2025年7月3日", 20)  # the last date cut into two numbers
def test_no_number_is_cut_in_two(text: str, letters: int) -> None:
    cut = clipped(text, letters)
    assert wide(cut) <= max(letters, 0)
    assert read(cut) == read(text)[: len(read(cut))]


@given(st.text(max_size=200))
def test_any_text_is_cut_to_length(text: str) -> None:
    assert wide(clipped(text)) <= LETTERS
