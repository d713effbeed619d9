"""A field of the plan in short: what the plan says and in what figures, what there is in numbers, and what is new."""

from __future__ import annotations

from analysis.digest.plan import figure_pairs, numbered, points
from analysis.digest.scribe import LINES, Scribe, used
from analysis.digest.view import of_a_kind, with_filters
from analysis.document import Block, Bullets, Document, Facts, Section
from analysis.plan_tables import FIELDS, FIGURES, PlanRow, plan_row, plan_rows
from i18n import digest as words
from i18n import plan_words
from i18n.text import Text
from scene.choice import Choice

FIGURES_TOLD = 3
"""Figures of the plan that stand beside its points."""
KINDS_FIRST = ("target", "actual", "count", "derived", "horizon")
"""What figures say how much comes before those that say when."""


def field_digest(choice: Choice, field_id: str) -> Document:
    """Tell a field under the other filters of a choice; raises AtlasError for an unknown field."""
    field = plan_row(FIELDS, "field_id", field_id)
    scribe = Scribe.of(of_a_kind(choice, "field", field_id))
    plan, numbers = _plan(scribe, field), scribe.numbers(scribe.counts())
    newest = scribe.newest(LINES - used(plan, numbers))
    title = field[f"name_{scribe.lang}"]
    return scribe.document(f"field:{field_id}", title, _subtitle(scribe, field), (plan, numbers, newest))


def _subtitle(scribe: Scribe, field: PlanRow) -> Text:
    said = numbered(field, FIELDS, words.FIELD_SUBTITLE, plan_words.NO_FIELD_SUBTITLE)
    return with_filters(said, scribe.choice, besides="field")


def _plan(scribe: Scribe, field: PlanRow) -> Section:
    lines = points(scribe, field, "policy_short", f"plan:field:{field['field_id']}")
    pairs = figure_pairs(scribe, _figures(field))
    blocks: tuple[Block, ...] = (Bullets(lines), Facts(pairs)) if pairs else (Bullets(lines),)
    return Section("plan", words.PLAN[scribe.lang], blocks)


def _figures(field: PlanRow) -> list[PlanRow]:
    own = [row for row in plan_rows(FIGURES) if row["field_id"] == field["field_id"]]
    return sorted(own, key=lambda row: row["kind"] not in KINDS_FIRST)[:FIGURES_TOLD]
