from dataclasses import replace

import pytest

from i18n.text import Lang
from scene.choice import Choice


def test_a_click_selects_one_thing_and_a_click_on_nothing_closes_it() -> None:
    assert Choice(select=("BRA", "CHL")).opened("UZB").select == ("UZB",)
    assert Choice(select=("BRA",)).opened("").select == ()


def test_adding_sets_a_country_beside_the_others_and_adding_it_again_takes_it_away() -> None:
    two = Choice(select=("BRA",)).opened("CHL", add=True)
    assert two.select == ("BRA", "CHL")
    assert two.opened("BRA", add=True).select == ("CHL",)


@pytest.mark.parametrize("change", [
    {"country": frozenset({"BRA"})}, {"layers": frozenset({"cables"})}, {"sort": "date"}, {"table": "mocs"},
    {"select": ("humboldt",)}, {"show_all": True},
])  # fmt: skip
def test_another_table_does_not_open_on_the_old_page(change: dict[str, object]) -> None:
    before = Choice(page=5)
    assert replace(before, **change).at_its_page(before).page == 0  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [
    {"lang": Lang.EN}, {"bbox": (0.0, 0.0, 9.0, 9.0)}, {"title": "x"}, {"select": ()}, {"look": "dark"},
])  # fmt: skip
def test_what_leaves_the_table_as_it_is_leaves_its_page(change: dict[str, object]) -> None:
    before = Choice(page=5, select=("BRA",))
    assert replace(before, **change).at_its_page(before).page == 5  # type: ignore[arg-type]


def test_a_page_that_is_turned_to_is_kept() -> None:
    assert Choice(page=2, sort="date").at_its_page(Choice(page=5)).page == 2
