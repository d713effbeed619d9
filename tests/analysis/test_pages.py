from functools import cache

import pytest

from analysis.document import Document, Grid
from analysis.pages import open_page, page_names
from i18n.errors import AtlasError
from i18n.text import Lang
from scene.choice import Choice
from scene.grammar import read_choice
from tests.analysis.reading import lines, read_aloud
from tests.i18n.foreign import JAPANESE, english_sentences

NAMES = page_names()


@cache
def page(name: str, lang: Lang) -> Document:
    return open_page(name, Choice(lang=lang))


every_page = pytest.mark.parametrize("name", NAMES)
in_both = pytest.mark.parametrize("lang", list(Lang))


def test_there_is_a_page_for_every_region_and_field() -> None:
    assert sum(name.startswith("region:") for name in NAMES) == 11
    assert sum(name.startswith("field:") for name in NAMES) == 11
    assert {name for name in NAMES if ":" not in name} == {"overview", "plan20", "matrix", "changes", "sources"}


@every_page
@in_both
def test_every_number_leads_to_a_source_and_every_source_is_cited(name: str, lang: Lang) -> None:
    document = page(name, lang)
    cited = {number for line in lines(*document.sections) for number in line.cites}
    assert cited == set(range(1, len(document.sources) + 1))
    assert len(set(document.sources)) == len(document.sources)


@every_page
@in_both
def test_every_link_is_a_view_that_loses_nothing_when_it_is_read(name: str, lang: Lang) -> None:
    document = page(name, lang)
    queries = {line.query for line in lines(*document.sections) if line.query} | ({document.query} - {""})
    for query in queries:
        reading = read_choice(query)
        assert not reading.notices, query
        assert reading.choice.lang == lang


@every_page
def test_no_english_page_has_japanese_in_it(name: str) -> None:
    document = page(name, Lang.EN)
    said = [document.title, document.subtitle, *(line for section in document.sections for line in read_aloud(section))]
    assert not [line for line in said if JAPANESE.search(line)]


@every_page
def test_no_japanese_page_has_english_sentences_in_it(name: str) -> None:
    document = page(name, Lang.JA)
    assert not [line for section in document.sections for line in read_aloud(section) if english_sentences(line)]


@every_page
def test_both_languages_have_the_same_sections_in_the_same_order(name: str) -> None:
    japanese, english = ([section.id for section in page(name, lang).sections] for lang in Lang)
    assert japanese == english
    assert len(set(japanese)) == len(japanese)
    assert page(name, Lang.JA).id == name


@every_page
@in_both
def test_no_section_is_empty_and_every_table_is_square(name: str, lang: Lang) -> None:
    for section in page(name, lang).sections:
        assert section.blocks
        assert all(len(row) == len(block.head) for block in section.blocks if isinstance(block, Grid)
                   for row in block.rows)
        assert all(line.text for line in lines(section))


@pytest.mark.parametrize("name", ["region:mars", "field:", "country:XXX", "plan21"])
def test_a_page_that_does_not_exist_is_answered_with_those_that_do(name: str) -> None:
    with pytest.raises(AtlasError, match=r"is not known\. Known: "):
        open_page(name, Choice())


def test_a_country_s_page_is_opened_by_its_code() -> None:
    assert open_page("country:UZB", Choice()).id == "country:UZB"
