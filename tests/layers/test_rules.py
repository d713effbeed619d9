from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.text import Lang, same
from layers.base import Category, Field, Holds
from layers.rules import is_date, rules_of


def allows(cell: str, holds: Holds, **more: object) -> bool:
    """Tell whether a field that holds this allows a cell."""
    field = Field("x", same("x"), holds, **more)  # type: ignore[arg-type]
    return all(rule.holds(cell) for rule in rules_of(field))


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_month_and_year_of_the_calendar_is_a_date(day: date) -> None:
    written = day.isoformat()
    assert is_date(written)
    assert is_date(written[:7])
    assert is_date(written[:4])


@given(st.integers(1900, 2100), st.sampled_from([2, 4, 6, 9, 11]))
def test_the_day_after_the_last_of_a_month_is_none(year: int, month: int) -> None:
    last = (date(year, month + 1, 1) - timedelta(days=1)).day
    assert not is_date(f"{year}-{month:02}-{last + 1}")


@given(st.text())
def test_no_text_makes_a_rule_stumble(cell: str) -> None:
    for holds in Holds:
        categories = (Category("a", same("a")),) if holds in (Holds.CODE, Holds.CODES) else ()
        assert allows(cell, holds, categories=categories) in (True, False)


@pytest.mark.parametrize("holds", Holds)
def test_a_blank_passes_unless_the_field_is_required(holds: Holds) -> None:
    assert allows("", holds)
    assert not allows("", holds, required=True)
    assert not allows("  ", Holds.TEXT, required=True)


@pytest.mark.parametrize(
    "cell",
    ["<script>", "< b>", "</p>", "<!--", "<?xml", "javascript:alert(1)", "JavaScript:x", "bell\x07", "line\u2028end"],
)
def test_markup_and_control_characters_are_in_no_text(cell: str) -> None:
    assert not allows(cell, Holds.TEXT)


@pytest.mark.parametrize("cell", ["below < 5", "1 <2", "R&D", "“quoted” 'text'", "日本＜海外＞", "a|b", "two\nlines"])
def test_plain_signs_are_text(cell: str) -> None:
    assert allows(cell, Holds.TEXT)


@pytest.mark.parametrize("cell", ["1,000", "1e3", "nan", "inf", "１２", "1_000", "-1", " 1", "1000000001"])
def test_what_is_not_written_as_a_plain_number_from_0_is_none(cell: str) -> None:
    assert not allows(cell, Holds.NUMBER)


def test_lists_are_tested_part_by_part() -> None:
    assert allows("UZB|JPN", Holds.COUNTRIES)
    assert not allows("UZB||JPN", Holds.COUNTRIES)
    assert not allows("UZB,JPN", Holds.COUNTRIES)
    assert allows("https://a.example/x|seed", Holds.LINKS)
    assert not allows("ftp://a.example", Holds.LINKS)
    assert not allows('https://a.example/"onclick', Holds.LINKS)


def test_every_rule_says_in_both_languages_what_it_allows() -> None:
    for holds in Holds:
        field = Field("x", same("x"), holds, categories=(Category("a", same("a")),), required=True)
        assert all(rule.allowed[lang] for rule in rules_of(field) for lang in Lang)
