"""Rows that a person brought are found by name, fast, and by nobody else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.search.answer import find
from analysis.search.beside import Beside, find_beside, index_names
from analysis.search.entry import Kind
from analysis.search.fold import fold, fold_lines
from i18n.text import Lang, same
from tests.markup import PAYLOADS

NAMES = ["タシケント事務所", "スバ観測所", "スバ", "Suva Office (West)", "ｻﾝﾃｨｱｺﾞ", "", "西スバ", "!!", "東 京\n支所"]
MANY = 200_000


def index(names: list[str], title: str = "拠点") -> Beside:
    """Make the index of rows with these names."""
    return index_names("own1", same(title), [f"own1-{number}" for number in range(len(names))], names)


@pytest.mark.parametrize(("typed", "found"), [
    ("すば", ["スバ", "スバ観測所", "西スバ"]),
    ("タシケント", ["タシケント事務所"]),
    ("SUVA west", ["Suva Office (West)"]),
    ("サンティアゴ", ["ｻﾝﾃｨｱｺﾞ"]),
    ("東京", ["東 京\n支所"]),
    ("所", []),
    ("!!", []),
    ("", []),
    ("どこにもない", []),
])
def test_names_are_found_whole_then_by_their_beginning_then_anywhere(typed: str, found: list[str]) -> None:
    assert [row.name for row in find_beside(typed, [index(NAMES)], 8)] == found


@given(st.lists(st.text(max_size=8), max_size=6))
def test_many_names_are_folded_as_one_is(names: list[str]) -> None:
    assert fold_lines(names) == [fold(name).letters for name in names]


def test_names_full_of_markup_are_folded_as_one_is_and_found() -> None:
    assert fold_lines(PAYLOADS) == [fold(name).letters for name in PAYLOADS]
    found = find_beside("hyperlink outside", [index(list(PAYLOADS))], 8)
    assert any(row.name.startswith("=HYPERLINK(") for row in found)


def test_an_answer_names_own_rows_after_ours_as_own_data_and_says_no_word_of_theirs_is_strange() -> None:
    answer = find("タシケント事務所", Lang.JA, beside=[index(NAMES)])
    hit = answer.hits[-1]
    assert (hit.kind, hit.id, hit.title, hit.detail) == (Kind.OWN, "own1-0", "タシケント事務所", "拠点")
    assert hit.query.endswith("select=own1-0")
    assert not answer.not_understood
    assert not any(each.kind == Kind.OWN for each in find("タシケント事務所", Lang.JA).hits)


@pytest.mark.parametrize("typed", ["名前199999", "名前", "支", "どこにもない名", "支所 大阪 199998", "名"])
def test_a_question_to_200_000_rows_takes_less_than_a_tenth_of_a_second(typed: str, many: Beside) -> None:
    taken = []
    for _ in range(5):
        begun = time.process_time()
        find_beside(typed, [many], 8)
        taken.append(time.process_time() - begun)
    assert min(taken) < 0.1


@pytest.fixture(scope="module")
def many() -> Beside:
    return index([f"大阪支所 名前{number}" for number in range(MANY)])
