from dataclasses import replace

import pytest
from hypothesis import given

from i18n.text import Lang
from layers.registry import find_layers, our_layers
from render.timeline import moment, timeline
from render.web_rows import layers
from scene.choice import Choice
from scene.grammar import read_choice
from scene.sieve import read_sieve
from scene.survey import years_on_offer
from scene.switches import panels
from tests.scene.choices import choices


def test_the_span_is_that_of_the_filter_and_every_year_has_its_words() -> None:
    known = timeline()
    assert (known["first"], known["last"]) == years_on_offer()
    for lang, word in ((Lang.JA, "2019年(平成31年/令和元年)"), (Lang.EN, "2019")):
        years = known["years"][lang]  # type: ignore[index]
        assert len(years) == years_on_offer()[1] - years_on_offer()[0] + 1
        assert years[2019 - years_on_offer()[0]] == word


@given(choices())
def test_what_is_in_reach_and_what_the_years_hold_back_is_what_is_in_reach_in_all_years(choice: Choice) -> None:
    told = moment(choice, panels(choice))
    held, quiet = told["held"], told["quiet"]
    for now, free in zip(panels(choice), panels(replace(choice, year=None)), strict=True):
        in_reach = sorted([*now.shown, *now.spare, *held[now.layer.id]])  # type: ignore[index]
        assert in_reach == sorted([*free.shown, *free.spare])
        switches = [*((one.number, one.is_on) for one in now.switches),
                    *((number, on) for number, _count, on in quiet[now.layer.id])]  # type: ignore[index]
        assert sorted(switches) == [(one.number, one.is_on) for one in free.switches]


@pytest.mark.parametrize(("query", "years"), [("", None), ("year=2015", [2015] * 2), ("year=2010-2019", [2010, 2019])])
def test_the_years_asked_for_stand_in_the_message(query: str, years: list[int] | None) -> None:
    choice = read_choice(query).choice
    assert moment(choice, panels(choice))["years"] == years


def test_the_map_knows_the_year_of_every_row_as_the_sieve_does() -> None:
    for layer in layers(our_layers()):
        sieve = read_sieve(find_layers()[str(layer["id"])])
        assert [row.get("year", 0) for row in layer["rows"]] == list(sieve.years)  # type: ignore[attr-defined]
        assert layer["dated"] is bool(sieve.layer.date_means)
