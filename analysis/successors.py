"""What came after the plan: later strategies and regional frames, kept apart from the plan's own words."""

from __future__ import annotations

from analysis.document import Block, Bullets, Line, Paragraph, Section
from analysis.pen import Pen
from analysis.plan_tables import PlanRow, parts, plan_rows
from i18n import plan_words as words
from i18n.text import LISTED
from i18n.years import plain_date

SUCCESSORS = "plan_successors.csv"


def successors_section(pen: Pen) -> Section:
    """Tell of each later document with its own sources, the nearest successor first; none of it cites the outline."""
    blocks: list[Block] = [Paragraph((pen.says(words.AFTER_HOW),))]
    for row in plan_rows(SUCCESSORS):
        blocks += [pen.heads(_named(pen, row)), Bullets(tuple(_said(pen, row)))]
    return Section("successors", words.AFTER[pen.lang], tuple(blocks))


def _named(pen: Pen, row: PlanRow) -> Line:
    details = [row[f"publisher_{pen.lang}"], plain_date(row["date"])[pen.lang] if row["date"] else ""]
    name = words.WITH_DETAILS.format(
        name=row[f"name_{pen.lang}"], details=LISTED[pen.lang].join(filter(None, details)),
    )
    return Line(name[pen.lang], pen.citations.of(row), pen.item("mocs", row["moc_id"]) if row["moc_id"] else "")


def _said(pen: Pen, row: PlanRow) -> list[Line]:
    cites = pen.citations.of(row)
    said = [Line(point, cites) for point in parts(row, "what", pen.lang)]
    to_plan = [words.TO_THE_PLAN.format(said=point)[pen.lang] for point in parts(row, "relation", pen.lang)]
    return [*said, *(Line(point, cites) for point in to_plan)]
