"""The plan at a glance in short: its principles, its work in numbers over the whole view, and what is new."""

from __future__ import annotations

from dataclasses import replace

from analysis.digest.scribe import LINES, Pair, Scribe, in_countries, used
from analysis.digest.view import told, with_filters
from analysis.document import Bullets, Document, Section
from analysis.overview import ADOPTERS, HOME
from analysis.plan_tables import FIGURES, FRAME, plan_row, plan_rows
from i18n import digest as words
from i18n import plan_words
from i18n.text import Text
from scene.choice import Choice

FIELDS_IN_ALL, REGIONS_IN_ALL = "fig31", "fig32"
"""Figures that count the fields and the regions of the plan."""
PRINCIPLE = "principle"


def overview_digest(choice: Choice) -> Document:
    """Tell the plan and what there is of it under the filters of a choice."""
    scribe = Scribe.of(told(choice))
    lines = tuple(scribe.plan(row[f"name_{scribe.lang}"], f"plan:frame:{row['id']}")
                  for row in plan_rows(FRAME) if row["group"] == PRINCIPLE)
    plan = Section("plan", words.PRINCIPLES[scribe.lang], (Bullets(lines, ordered=True),))
    numbers = scribe.numbers(_numbers(scribe))
    newest = scribe.newest(LINES - used(plan, numbers))
    title = plan_words.OVERVIEW[scribe.lang]
    return scribe.document("overview", title, _subtitle(scribe.choice), (plan, numbers, newest))


def _subtitle(choice: Choice) -> Text:
    fields, regions = (plan_row(FIGURES, "id", name)["value"] for name in (FIELDS_IN_ALL, REGIONS_IN_ALL))
    return with_filters(words.OVERVIEW_SUBTITLE.format(fields=fields, regions=regions), choice)


def _numbers(scribe: Scribe) -> list[Pair]:
    """Count each layer; of the adopters, Japan being one of them, those abroad as well."""
    pairs = scribe.counts()
    abroad = _abroad(scribe)
    return [*pairs[:1], *abroad, *pairs[1:]] if abroad else pairs


def _abroad(scribe: Scribe) -> list[Pair]:
    codes = [str(row["iso_a3"]) for sheet in scribe.scene.sheets if sheet.layer.id == ADOPTERS
             for row in sheet.each_row()]
    others = [code for code in codes if code != HOME]
    if not others or len(others) == len(codes):
        return []
    query = replace(scribe.pen, choice=replace(scribe.choice, region=frozenset())).view(
        layer=ADOPTERS, country="|".join(others))
    return [scribe.pair(words.ADOPTERS_ABROAD, scribe.says(in_countries(others), query))]
