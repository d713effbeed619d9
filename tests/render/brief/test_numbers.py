import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.document import Bar, Line
from render.brief.numbers import cited, measured


@pytest.mark.parametrize(("numbers", "written"), [
    ((), ""), ((3,), "[3]"), ((2, 1), "[1, 2]"), ((1, 2, 3), "[1–3]"), ((9, 2, 5, 6, 7, 8), "[2, 5–9]"),
])  # fmt: skip
def test_numbers_of_sources_are_written_short(numbers: tuple[int, ...], written: str) -> None:
    assert cited(numbers) == written


@given(st.lists(st.integers(1, 60)))
def test_the_short_form_names_every_number_and_no_other(numbers: list[int]) -> None:
    parts = [part.split("–") for part in cited(numbers).strip("[]").split(", ") if part]
    assert {n for part in parts for n in range(int(part[0]), int(part[-1]) + 1)} == set(numbers)


def test_a_figure_stands_beside_its_target_with_the_share_reached() -> None:
    told = measured(Bar(Line("trainees"), 812, "人", 650))
    assert (told.figure, told.target, told.percent) == ("812人", "650人", "125%")


def test_a_figure_without_a_target_stands_alone() -> None:
    told = measured(Bar(Line("works"), 3539, "本"))
    assert (told.figure, told.target, told.percent) == ("3,539本", "", "")
