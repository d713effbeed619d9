"""Where the plan names a country or an area: in its own words in Japanese, by what they mean in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from analysis.document import Block, Bullets, Line, Paragraph, Section
from analysis.pen import Pen
from analysis.plan_tables import AREA_MENTIONS, COUNTRY_MENTIONS, PlanRow, plan_rows, quoted
from geo.countries import read_countries
from i18n import plan_words as words
from i18n.text import Text
from layers.areas import read_areas

Wanted = Callable[[PlanRow], bool]


def country_section(pen: Pen, wanted: Wanted) -> Section:
    """Say of each country that the plan names, in the order of the plan, where and how."""
    lines = [_said(pen, row, read_countries()[row["iso_a3"]].name[pen.lang], pen.view(country=row["iso_a3"]))
             for row in plan_rows(COUNTRY_MENTIONS) if wanted(row)]
    return Section("countries_named", words.NAMED_COUNTRIES[pen.lang], (_listed(pen, lines),))


def area_section(pen: Pen, wanted: Wanted) -> Section:
    """Say of each area that the plan names where and how; an area is no list of countries."""
    rows, areas = [row for row in plan_rows(AREA_MENTIONS) if wanted(row)], read_areas()
    views = {area_id: area_view(pen, area_id) for area_id in {row["area_id"] for row in rows}}
    lines = [_said(pen, row, areas[row["area_id"]].name[pen.lang], views[row["area_id"]]) for row in rows]
    return Section("areas_named", words.NAMED_AREAS[pen.lang], (_listed(pen, lines),))


def area_view(pen: Pen, area_id: str) -> str:
    """Give the view of an area: its regions, or its members where it is less; nothing where the plan lists none."""
    part, codes = read_areas()[area_id].narrowing()
    return pen.view(**{part: "|".join(codes)}) if codes else ""


def _said(pen: Pen, row: PlanRow, name: str, query: str) -> Line:
    said = words.SAID_OF.format(name=name, quote=quoted(row), meaning=row["meaning_en"])
    where = words.SAID_IN_PROJECT.format(number=row["plan20_no"]) if row["plan20_no"] else Text("", "")
    return pen.plan((said + where)[pen.lang], query)


def _listed(pen: Pen, lines: Iterable[Line]) -> Block:
    told = tuple({line.text: line for line in lines}.values())
    return Bullets(told) if told else Paragraph((pen.says(words.NONE_NAMED),))
