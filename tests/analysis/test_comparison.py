from dataclasses import replace

import pytest

from analysis.comparison import NONE, Line, compare
from i18n import words
from i18n.text import Lang
from scene.grammar import read_choice
from scene.survey import layer_counts

CODES = ("BRA", "CHL", "UZB", "DEU")


def lines(query: str, *, layer: str) -> list[Line]:
    """Compare the four countries and keep the lines of one layer."""
    return [line for line in compare(read_choice(query).choice, CODES) if line.layer.id == layer]


@pytest.mark.parametrize("query", ["", "show=all", "year=2015-2020", "region=latin_america", "mocs.kind=moc&lang=en"])
def test_every_number_is_what_the_filter_on_that_country_counts(query: str) -> None:
    choice = read_choice(query).choice
    counted = [line for line in compare(choice, CODES) if line.label == words.COMPARED_COUNT]
    assert len(counted) == 6
    for place, code in enumerate(CODES):
        by_filter = layer_counts(replace(choice, country=frozenset({code})))
        assert {line.layer.id: int(line.cells[place]) for line in counted} == {
            line.layer.id: by_filter[line.layer.id] for line in counted
        }


def test_an_adopter_s_facts_stand_beside_the_blank_of_one_that_is_none() -> None:
    switch_off = lines("lang=en", layer="isdbt")[0]
    assert switch_off.label[Lang.EN] == "Analogue switch-off"
    assert switch_off.cells == ("Switch-off completed", "Switch-off completed", NONE, NONE)


def test_the_newest_document_is_named_with_its_date() -> None:
    newest = lines("lang=en&country=UZB", layer="mocs")[-1]
    assert newest.cells[1].startswith("2021-01-12 Memorandum")


def test_layers_that_are_off_are_compared_as_well() -> None:
    assert [line.cells for line in lines("layers=isdbt", layer="mocs")] == [
        line.cells for line in lines("", layer="mocs")
    ]
