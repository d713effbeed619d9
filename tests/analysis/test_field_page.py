from functools import cache

import pytest

from analysis.document import Document
from analysis.field_page import field_page
from analysis.pen import NOT_ENGAGEMENT
from geo.countries import read_countries
from geo.tables import read_table, split
from i18n.errors import AtlasError
from i18n.text import Lang
from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene
from scene.survey import layer_counts
from tests.analysis.reading import aloud, grid, lines, section

FIELDS = read_table("fields.csv")
PLAN_FIELDS = list(FIELDS[FIELDS["is_plan_field"] == "1"]["field_id"])
every_field = pytest.mark.parametrize("field_id", list(FIELDS["field_id"]))


@cache
def page(field_id: str, lang: Lang = Lang.JA) -> Document:
    return field_page(Choice(lang=lang), field_id)


def test_the_plan_has_ten_fields_and_one_more_holds_the_rest() -> None:
    assert (len(PLAN_FIELDS), len(FIELDS)) == (10, 11)
    assert page("postal", Lang.EN).subtitle == "Priority field 10 of the plan"
    assert page("ict_general", Lang.EN).subtitle == "Not a priority field of the plan"


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("field_id", PLAN_FIELDS)
def test_policy_and_keywords_stand_point_by_point(field_id: str, lang: Lang) -> None:
    row = FIELDS.set_index("field_id").loc[field_id]
    for stem in ("policy", "keywords"):
        assert [line.text for line in lines(section(page(field_id, lang), stem))] == split(str(row[f"{stem}_{lang}"]))


@every_field
def test_every_count_by_region_is_what_its_link_shows(field_id: str) -> None:
    for row in grid(page(field_id), "regions").rows:
        for cell in row[1:]:
            assert int(cell.text) == (build_scene(read_choice(cell.query).choice).count if cell.query else 0)


@every_field
def test_every_list_has_the_rows_that_the_map_shows(field_id: str) -> None:
    counts = layer_counts(Choice(field=frozenset({field_id})))
    listed = {each.id for each in page(field_id).sections} & set(find_layers())
    assert listed == {layer_id for layer_id in find_layers() if counts[layer_id]} - NOT_ENGAGEMENT
    for layer_id in listed:
        assert sum(bool(line.fact) for line in lines(section(page(field_id), layer_id))) == counts[layer_id]


@pytest.mark.parametrize("field_id", PLAN_FIELDS)
def test_every_country_that_the_plan_names_in_the_field_is_told_of(field_id: str) -> None:
    mentions = read_table("country_mentions.csv")
    said = aloud(page(field_id), "countries_named")
    for row in mentions[mentions["field_id"] == field_id].itertuples():
        assert f"{read_countries()[str(row.iso_a3)].name.ja}: 「{row.quote_ja_short}" in said


def test_links_to_the_old_plan_are_marked_as_inferred_with_basis_and_confidence() -> None:
    assert "17. 郵便(対応は推定。根拠: 題名による。確度: 高)" in aloud(page("postal"), "old_plan")
    projects = read_table("plan20.csv")
    for field_id in PLAN_FIELDS:
        flowing = projects[(projects["field_id"] == field_id) | (projects["field_id_2"] == field_id)]
        told = list(lines(section(page(field_id, Lang.EN), "old_plan")))
        assert len(told) == len(flowing)
        assert all("inferred link" in line.text for line in told)


def test_digital_television_says_how_many_countries_use_it() -> None:
    assert "採用国: 20か国(日本を含む)" in aloud(page("terrestrial_digital_tv"), "figures")
    assert "ISDB-T adopters abroad 19 countries" in aloud(page("terrestrial_digital_tv", Lang.EN), "figures")


def test_an_unknown_field_is_answered_with_those_there_are() -> None:
    with pytest.raises(AtlasError, match=r"moon.*postal"):
        field_page(Choice(), "moon")
