import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.text import Lang
from i18n.years import ERAS, fiscal_year, in_eras, plain_date, word_date

DAYS = st.dates(date(1873, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("iso", "ja", "en"),
    [
        ("2025-07", "2025年7月(令和7年7月、2025年度)", "July 2025 (FY2025)"),
        ("2025-03-31", "2025年3月31日(令和7年3月31日、2024年度)", "31 March 2025 (FY2024)"),
        ("2025-04-01", "2025年4月1日(令和7年4月1日、2025年度)", "1 April 2025 (FY2025)"),
        ("2026", "2026年(令和8年)", "2026"),
        ("2019", "2019年(平成31年/令和元年)", "2019"),
        ("1989-01", "1989年1月(昭和64年1月/平成元年1月、1988年度)", "January 1989 (FY1988)"),
        ("1850", "1850年", "1850"),
    ],
)
def test_a_date_is_worded_with_era_and_fiscal_year_beside_it(iso: str, ja: str, en: str) -> None:
    assert (word_date(iso).ja, word_date(iso).en) == (ja, en)


@pytest.mark.parametrize(
    ("iso", "eras"),
    [
        ("1989-01-07", ["昭和64年1月7日"]),
        ("1989-01-08", ["平成元年1月8日"]),
        ("1989-02", ["平成元年2月"]),
        ("2019-04-30", ["平成31年4月30日"]),
        ("2019-05-01", ["令和元年5月1日"]),
        ("2019-04", ["平成31年4月"]),
        ("2020-02-29", ["令和2年2月29日"]),
        ("1926-12", ["大正15年12月", "昭和元年12月"]),
        ("1912", ["明治45年", "大正元年"]),
        ("1872-12-31", []),
    ],
)
def test_an_era_begins_on_its_day(iso: str, eras: list[str]) -> None:
    assert in_eras(iso) == eras


@given(DAYS)
def test_every_day_has_exactly_one_era(day: date) -> None:
    assert len(in_eras(day.isoformat())) == 1


@given(DAYS)
def test_a_month_and_a_year_have_the_eras_of_all_their_days(day: date) -> None:
    for precision, form in ((7, r"\d+月\d+日$"), (4, r"\d+月\d+日$")):
        iso = day.isoformat()[:precision]
        found = dict.fromkeys(re.sub(form, "", in_eras(each)[0]) for each in days_of(iso))
        assert list(found) == [re.sub(r"\d+月$", "", era) for era in in_eras(iso)]


def days_of(iso: str) -> list[str]:
    """List the days of a year or a month."""
    start = date.fromisoformat(f"{iso}-01-01"[:10])
    days = (start + timedelta(days=number) for number in range(366))
    return [day.isoformat() for day in days if day.isoformat().startswith(iso)]


@given(DAYS)
def test_the_year_of_an_era_leads_back_to_the_western_year(day: date) -> None:
    name, number = re.fullmatch(r"(..)(元|\d+)年.*", in_eras(day.isoformat())[0]).groups()  # type: ignore[union-attr]
    (era,) = (era for era in ERAS if era.name == name)
    assert era.first_year + (1 if number == "元" else int(number)) - 1 == day.year


@given(DAYS)
def test_a_fiscal_year_runs_from_april_to_march(day: date) -> None:
    year = fiscal_year(day.isoformat())
    assert year is not None
    assert date(year, 4, 1) <= day <= date(year + 1, 3, 31)


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_both_languages_open_with_the_western_date(day: date, precision: int) -> None:
    iso = day.isoformat()[:precision]
    for lang in Lang:
        assert word_date(iso)[lang].startswith(plain_date(iso)[lang])
        assert str(day.year) in plain_date(iso)[lang]


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_english_has_no_japanese_in_it(day: date, precision: int) -> None:
    assert word_date(day.isoformat()[:precision]).en.isascii()
