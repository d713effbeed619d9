from functools import cache

import pytest

from analysis.coverage import Covered, read_coverage
from geo.tables import read_table
from scene.grammar import read_choice
from tests.analysis.reading import told

COVERED = read_coverage()


@cache
def place(page: str, section: str, query: str) -> tuple[str, ...]:
    here = (page, section, query)
    return tuple(told(next(each for each in COVERED if (each.page, each.section, each.query) == here)))


def test_all_199_things_of_the_plan_are_there_in_order() -> None:
    assert [each.id for each in COVERED] == [f"S{number:03}" for number in range(1, 200)]


@pytest.mark.parametrize("covered", COVERED, ids=lambda each: each.id)
def test_each_is_read_where_the_table_says(covered: Covered) -> None:
    assert bool(covered.page) != bool(covered.query)
    assert any(covered.probe in line for line in place(covered.page, covered.section, covered.query)), covered.where


@pytest.mark.parametrize("query", sorted({each.query for each in COVERED if each.query}))
def test_every_view_is_written_so_that_nothing_is_dropped(query: str) -> None:
    assert not read_choice(query).notices


def test_no_two_things_are_proved_by_the_same_word_in_the_same_place() -> None:
    proofs = [(each.where, each.probe) for each in COVERED]
    assert len(set(proofs)) == len(proofs)


def test_a_probe_is_specific_to_its_line() -> None:
    vague = [each.id for each in COVERED if each.page
             and sum(each.probe in line for line in place(each.page, each.section, each.query)) > 3]
    assert not vague


def test_a_wrong_probe_is_not_found() -> None:
    assert not any("計画にない語" in line for each in COVERED[::50] for line in told(each))


def test_the_table_is_declared_and_without_blanks() -> None:
    table = read_table("coverage.csv")
    assert all(cell for column in ("id", "what_ja", "what_en", "probe") for cell in table[column])
