import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.search.answer import Answer, find
from analysis.search.entry import Kind
from analysis.search.index import read_index
from geo.countries import read_countries
from i18n.text import Lang
from layers.areas import ALL_OF_REGIONS, read_areas
from layers.registry import find_layers
from layers.rows import read_rows
from scene.grammar import read_choice, write_choice
from scene.scene import build_scene

ROWS = [str(row_id) for layer in find_layers().values() for row_id in read_rows(layer)["id"]]
PIECES = ["大洋州", "の", "ケーブル", "覚書", "2019-2022", "以降", "UZ", "planned", "米", "xyzzy", "ー", "(", " ", "が"]


def view(text: str, lang: Lang = Lang.JA) -> str:
    """Give the view that a text asks for; "" for none."""
    choice = find(text, lang).choice
    return write_choice(choice) if choice else ""


def check_bounds(answer: Answer, limit: int) -> None:
    """Hold an answer to its bounds: few hits, none twice, and every view is one that the grammar reads whole."""
    assert len(answer.hits) <= limit
    assert len({(hit.kind, hit.id) for hit in answer.hits}) == len(answer.hits)
    queries = [hit.query for hit in answer.hits] + ([write_choice(answer.choice)] if answer.choice else [])
    for query in queries:
        reading = read_choice(query)
        assert not reading.notices
        assert write_choice(reading.choice) == query
    assert all(hit.title for hit in answer.hits)


@given(st.text(max_size=80), st.sampled_from(Lang), st.integers(1, 12))
def test_any_text_is_answered_within_bounds(text: str, lang: Lang, limit: int) -> None:
    check_bounds(find(text, lang, limit), limit)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.sampled_from(Lang))
def test_any_phrase_of_words_that_are_known_is_answered_within_bounds(text: str, lang: Lang) -> None:
    check_bounds(find(text, lang), 8)


@given(st.sampled_from(ROWS), st.sampled_from(Lang))
@settings(max_examples=200)
def test_a_row_s_own_name_finds_it_among_the_first_three_in_both_languages(row_id: str, lang: Lang) -> None:
    first = find(name_of(row_id, lang), lang).hits[:3]
    assert (Kind.ROW, row_id) in [(hit.kind, hit.id) for hit in first]


def name_of(row_id: str, lang: Lang) -> str:
    """Give the name that a row has."""
    return next(each.title[lang] for each in read_index().entries if each.kind == Kind.ROW and each.id == row_id)


@pytest.mark.parametrize("code", ["UZB", "TUV", "CHL", "VNM", "BRA", "NAM"])
def test_opening_a_country_selects_it_and_narrows_to_it(code: str) -> None:
    best = find(code, Lang.JA).hits[0]
    choice = read_choice(best.query).choice
    assert (best.id, choice.select, choice.country) == (code, (code,), frozenset({code}))


def test_a_row_that_is_hidden_by_default_shows_when_it_is_opened() -> None:
    hidden = find("NTT Berlin 1", Lang.EN).hits[0]
    scene = build_scene(read_choice(hidden.query).choice)
    assert hidden.id in set(scene.sheets[0].rows["id"])


def test_titles_and_views_speak_the_language_asked_for() -> None:
    japanese, english = (find("uzb", lang).hits[0] for lang in Lang)
    assert (japanese.title, english.title) == ("ウズベキスタン", "Uzbekistan")
    assert "lang=en" in english.query
    assert "lang" not in japanese.query


def test_what_is_not_understood_is_named_as_it_was_typed() -> None:
    answer = find("大洋州 ケーブル ほげほげー", Lang.JA)
    assert answer.not_understood == ("ほげほげー",)
    assert answer.choice is not None
    assert answer.choice.region == {"oceania"}


def test_a_misspelt_word_says_what_it_was_taken_for() -> None:
    assert "ocenia → Oceania" in find("Ocenia cable", Lang.EN).taken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can you show the cables of CAN", "layers=cables&country=CAN"),
        ("日英の覚書", "layers=mocs&country=GBR"),
        ("タイの協力覚書", "layers=mocs&country=THA&mocs.kind=moc"),
        ("令和元年 アフリカ", "region=africa&year=2019"),
        ("アフリカ 2010年代", "region=africa&year=2010-2019"),
        ("2022-2019 Fiji", "country=FJI&year=2019-2022"),
        ("計画中のデータセンター", "layers=datacenters&datacenters.status=planned"),
        ("日本企業のケーブル", "layers=cables&lens=japanese_suppliers"),
    ],
)
def test_a_phrase_sets_the_filters_that_its_words_name(text: str, expected: str) -> None:
    assert view(text) == expected


@pytest.mark.parametrize("text", ["", "   ", "ウズベキスタン", "フンボルト海底ケーブル", "uzb", "ほげ", "の", "たい"])
def test_one_name_alone_or_nothing_asks_for_no_filters(text: str) -> None:
    assert not view(text)


def test_a_country_s_letters_within_another_word_are_no_country() -> None:
    assert view("食べたい海底ケーブル 大洋州") == "layers=cables&region=oceania"


def test_a_word_that_is_denied_is_not_understood_rather_than_turned_round() -> None:
    answer = find("アナログ停波が未完了の国 中南米", Lang.JA)
    assert answer.not_understood == ("未完了",)
    assert answer.choice is not None
    assert answer.choice.region == {"latin_america"}
    assert not answer.choice.own


def test_the_view_of_an_area_holds_its_countries_and_no_others() -> None:
    areas = read_areas()
    for entry in read_index().entries:
        if entry.kind == Kind.AREA:
            held = {code for code, land in read_countries().items() if areas[entry.id].holds(land)}
            assert entry.choice.country in (held, frozenset()), entry.id
            assert entry.choice.region in (areas[entry.id].regions, frozenset()), entry.id
            assert entry.choice.country or areas[entry.id].rule == ALL_OF_REGIONS or not held, entry.id
