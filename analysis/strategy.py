"""What the plan offers the region of a country, point by point."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.document import Block, Bullets, Facts, Line, Paragraph, Section
from analysis.plan_tables import REGIONS, PlanRow, field_names, parts, plan_row
from analysis.subject import Subject
from geo.countries import read_regions
from i18n import brief
from i18n.text import LISTED
from layers.wording import pages


def strategy(subject: Subject) -> Section:
    """State the region's strategy as the plan has it; where the plan has none, say so."""
    region_id = subject.country.region_id
    region = read_regions()[region_id]
    title = subject.said(brief.STRATEGY.format(region=region.name))
    if not region.is_plan:
        return Section("strategy", title, (Paragraph((Line(subject.said(brief.NO_STRATEGY)),)),))
    return Section("strategy", title, tuple(_blocks(subject, plan_row(REGIONS, "region_id", region_id))))


def _blocks(subject: Subject, row: PlanRow) -> Iterator[Block]:
    cites = subject.citations.all(pages(row["source"], subject.lang))
    yield Bullets(tuple(Line(point, cites) for point in parts(row, "strategy", subject.lang)))
    named = (
        (brief.FRAMEWORKS, subject.said(LISTED).join(parts(row, "frameworks_named", subject.lang))),
        (brief.FIELDS_NAMED, field_names(row["fields_mentioned"], subject.lang)),
    )
    pairs = [(subject.said(label), Line(words, cites)) for label, words in named if words]
    if pairs:
        yield Facts(tuple(pairs))
