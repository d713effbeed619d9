"""What the plan says, in short lines: its points and its figures, each with the row of the table that says so."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.digest.scribe import Pair, Scribe
from analysis.document import Line
from analysis.overview import label_of
from analysis.plan_tables import PlanRow, figure_words, parts
from i18n.text import Text


def points(scribe: Scribe, row: PlanRow, stem: str, fact: str) -> tuple[Line, ...]:
    """Give the points of a field or a region, cited to the outline where they are the plan's."""
    is_plan = row.get("is_plan_field", row.get("is_plan_region")) == "1"
    said = parts(row, stem, scribe.lang)
    return tuple(scribe.plan(point, fact) if is_plan else scribe.says(Text(point, point), fact=fact)
                 for point in said)


def figure_pairs(scribe: Scribe, rows: Iterable[PlanRow]) -> tuple[Pair, ...]:
    """Give figures of the plan as labels with values."""
    return tuple(scribe.pair(label_of(row), scribe.plan(figure_words(row)[scribe.lang], f"figures:{row['id']}"))
                 for row in rows)
