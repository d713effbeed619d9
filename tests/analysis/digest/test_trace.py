"""Every number of a short document can be traced, and one that is spoilt is found."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from analysis.deck import leaves
from analysis.digest.digest import digest
from analysis.digest.trace import trace, untraced
from analysis.document import Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from analysis.pages import open_page
from geo.countries import read_countries, read_regions
from i18n.text import Lang
from scene.choice import Choice
from scene.grammar import read_choice
from scene.pages import field_ids
from tests.analysis.reading import lines

SINGLE = ("cover", "overview", "figures", "sources")
COUNTRIES = ("UZB", "CHL", "TUV", "NER", "JPN")
FILTERS = ("", "year=2015-2024&show=all", "plan=2022-07&lang=en", "field=open_ran_5g&region=oceania,europe&lang=en",
           "layers=cables,landings,redundancy,plan20&cables.status=planned", "lens=no_ewbs&lang=en")
Spoil = Callable[[Line], Line]


def asked(query: str) -> Choice:
    return read_choice(query).choice


def found(choice: Choice, names: Iterator[str] | tuple[str, ...]) -> list[str]:
    return [said for name in names for said in untraced(digest(name, choice))]


@pytest.mark.parametrize("lang", list(Lang))
def test_every_number_of_every_field_and_region_is_traced(lang: Lang) -> None:
    names = (*(f"field:{code}" for code in field_ids()), *(f"region:{code}" for code in read_regions()))
    assert not found(Choice(lang=lang), names)
    assert sum(len(trace(digest(name, Choice(lang=lang)))) for name in names[:3]) > 20


@pytest.mark.parametrize("lang", list(Lang))
def test_every_number_of_the_plan_and_of_some_countries_is_traced(lang: Lang) -> None:
    single = SINGLE if lang == Lang.JA else SINGLE[:-1]  # hundreds of publishers: once is enough
    assert not found(Choice(lang=lang), (*single, *(f"country:{code}" for code in COUNTRIES)))


@pytest.mark.parametrize("query", FILTERS[1:])
def test_every_number_is_traced_under_filters(query: str) -> None:
    names = ("cover", "overview", "figures", "field:submarine_cable", "region:oceania", "country:CHL")
    assert not found(asked(query), names)


@pytest.mark.long
@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("query", FILTERS)
def test_every_number_of_every_leaf_and_country_is_traced(query: str, lang: Lang) -> None:
    choice = replace(asked(query), lang=lang)
    names = dict.fromkeys((*leaves(choice), *(f"country:{code}" for code in read_countries())))
    assert not found(choice, tuple(names))


def spoilt(document: Document, section: str, spoil: Spoil, *, first: int = 0) -> Document:
    """Spoil the line of that number in a section, cells of a table among them."""
    count = iter(range(1_000_000))

    def each(line: Line) -> Line:
        return spoil(line) if next(count) == first else line

    return replace(document, sections=tuple(
        replace(part, blocks=tuple(_mapped(block, each) for block in part.blocks)) if part.id == section else part
        for part in document.sections
    ))


def _mapped(block: Block, spoil: Spoil) -> Block:
    if isinstance(block, Facts):
        return Facts(tuple((label, spoil(line)) for label, line in block.pairs))
    if isinstance(block, Grid):
        return replace(block, rows=tuple(tuple(spoil(cell) for cell in row) for row in block.rows))
    assert isinstance(block, Paragraph | Bullets)
    return replace(block, lines=tuple(map(spoil, block.lines)))


def reworded(old: str, new: str) -> Spoil:
    """Put other words in place of some that stand in the line."""
    def spoil(line: Line) -> Line:
        assert old in line.text, line.text
        return replace(line, text=line.text.replace(old, new, 1))
    return spoil


def without_fact(line: Line) -> Line:
    assert line.fact
    return replace(line, fact="")


def resting_on(fact: str) -> Spoil:
    """Name another fact in place of the line's own."""
    return lambda line: replace(line, fact=fact)


def without_query(line: Line) -> Line:
    assert line.query
    return replace(line, query="")


def first_line(document: Document, section: str) -> Line:
    return next(line for part in document.sections if part.id == section for line in lines(part))


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize("name", ["overview", "field:postal", "region:africa", "country:UZB"])
def test_a_count_that_is_wrong_by_one_is_found(name: str, by: int) -> None:
    document = digest(name, Choice(lang=Lang.EN))
    number = next(each.number for each in trace(document) if each.query)
    text = first_line(document, "numbers").text
    wrong = spoilt(document, "numbers", reworded(number, str(int(number) + by)))
    assert text.startswith(number)
    assert len(untraced(wrong)) == 1


@pytest.mark.parametrize("lang", list(Lang))
def test_a_number_of_countries_that_is_the_number_of_items_is_found(lang: Lang) -> None:
    document = digest("field:postal", Choice(lang=lang))
    items, places = [each.number for each in trace(document) if each.query][:2]
    swapped = spoilt(document, "numbers", reworded(places, items))
    assert items != places
    assert untraced(swapped) == (f"field:postal: {items} / {first_line(swapped, 'numbers').text}",)


def test_a_count_of_a_country_under_another_s_name_is_found() -> None:
    document = digest("region:oceania", Choice())
    line = next(line for part in document.sections for line in lines(part) if "country=" in line.query)
    one, two = [each.number for each in trace(document) if each.query == line.query][:2]
    number = [line_ for part in document.sections if part.id == "numbers" for line_ in lines(part)].index(line)
    wrong = spoilt(document, "numbers", reworded(f"{one}件", f"{two}件"), first=number)
    assert one != two
    assert len(untraced(wrong)) == 1


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", ["overview", "field:open_ran_5g", "region:oceania", "country:CHL"])
def test_a_year_that_no_fact_gives_is_found(name: str, lang: Lang) -> None:
    document = digest(name, Choice(lang=lang))
    wrong = spoilt(document, "newest", reworded("20", "19"))
    assert untraced(document) == ()
    assert untraced(wrong)


def test_a_line_whose_fact_is_taken_away_is_found() -> None:
    document = digest("region:south_central_asia", Choice())
    assert untraced(spoilt(document, "newest", without_fact))
    assert untraced(spoilt(document, "plan", without_fact))  # 2021年, cited to the outline all the same
    figures = digest("figures", Choice())
    assert untraced(spoilt(figures, "figures", without_fact, first=1))


def test_a_fact_of_another_row_or_of_none_backs_nothing() -> None:
    document = digest("country:UZB", Choice())
    for fact in ("mocs:bra-ict-moc-2025", "mocs:no-such-row", "licence:99", "plan:no:thing", "figures:fig99"):
        assert untraced(spoilt(document, "newest", resting_on(fact)))


def test_a_count_without_its_view_is_found() -> None:
    document = digest("figures", Choice())
    assert untraced(spoilt(document, "counts", without_query, first=1))
    assert untraced(spoilt(document, "counts", reworded("0", "1"), first=1))


def test_a_heading_with_a_number_of_nowhere_is_found() -> None:
    document = digest("field:postal", Choice())
    assert untraced(replace(document, subtitle="計画の重点分野 9/10"))
    assert untraced(replace(document, title="郵便 7"))


def test_filters_named_in_a_heading_are_those_of_the_view() -> None:
    document = digest("region:africa", asked("year=2015-2024"))
    assert "2015-2024" in document.subtitle
    assert untraced(replace(document, subtitle=document.subtitle.replace("2015", "2014")))


def test_a_title_of_one_s_own_is_not_asked_for_its_numbers() -> None:
    document = digest("cover", Choice(title="第7回会合 2031年"))
    assert document.title == "第7回会合 2031年"
    assert not untraced(document)


def test_a_bare_id_backs_what_its_row_says() -> None:
    page = open_page("region:africa", Choice())
    line = next(line for part in page.sections if part.id == "newest" for line in lines(part))
    document = replace(page, sections=(Section("newest", "", (Bullets((line,)),)),))
    assert line.fact
    assert ":" not in line.fact
    assert not untraced(document)
    assert untraced(spoilt(document, "newest", without_fact))
