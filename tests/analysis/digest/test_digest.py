"""Short documents: what they tell, and that they stay short under any choice."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.deck import leaves
from analysis.digest.digest import digest
from analysis.digest.scribe import LINES, used
from analysis.digest.short import LETTERS, MORE
from analysis.document import Document, Facts, Grid
from analysis.plan_tables import FIELDS, REGIONS, parts, plan_rows
from geo.countries import read_countries, read_regions
from i18n.errors import AtlasError
from i18n.text import Lang, wide
from scene.choice import Choice
from scene.grammar import read_choice, write_choice
from scene.pages import field_ids
from scene.scene import build_scene
from tests.analysis.reading import aloud, grid, lines, section
from tests.i18n.foreign import JAPANESE
from tests.profile import many
from tests.scene.choices import choices

SHORT = ("overview", "field", "region", "country")
NAMES = ("cover", "overview", "figures", "sources", *(f"field:{code}" for code in field_ids()),
         *(f"region:{code}" for code in read_regions()), *(f"country:{code}" for code in read_countries()))


def told(name: str, query: str = "") -> Document:
    return digest(name, read_choice(query).choice)


def too_long(document: Document) -> Iterator[str]:
    """Say in what a short document is not short."""
    if wide(document.title) > LETTERS or wide(document.subtitle) > LETTERS:
        yield f"{document.title} / {document.subtitle}"
    if document.id.partition(":")[0] not in SHORT:
        return
    if len(document.sections) > 4 or used(*document.sections) > LINES:
        yield f"{len(document.sections)} sections, {used(*document.sections)} lines"
    yield from (line.text for part in document.sections for line in lines(part) if wide(line.text) > LETTERS)
    yield from (label for part in document.sections for block in part.blocks if isinstance(block, Facts)
                for label, line in block.pairs if wide(label + line.text) > LETTERS)


@settings(max_examples=many(sample=25, prove=400))
@given(choices(), st.sampled_from(NAMES))
def test_any_leaf_of_any_choice_is_told_shortly(choice: Choice, name: str) -> None:
    document = digest(name, choice)
    assert document.id == name
    assert document.lang == choice.lang
    assert not list(too_long(document))
    assert all(lines(part) for part in document.sections)
    assert not read_choice(document.query).notices


@pytest.mark.parametrize("lang", list(Lang))
def test_every_leaf_of_the_usual_deck_is_told_shortly_in_its_language(lang: Lang) -> None:
    choice = Choice(lang=lang)
    documents = [digest(name, choice) for name in leaves(choice)]
    assert len(documents) > 20
    assert not [said for document in documents for said in too_long(document)]
    if lang == Lang.EN:
        texts = [line.text for document in documents for part in document.sections for line in lines(part)]
        assert not [text for text in texts if JAPANESE.search(text)]


@pytest.mark.long
@pytest.mark.parametrize("lang", list(Lang))
def test_every_country_is_told_shortly(lang: Lang) -> None:
    documents = [digest(f"country:{code}", Choice(lang=lang)) for code in read_countries()]
    assert not [said for document in documents for said in too_long(document)]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize(("file", "stem"), [(FIELDS, "policy"), (REGIONS, "strategy")])
def test_every_point_of_the_plan_has_a_short_form_that_is_not_cut(file: str, stem: str, lang: Lang) -> None:
    for row in plan_rows(file):
        short = parts(row, f"{stem}_short", lang)
        assert len(short) == len(parts(row, stem, lang))
        assert max(map(wide, short)) <= LETTERS


def test_an_unknown_name_is_refused_by_what_there_is() -> None:
    for name in ("country:XXX", "field:", "region:atlantis", "nothing", ""):
        with pytest.raises(AtlasError):
            digest(name, Choice())


def test_a_digest_is_kept_until_the_data_changes() -> None:
    assert told("field:postal") is told("field:postal")


@pytest.mark.parametrize("query", ["", "layers=cables,mocs&year=2016-2025", "show=all"])
@pytest.mark.parametrize("name", ["overview", "field:submarine_cable", "region:oceania", "country:CHL"])
def test_map_and_slide_agree(name: str, query: str) -> None:
    document = told(name, query)
    sheets = {sheet.layer.title.ja: len(sheet.rows) for sheet in build_scene(read_choice(document.query).choice).sheets}
    counted = {label: line.text for block in section(document, "numbers").blocks if isinstance(block, Facts)
               for label, line in block.pairs if label in sheets}
    assert counted
    assert all(said.startswith((f"{sheets[label]}件", f"{sheets[label]}か国")) for label, said in counted.items())
    assert all(sheets.values())  # no layer on the map without a row


def test_layers_that_are_asked_for_are_the_only_ones_told() -> None:
    document = told("region:africa", "layers=mocs")
    assert read_choice(document.query).choice.layers == {"mocs"}
    assert "光海底ケーブル" not in aloud(document, "numbers")
    assert "光海底ケーブル" in aloud(told("region:africa"), "numbers")


def test_what_the_defaults_hide_is_said_with_its_view() -> None:
    line = next(line for line in lines(section(told("region:africa"), "numbers")) if "show=all" in line.query)
    assert line.text == f"{build_scene(read_choice(line.query).choice).count}件"
    assert "既定で非表示" not in aloud(told("region:africa", "show=all"), "numbers")


def test_where_nothing_shows_a_sentence_says_so() -> None:
    assert "アトラスにありません" in aloud(told("country:NER"), "numbers")
    assert "The atlas holds no item" in aloud(told("field:postal", "year=1901&lang=en"), "numbers")
    assert "日付のある項目はありません" in aloud(told("country:NER"), "newest")
    assert "計画の数値はありません" in aloud(told("figures", "field=postal&region=africa"), "counts")


def test_a_country_is_outlined_and_told_apart_from_the_region_that_is_filtered() -> None:
    document = told("country:UZB", "region=africa")
    choice = read_choice(document.query).choice
    assert choice.select == ("UZB",)
    assert choice.country == {"UZB"}
    assert not choice.region
    assert document.title == "ウズベキスタン"
    assert "タシケント" in aloud(document, "plan")
    assert "ウズベキスタンとは2019年" in aloud(document, "plan")


def test_a_country_tells_its_television_its_ways_out_and_its_next_cable() -> None:
    standing = aloud(told("country:CHL"), "standing")
    assert "採用 2009年9月14日" in standing
    assert "いま4、建設中・計画を含めて7" in standing
    assert "フンボルト" in standing


def test_a_date_that_passed_unconfirmed_is_only_last_stated() -> None:
    assert "最後に示された期日" in aloud(told("country:USA"), "standing")
    assert "last stated" in aloud(told("country:USA", "lang=en"), "standing")


def test_every_fact_of_the_news_has_its_date_its_status_and_a_source() -> None:
    news = list(lines(section(told("region:africa"), "newest")))
    assert news
    assert all("時点" in line.text and line.cites and line.fact and "年" in line.text for line in news)


def test_a_long_name_is_cut_and_its_status_is_not() -> None:
    news = [line.text for name in ("overview", "country:FJI", "region:europe") for query in ("", "lang=en")
            for line in lines(section(told(name, query), "newest"))]
    assert all(MORE not in text[-8:] for text in news)


def test_a_region_of_no_plan_says_so() -> None:
    for region_id in ("east_asia", "multilateral"):
        assert told(f"region:{region_id}").subtitle == "計画の地域ではない区分"
        assert "計画の8地域には含まれない" in aloud(told(f"region:{region_id}"), "plan")


def test_the_grid_for_a_chart_holds_numbers_only() -> None:
    found = grid(told("figures"), "counts")
    assert all(cell.text.isdigit() and cell.query for row in found.rows for cell in row[1:])
    assert all(any(cell.text != "0" for cell in row[1:]) for row in found.rows)


@pytest.mark.parametrize(("query", "facts"), [
    ("country=UZB", ["fig07", "fig14"]), ("country=KHM,UZB&field=cybersecurity", ["fig20", "fig21", "fig30"]),
])
def test_figures_of_countries_are_those_that_name_one_or_none_but_its_region(query: str, facts: list[str]) -> None:
    found = grid(told("figures", query), "figures")
    assert [row[0].fact for row in found.rows] == [f"figures:{fact}" for fact in facts]
    assert "計画の数値はありません" in aloud(told("figures", "country=TON,FJI"), "counts")


def test_figures_of_a_field_are_those_of_the_plan_for_it() -> None:
    found = grid(told("figures", "field=broadcast_content"), "figures")
    assert [row[0].fact for row in found.rows] == ["figures:fig18", "figures:fig19", "figures:fig29"]


def test_the_weightiest_publishers_stand_first_and_layers_stand_beside_them() -> None:
    block = section(told("sources"), "publishers").blocks[0]
    assert isinstance(block, Grid)
    assert block.rows[0][0].text == "総務省"
    assert "協力覚書" in block.rows[0][1].text
    assert "概略図" in aloud(told("sources"), "reading")
    assert "帰属未定" in aloud(told("sources"), "reading")


def test_the_view_of_a_document_is_a_view_as_it_is_written() -> None:
    for name in ("overview", "region:europe", "country:CHL"):
        query = told(name, "year=2010-2025&look=quiet&title=x").query
        assert write_choice(read_choice(query).choice) == query
        assert "title" not in query


def test_places_that_find_no_room_in_a_heading_are_not_passed_over_in_silence() -> None:
    narrowed = "country=FJI,TON,JPN,BRA,LIE"
    assert told("overview", narrowed).subtitle.endswith("ほか")
    assert "ほか: " in aloud(told("cover", narrowed), "about")
    assert "and others" in told("overview", f"lang=en&{narrowed}").subtitle
    assert "ほか" not in told("overview", "country=FJI,TON").subtitle


def test_two_regions_find_room_in_a_heading_in_english() -> None:
    assert MORE not in told("overview", "lang=en&region=oceania,latin_america").subtitle


def test_where_the_plan_gives_no_figure_no_slide_is_spent_on_it() -> None:
    document = told("figures", "region=oceania")
    assert [part.id for part in document.sections] == ["counts"]
    assert "計画の数値はありません" in aloud(document, "counts")


def test_what_the_plan_says_of_a_region_is_not_said_to_be_of_the_country() -> None:
    assert section(told("country:LIE"), "plan").title == "概要と計画の方針(欧州)"
    assert section(told("country:UZB"), "plan").title == "概要と計画での位置づけ"


def test_a_short_document_cites_no_wikipedia_or_code_where_its_fact_has_another_source() -> None:
    sources = [source.href for source in told("country:JPN").sources]
    assert any("soumu.go.jp" in href for href in sources)
    assert [href for href in sources if "wikipedia.org" in href or "github.com" in href] == []


@pytest.mark.parametrize(("lang", "said"), [("ja", "旧計画のプロジェクト第3号"), ("en", "old plan's project no. 3")])
def test_a_figure_of_an_old_project_says_whose_number_it_carries(lang: str, said: str) -> None:
    cells = [row[2].text for row in grid(told("figures", f"lang={lang}"), "figures").rows]
    assert any(said in cell for cell in cells)
