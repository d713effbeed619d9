"""What the plan itself says of a country: where it names it, and where it names an area that holds it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.document import Block, Bullets, Line, Paragraph, Section
from analysis.plan_tables import AREA_MENTIONS, COUNTRY_MENTIONS, PlanRow, plan_rows, quoted
from analysis.subject import Subject
from geo.countries import read_regions
from i18n import brief
from i18n.text import Lang, Text, same
from layers.areas import areas_of, read_areas
from layers.common import fields_of_the_plan
from layers.support import SUPPORT
from layers.wording import pages

STRATEGY = "region_strategy"


def mentions(subject: Subject) -> Iterator[Section]:
    """Give the section of the plan's words on a country, by name first; nothing where it has none."""
    own = [row for row in plan_rows(COUNTRY_MENTIONS) if row["iso_a3"] == subject.country.iso_a3]
    held = areas_of(subject.country.iso_a3)
    wider = [row for row in plan_rows(AREA_MENTIONS) if row["area_id"] in held and not _is_heading(row)]
    blocks = [block for heading, rows in ((brief.BY_NAME, own), (brief.BY_AREA, wider)) if rows
              for block in _blocks(subject, heading, rows)]
    if blocks:
        yield Section("mentions", subject.said(brief.MENTIONS), tuple(blocks))


def mentions_by_name(subject: Subject) -> list[tuple[str, str]]:
    """Give the plan's words where it names the country, the new plan's first, with the ids of what says so."""
    own = [row for row in plan_rows(COUNTRY_MENTIONS) if row["iso_a3"] == subject.country.iso_a3]
    own.sort(key=lambda row: bool(row["plan20_no"]))
    told = {_said(row, subject.lang): row["field_id"] for row in own}
    mention = f"plan:mention:{subject.country.iso_a3}"
    return [(said, f"{mention} plan:field:{field_id}" if field_id else mention) for said, field_id in told.items()]


def _is_heading(row: PlanRow) -> bool:
    """Tell whether the plan's words are only the heading of the region's own strategy."""
    return bool(row["section"] == STRATEGY and row["quote_ja_short"] == row["word_ja"])


def _blocks(subject: Subject, heading: Text, rows: list[PlanRow]) -> Iterator[Block]:
    cites = subject.citations.all(pages("seed", subject.lang))
    yield Paragraph((Line(subject.said(heading)),), leads=True)
    yield Bullets(tuple(Line(text, cites) for text in dict.fromkeys(_said(row, subject.lang) for row in rows)))


def _said(row: PlanRow, lang: Lang) -> str:
    """Quote the plan in Japanese, or say in English what the place means; where it stands goes before."""
    said = brief.QUOTED.format(quote=quoted(row), meaning=row["meaning_en"])
    where = _where(row)
    area = read_areas()[row["area_id"]].name + Text(": ", ": ") if "area_id" in row else Text("", "")
    return (area + brief.SAID_IN.format(said=said, where=where))[lang]


def _where(row: PlanRow) -> Text:
    """Name the place in the plan: the section, and its project, field or region where it has one."""
    section, field = _label("section", row["section"]), _label("field_id", row["field_id"])
    region = read_regions().get(row.get("section_region_id", ""))
    if row["plan20_no"]:
        return brief.WHERE.format(section=section, part=brief.PROJECT_NO.format(no=row["plan20_no"]))
    part = field or (region.name if region else None)
    return brief.WHERE.format(section=section, part=part) if part else section


def _label(column: str, code: str) -> Text:
    """Give the words of a code of the table; blank for blank."""
    if column == "field_id":
        categories = fields_of_the_plan()
    else:
        fields = SUPPORT.get(COUNTRY_MENTIONS, ())
        categories = next((field.categories for field in fields if field.column == column), ())
    return next((category.label for category in categories if category.code == code), same(code))
