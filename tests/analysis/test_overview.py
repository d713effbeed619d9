from functools import cache

import pytest

from analysis.document import Document
from analysis.overview import adopters, overview
from analysis.pages import open_page, page_names
from analysis.plan_tables import FIGURES, figure_words, plan_rows
from geo.tables import read_table, split
from i18n.text import Lang
from layers.wording import FROM_OUTLINE
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene
from tests.analysis.reading import aloud, grid, lines, read_aloud, section

in_both = pytest.mark.parametrize("lang", list(Lang))


@cache
def page(lang: Lang = Lang.JA) -> Document:
    return overview(Choice(lang=lang))


@in_both
def test_background_issues_and_principles_are_all_there(lang: Lang) -> None:
    frame = read_table("plan_frame.csv")
    for group, count in (("background", 4), ("issue", 3), ("principle", 3)):
        rows = frame[frame["group"] == group]
        assert rows["id"].nunique() == count
        said = aloud(page(lang), group)
        assert all(name in said for name in rows[f"name_{lang}"])
        assert group != "background" or all(point in said for point in rows[f"point_{lang}"])


@in_both
def test_all_five_support_measures_are_there_point_by_point(lang: Lang) -> None:
    measures = read_table("support_measures.csv")
    assert len(measures) == 5
    said = aloud(page(lang), "measures").split("\n")
    for row in measures.to_dict("records"):
        assert row[f"name_{lang}"] in said
        assert set(split(row[f"points_{lang}"])) <= set(said)


def test_ten_fields_and_eight_regions_are_listed() -> None:
    assert len(list(lines(section(page(), "fields")))) == 10
    assert len(grid(page(), "regions").rows) == 8


def test_what_each_strategy_mentions_is_marked() -> None:
    regions = read_table("regions.csv").set_index("name_ja")["fields_mentioned"]
    for row in grid(page(), "regions").rows:
        asked = {next(iter(read_choice(cell.query).choice.field)) for cell in row[1:] if cell.query}
        assert asked == set(split(regions[row[0].text]))


@in_both
def test_every_figure_of_the_plan_stands_on_some_page_with_its_label_and_value(lang: Lang) -> None:
    rows = plan_rows(FIGURES)
    assert len(rows) == 32
    figures = {row[0].text.partition("[")[0].strip(): row[1].text for row in grid(page(lang), "figures").rows}
    assert figures == {row[f"label_{lang}"]: figure_words(row)[lang] for row in rows}


@pytest.mark.parametrize(
    ("figure", "ja", "en"),
    [
        ("fig11", "3年間(2020年4月から2023年4月まで)", "3 years (April 2020 to April 2023)"),
        ("fig15", "1件(2021年度)", "1 licence (FY2021)"),
        ("fig18", "3,539本(2020年度)", "3,539 works (FY2020)"),
        ("fig21", "812人(2022年5月)", "812 people (May 2022)"),
        ("fig22", "2022年度末(2023年3月31日)", "End of FY2022 (31 March 2023)"),
        ("fig26", "1,200人", "1,200 people"),
        ("fig28", "2022年夏", "Summer 2022"),
        ("fig29", "78.6%(2020年度)", "78.6% (FY2020)"),
    ],
)
def test_a_figure_reads_with_its_unit_and_date(figure: str, ja: str, en: str) -> None:
    words = next(figure_words(row) for row in plan_rows(FIGURES) if row["id"] == figure)
    assert (words.ja, words.en) == (ja, en)


def test_every_value_of_the_figures_stands_in_the_words() -> None:
    for row in plan_rows(FIGURES):
        assert row["value"].replace(",", "") in figure_words(row).en.replace(",", "")


def test_twenty_with_japan_and_nineteen_abroad_stand_apart_and_agree_with_the_map() -> None:
    assert adopters() == (20, 19)
    (with_japan, abroad) = lines(section(page(Lang.EN), "adopters"))
    assert (with_japan.text, abroad.text) == ("20 countries", "19 countries")
    assert build_scene(read_choice(with_japan.query).choice).count == 20
    assert build_scene(read_choice(abroad.query).choice).count == 19
    figures = {row["id"]: row["value"] for row in plan_rows(FIGURES)}
    assert (figures["fig03"], figures["fig16"]) == ("20", "19")


def test_what_came_after_stands_apart_and_does_not_cite_the_plan() -> None:
    document = page(Lang.EN)
    outline = document.sources.index(next(each for each in document.sources if each.text == FROM_OUTLINE.en)) + 1
    assert document.sections[-1].id == "successors"
    assert not [line.text for line in lines(document.sections[-1]) if outline in line.cites]
    said = aloud(document, "successors")
    assert all(row["name_en"] in said for row in read_table("plan_successors.csv").to_dict("records"))
    before = "\n".join(line for each in document.sections[:-1] for line in read_aloud(each))
    assert not [name for name in read_table("plan_successors.csv")["name_en"] if name in before]


def test_all_eighteen_countries_and_twenty_areas_that_the_plan_names_are_told_of() -> None:
    countries = {line.text.partition(":")[0] for line in lines(section(page(Lang.EN), "countries_named"))}
    areas = {line.text.partition(":")[0] for line in lines(section(page(Lang.EN), "areas_named"))}
    assert len(countries) == 18
    assert len(areas) >= 20


def test_every_page_can_be_opened_by_name() -> None:
    assert all(open_page(name, Choice()).id == name for name in page_names() if ":" not in name)
