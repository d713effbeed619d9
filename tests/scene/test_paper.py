"""A paper is asked for by its size and dpi, and what asks for it gives it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scene.paper import DPI, PAPERS, SHEETS, SIDE, Paper, read_paper

SIDES = st.integers(*SIDE)


@given(SIDES, SIDES, st.integers(*DPI))
def test_what_asks_for_a_paper_gives_it_back(wide: int, high: int, dpi: int) -> None:
    size, asked = Paper(wide, high, dpi).asked
    again = read_paper(size, asked or None)
    assert (again.sides, again.dpi) == ((wide, high), dpi)


@pytest.mark.parametrize("name", PAPERS)
def test_a_preset_is_asked_for_by_its_name_alone(name: str) -> None:
    assert PAPERS[name].asked == (name, 0)


@pytest.mark.parametrize("name", SHEETS)
def test_the_sides_of_a_sheet_at_another_resolution_are_no_sheet(name: str) -> None:
    paper = Paper(*PAPERS[name].sides, 150)
    assert paper.size not in PAPERS
    assert read_paper(paper.size, 150).sides == PAPERS[name].sides
