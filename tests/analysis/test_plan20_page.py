from functools import cache

import pytest

from analysis.document import Bars, Document
from analysis.plan20_page import indicators, plan20_page
from analysis.plan_tables import OLD_PROJECTS, plan_rows
from geo.tables import read_table, split
from i18n.text import Lang
from scene.choice import Choice
from scene.grammar import read_choice
from tests.analysis.reading import aloud, grid, lines, section


@cache
def page(lang: Lang = Lang.EN) -> Document:
    return plan20_page(Choice(lang=lang, region=frozenset({"africa"})))


def bars() -> dict[str, tuple[float, float | None, str]]:
    blocks = [block for block in section(page(), "indicators").blocks if isinstance(block, Bars)]
    return {bar.label.text.partition(":")[0]: (bar.value, bar.target, bar.unit) for bar in blocks[0].bars}


@pytest.mark.parametrize("lang", list(Lang))
def test_all_twenty_stand_side_by_side_achieved_and_remaining(lang: Lang) -> None:
    table = read_table("plan20.csv")
    rows = grid(page(lang), "evaluation").rows
    assert len(rows) == len(table) == 20
    for row, project in zip(rows, table.to_dict("records"), strict=True):
        assert row[0].text == f"{project['no']}. {project[f'name_{lang}']}"
        assert [cell.text for cell in row[1:]] == [project[f"achieved_{lang}"], project[f"remaining_{lang}"]]
        assert all(cell.cites for cell in row)


def test_bars_are_what_the_plan_counts_beside_its_targets() -> None:
    assert bars() == {
        "ISDB-T adopters abroad": (19, None, " countries"),
        "Broadcast works sold abroad": (3539, 4500, " works"),
        "People trained in security for ASEAN": (812, 650, " people"),
        "Countries at the international fire forum": (60, None, " countries"),
        "Participants at the international fire forum": (1200, None, " people"),
    }


def test_the_share_of_a_target_is_said_beside_its_bar() -> None:
    assert "(78.6% of the target)" in aloud(page(), "indicators")
    assert "(目標の124.9%)" in aloud(page(Lang.JA), "indicators")


def test_every_indicator_is_said_in_words_too() -> None:
    said = aloud(page(), "indicators")
    cells = [cell for row in plan_rows(OLD_PROJECTS) for cell in split(row["indicators_en"])]
    assert len(cells) == 15
    assert all(cell in said for cell in cells)


def test_an_indicator_is_read_as_code_value_and_date() -> None:
    trained, target = indicators(plan_rows(OLD_PROJECTS)[9])
    assert (trained.code, trained.value, trained.date) == ("cyber_trainees_asean", "812", "2022-05")
    assert (target.code, target.value, target.date) == ("cyber_trainees_asean_target", "650", "2022")


def test_every_project_leads_to_its_own_row_on_the_map() -> None:
    for number, row in enumerate(grid(page(), "evaluation").rows, start=1):
        choice = read_choice(row[0].query).choice
        assert choice.select == (str(number),)
        assert choice.layers == {"plan20"}


@pytest.mark.parametrize(("lang", "marked"), [(Lang.JA, "推定"), (Lang.EN, "inferred")])
def test_the_flow_into_the_fields_is_marked_with_basis_and_confidence(lang: Lang, marked: str) -> None:
    table = grid(page(lang), "flow")
    assert marked in table.head[1]
    assert marked in next(lines(section(page(lang), "flow"))).text
    projects = read_table("plan20.csv").to_dict("records")
    for row, project in zip(table.rows, projects, strict=True):
        assert row[3].text == project[f"mapping_basis_{lang}"]
        assert read_choice(row[1].query).choice.field == {project["field_id"]}
        assert bool(row[2].query) == bool(project["field_id_2"])
    assert {row[4].text for row in grid(page(), "flow").rows} == {"High", "Low"}


def test_no_filter_touches_the_old_plan() -> None:
    assert not read_choice(page().query).choice.is_narrowed()
