"""How the 20 projects of the old plan flow into the 10 fields; the outline gives no text, so links are inferred."""

from __future__ import annotations

from analysis.document import Block, Grid, Line, Paragraph, Section
from analysis.pen import Pen
from analysis.plan_tables import OLD_PROJECTS, PlanRow, field_names, plan_rows
from i18n import plan_words as words
from i18n.text import Text
from layers.common import CONFIDENCE

LAYER = "plan20"
"""The layer of the map in which the old projects stand; a row's id is the project's number."""
GRADES = {category.code: category.label for category in CONFIDENCE}


def flow_section(pen: Pen) -> Section:
    """Lay out every link with what it rests on and how sure it is."""
    head = (words.PROJECT, words.FIRST_FIELD, words.SECOND_FIELD, words.BASIS, words.SURENESS)
    rows = tuple(_row(pen, project) for project in plan_rows(OLD_PROJECTS))
    grid = Grid(words.FLOW[pen.lang], tuple(title[pen.lang] for title in head), rows)
    blocks: tuple[Block, ...] = (Paragraph((pen.plan(words.FLOW_HOW[pen.lang]),)), grid)
    return Section("flow", words.FLOW[pen.lang], blocks)


def linked(pen: Pen, project: PlanRow) -> Line:
    """Name an old project with the basis and confidence of its link."""
    said = words.LINKED.format(
        number=project["no"], name=_in(project, "name"), basis=_in(project, "mapping_basis"),
        confidence=GRADES[project["mapping_confidence"]],
    )
    return pen.plan(said[pen.lang], project_view(pen, project))


def project_view(pen: Pen, project: PlanRow) -> str:
    """Give the view of a project alone, as the map draws it."""
    return Pen.of(pen.choice.widened()).item(LAYER, project["no"])


def named(pen: Pen, project: PlanRow) -> Line:
    """Name an old project with its number."""
    said = words.NUMBERED.format(number=project["no"], name=_in(project, "name"))
    return pen.plan(said[pen.lang], project_view(pen, project))


def _row(pen: Pen, project: PlanRow) -> tuple[Line, ...]:
    fields = [_field(pen, project[column]) for column in ("field_id", "field_id_2")]
    grade = GRADES[project["mapping_confidence"]]
    return (named(pen, project), *fields, pen.says(_in(project, "mapping_basis")), pen.says(grade))


def _field(pen: Pen, field_id: str) -> Line:
    return Line(field_names(field_id, pen.lang), query=pen.view(field=field_id)) if field_id else Line("–")


def _in(project: PlanRow, stem: str) -> Text:
    return Text(project[f"{stem}_ja"], project[f"{stem}_en"])
