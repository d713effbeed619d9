from functools import cache

import pytest

from analysis.document import Document
from analysis.pen import NOT_ENGAGEMENT
from analysis.region_desk import region_desk
from geo.countries import read_countries, read_regions
from geo.tables import read_table, split
from i18n.errors import AtlasError
from i18n.text import Lang
from layers.dataset import dataset_date
from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene
from scene.survey import find_row, layer_counts
from tests.analysis.reading import aloud, grid, lines, section

PLAN_REGIONS = [region.region_id for region in read_regions().values() if region.is_plan]
every_region = pytest.mark.parametrize("region_id", list(read_regions()))


@cache
def desk(region_id: str, lang: Lang = Lang.JA) -> Document:
    return region_desk(Choice(lang=lang), region_id)


def test_the_plan_has_eight_regions() -> None:
    assert len(PLAN_REGIONS) == 8


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("region_id", PLAN_REGIONS)
def test_the_strategy_stands_point_by_point_with_its_frameworks(region_id: str, lang: Lang) -> None:
    row = read_table("regions.csv").set_index("region_id").loc[region_id]
    document = desk(region_id, lang)
    assert [line.text for line in lines(section(document, "strategy"))] == split(str(row[f"strategy_{lang}"]))
    assert [line.text for line in lines(section(document, "frameworks"))] == split(str(row[f"frameworks_named_{lang}"]))
    assert all(line.cites for line in lines(section(document, "strategy")))


@pytest.mark.parametrize("region_id", ["east_asia", "japan", "multilateral"])
def test_a_region_that_is_not_the_plan_s_says_so_plainly(region_id: str) -> None:
    assert "計画の8地域に含まれず" in aloud(desk(region_id), "strategy")
    assert "not one of the eight regions" in aloud(desk(region_id, Lang.EN), "strategy")
    assert not [line.cites for line in lines(section(desk(region_id), "strategy")) if line.cites]


@every_region
def test_every_list_has_the_rows_that_the_map_shows(region_id: str) -> None:
    document = desk(region_id)
    counts = layer_counts(Choice(region=frozenset({region_id})))
    for layer_id in {each.id for each in document.sections} & set(find_layers()):
        told = [line.fact for line in lines(section(document, layer_id)) if line.fact]
        assert len(told) == len(set(told)) == counts[layer_id]


@every_region
def test_the_document_stands_beside_the_map_of_the_region(region_id: str) -> None:
    choice = read_choice(desk(region_id).query).choice
    assert choice.region == {region_id}
    assert choice.layers == set(find_layers()) - NOT_ENGAGEMENT


@every_region
def test_the_matrix_s_numbers_are_those_of_the_scene(region_id: str) -> None:
    for row in grid(desk(region_id), "matrix").rows:
        for cell in row[1:]:
            if cell.query:
                choice = read_choice(cell.query).choice
                counts = layer_counts(choice)
                assert int(cell.text.partition("(")[0]) == sum(counts[layer] for layer in choice.layers)


@every_region
def test_the_newest_facts_come_newest_first_and_none_is_a_promise(region_id: str) -> None:
    found = [find_row(line.fact) for line in lines(section(desk(region_id), "newest")) if line.fact]
    dates = [str(row["date"]) for _layer, row in filter(None, found)]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) <= 10
    assert all(date <= dataset_date().isoformat() for date in dates)
    assert not [row["id"] for layer, row in filter(None, found) if layer.promise
                and layer.promise.date == "date" and row["status"] in layer.promise.while_status]


@every_region
def test_a_field_is_called_silent_only_when_the_map_has_no_row_of_it(region_id: str) -> None:
    document = desk(region_id)
    linked = [line.query for line in lines(section(document, "gaps")) if line.query]
    silent = {next(iter(read_choice(query).choice.field)) for query in linked}
    for field in read_table("fields.csv").itertuples():
        if field.is_plan_field == "1":
            view = Choice(layers=frozenset(find_layers()) - NOT_ENGAGEMENT, region=frozenset({region_id}),
                          field=frozenset({str(field.field_id)}))
            assert (field.field_id in silent) == (build_scene(view).count == 0)


def test_a_silent_country_is_named() -> None:
    silent = next(code for code, country in read_countries().items() if country.region_id == "africa"
                  and not build_scene(Choice(layers=frozenset(find_layers()) - NOT_ENGAGEMENT,
                                             country=frozenset({code}))).count)
    assert read_countries()[silent].name.ja in aloud(desk("africa"), "matrix")


def test_other_filters_of_the_choice_narrow_the_desk() -> None:
    choice = read_choice("region=europe&country=DEU&field=postal&show=all").choice
    document = region_desk(choice, "latin_america")
    narrowed = read_choice(document.query).choice
    assert narrowed.region == {"latin_america"}
    assert narrowed.field == {"postal"}
    assert not narrowed.country
    assert len(grid(document, "matrix").head) == 3


def test_oceania_names_those_on_a_single_cable() -> None:
    assert "ツバル(1つ(ケーブル1本))" in aloud(desk("oceania"), "redundancy")


def test_an_unknown_region_is_answered_with_those_there_are() -> None:
    with pytest.raises(AtlasError, match=r"mars.*oceania"):
        region_desk(Choice(), "mars")
