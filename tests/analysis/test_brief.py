"""The country page of every country and territory, in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from analysis.brief import country_brief
from analysis.document import Bullets, Document, Grid, Paragraph, lines_in, lines_of
from geo.countries import read_countries
from i18n import brief
from i18n.text import Lang
from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene
from tests.i18n.foreign import JAPANESE, english_sentences


@cache
def page(code: str, query: str = "") -> Document:
    """Make a country's page once."""
    return country_brief(read_choice(query).choice, code)


def texts(document: Document) -> str:
    return "\n".join(line.text for line in lines_in(document))


def section_ids(document: Document) -> list[str]:
    return [section.id for section in document.sections]


def told(document: Document, section_id: str) -> str:
    """Give the text of one section."""
    section = next(section for section in document.sections if section.id == section_id)
    return "\n".join(line.text for block in section.blocks for line in lines_of(block))


def counts_told(document: Document) -> list[tuple[str, int, int]]:
    """Read the numbers at a glance: layer, shown, hidden by default."""
    section = next(section for section in document.sections if section.id == "glance")
    grid = next(block for block in section.blocks if isinstance(block, Grid))
    return [(name.text, int(shown.text), int(hidden.text)) for name, shown, hidden in grid.rows]


def problems(document: Document, choice: Choice, code: str) -> Iterator[str]:
    """Say what is wrong with a page: counts that are not the map's, missing rows, numbers of no source, links."""
    scene = build_scene(replace(choice, layers=frozenset(find_layers()), country=frozenset({code})))
    lang = document.lang
    hidden = [0 if choice.show_all else sheet.beyond for sheet in scene.sheets]
    expected = [(sheet.layer.title[lang], len(sheet.rows), away)
                for sheet, away in zip(scene.sheets, hidden, strict=True)]
    if counts_told(document) != expected:
        yield f"{code}: {counts_told(document)} is not {expected}"
    lines = list(lines_in(document))
    rows = {str(row_id) for sheet in scene.sheets for row_id in sheet.rows["id"]}
    facts = {line.fact for line in lines if line.fact}
    if not facts <= rows:
        yield f"{code}: tells rows that the filter does not show: {facts - rows}"
    numbers = {number for line in lines for number in line.cites}
    if numbers != set(range(1, len(document.sources) + 1)):
        yield f"{code}: cites {sorted(numbers)} of {len(document.sources)} sources"
    if any(line.fact and not line.cites for line in lines):
        yield f"{code}: a fact without a source"
    if lang == Lang.JA:
        return
    names = " ".join([read_countries()[code].name.ja, *read_countries()[code].aliases])
    strange = [line.text for line in lines if JAPANESE.search(line.text) and
               not all(part in names for part in line.text.split("、"))]
    if strange:
        yield f"{code}: Japanese in the English page: {strange[:2]}"


@pytest.mark.parametrize("lang", Lang)
def test_every_country_and_territory_has_a_page_whose_counts_are_the_map_s(lang: Lang) -> None:
    choice = Choice(lang=lang)
    found = [problem for code in read_countries() for problem in problems(page(code, f"lang={lang}"), choice, code)]
    assert len(read_countries()) == 210
    assert not found


def test_the_japanese_page_says_nothing_in_english_sentences() -> None:
    found = [(code, said) for code in read_countries() for line in lines_in(page(code, "lang=ja"))
             if (said := english_sentences(line.text))]
    assert not found


def test_every_row_that_the_map_shows_of_a_country_is_told() -> None:
    for code in ("UZB", "TUV", "CHL", "VNM", "BRA", "NAM", "GUM"):
        scene = build_scene(Choice(layers=frozenset(find_layers()), country=frozenset({code})))
        rows = {str(row_id) for sheet in scene.sheets for row_id in sheet.rows["id"]}
        named = texts(page(code))
        missing = {str(row["id"]) for sheet in scene.sheets for row in sheet.each_row()
                   if row["id"] not in {line.fact for line in lines_in(page(code))} and row["name_ja"] not in named}
        assert rows
        assert not missing


@pytest.mark.parametrize("query", ["show=all", "year=2015-2020", "field=postal", "confidence=low&lang=en",
                                   "mocs.kind=moc", "region=latin_america", "plan=2022-07"])
@pytest.mark.parametrize("code", ["UZB", "BRA", "TUV"])
def test_a_filter_counts_on_the_page_as_on_the_map(code: str, query: str) -> None:
    choice = read_choice(query).choice
    assert not list(problems(page(code, query), choice, code))
    narrowed = brief.NARROWED[choice.lang].split("{", maxsplit=1)[0]
    assert (narrowed in told(page(code, query), "glance")) == (query != "show=all")


def test_uzbekistan_names_both_memoranda_three_cities_and_the_plan_on_central_asia() -> None:
    document = page("UZB")
    timeline = told(document, "mocs").split("\n")
    years = [line[:4] for line in timeline if line[:2] == "20"]
    assert years == sorted(years, reverse=True)
    assert {"2014", "2019"} <= set(years)
    assert all(city in told(document, "datacenters") for city in ("タシケント", "ブハラ", "コーカンド"))
    assert "ほかの中央アジアにも日本のICTソリューションを広げる" in told(document, "strategy")
    assert "ウズベキスタンとの連携を契機に" in told(document, "mentions")


def test_tuvalu_has_its_cable_its_one_way_out_and_what_oceania_is_offered() -> None:
    document = page("TUV")
    assert {"cables", "strategy", "mentions"} <= set(section_ids(document))
    assert "ツバル・ヴァカ・ケーブル" in told(document, "cables")
    assert "1つ(ケーブル1本)" in told(document, "cables")
    assert "太平洋" in told(document, "mentions")


@pytest.mark.parametrize(("code", "sections"), [
    ("CHL", {"isdbt", "mocs", "cables", "projects", "plan20", "mentions"}),
    ("VNM", {"mocs", "cables", "datacenters", "projects", "plan20", "mentions"}),
    ("BRA", {"isdbt", "mocs", "cables", "projects", "plan20", "mentions"}),
])  # fmt: skip
def test_countries_that_have_much_show_all_of_it(code: str, sections: set[str]) -> None:
    assert {"identity", "glance", "strategy", *sections, "reading"} <= set(section_ids(page(code)))


def test_an_adopter_s_page_has_every_fact_of_its_row_with_date_and_confidence() -> None:
    said = told(page("BRA", "lang=en"), "isdbt")
    for fact in ("29 June 2006", "Switch-off completed", "TV 3.0", "2026", "High"):
        assert fact in said


def test_namibia_keeps_its_code_na() -> None:
    assert "NAM / NA" in told(page("NAM"), "identity")


def test_a_territory_says_to_which_country_it_belongs() -> None:
    assert "海外領土など" in told(page("GUM"), "identity")
    assert "米国" in told(page("GUM"), "identity")


def test_documents_through_a_body_stand_apart_with_their_number() -> None:
    blocks = next(section for section in page("FRA").sections if section.id == "mocs").blocks
    assert [type(block) for block in blocks] == [Paragraph, Bullets, Paragraph, Bullets]
    through = find_layers()["mocs"].through[Lang.JA]
    assert isinstance(blocks[2], Paragraph)
    assert blocks[2].lines[0].text.startswith(through)


def test_what_is_hidden_by_default_is_counted() -> None:
    assert "(ほか" in " ".join(block.caption for section in page("USA").sections for block in section.blocks
                              if isinstance(block, Grid)) + texts(page("USA"))
    assert "件は既定で非表示" not in texts(page("USA", "show=all"))


def test_a_country_with_nothing_says_so_and_shows_what_its_region_is_offered() -> None:
    nothing = [code for code in read_countries() if not any(shown + hidden for _, shown, hidden in
               counts_told(page(code, "lang=ja")))]
    assert nothing
    for code in nothing:
        assert told(page(code, "lang=ja"), "glance").startswith(brief.NOTHING[Lang.JA])
        assert section_ids(page(code, "lang=ja"))[2] == "strategy"


def test_a_country_that_only_an_area_word_reaches_says_so() -> None:
    assert told(page("TCD"), "glance").startswith("この国・地域を名指す項目はありません")
    assert "この国・地域を名指す項目はありません" not in told(page("UZB"), "glance")


def test_a_planned_date_that_passed_is_last_stated() -> None:
    overdue = [row for layer in find_layers().values() for row in
               build_scene(Choice(layers=frozenset({layer.id}))).sheets[0].each_row()
               if row["overdue"] and layer.promise]
    assert overdue
    for row in overdue:
        code = str(row["iso_a3"]).split("|", maxsplit=1)[0]
        assert "最後に示された期日" in "\n".join(line.text for section in page(code).sections if section.id != "reading"
                                               for block in section.blocks for line in lines_of(block))


def test_every_line_s_view_is_a_query_that_the_page_reads_without_a_word() -> None:
    for line in lines_in(page("VNM", "lang=en&year=2010-2025")):
        if line.query:
            reading = read_choice(line.query)
            assert not reading.notices
            assert reading.choice.country == {"VNM"}
            assert reading.choice.year == (2010, 2025)
