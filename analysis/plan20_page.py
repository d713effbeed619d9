"""The page of the old plan's 20 projects: achieved beside remaining, indicators as bars, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.document import Bar, Bars, Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from analysis.flow import LAYER, flow_section, named
from analysis.named import area_view
from analysis.pen import Pen, whole
from analysis.plan_tables import FIGURES, FRAME, OLD_PROJECTS, UNITS, PlanRow, plan_rows
from geo.countries import read_countries
from geo.tables import split
from i18n import plan_words as words
from i18n.text import LISTED, Lang, Text
from layers.areas import read_areas
from scene.choice import Choice

TARGET = "_target"
ONLY_DRAWN = frozenset({"relation_figure"})  # the section on the flow says it
COUNTED = frozenset({"count", "actual"})
"""Kinds of figure that are a number of things; the others are dates, events and targets."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One `code=value@date` of a project, and the same in words."""

    code: str
    value: str
    date: str
    said: Text


def plan20_page(choice: Choice) -> Document:
    """Write the page of the 20 projects in the language of a choice."""
    pen = Pen.of(replace(whole(choice).widened(), layers=frozenset({LAYER})))
    sections = (_what_it_is(pen), _evaluation(pen), _indicators(pen), _places(pen), flow_section(pen))
    return pen.document("plan20", words.OLD_PLAN[pen.lang], words.OLD_PLAN_SUBTITLE[pen.lang], sections)


def indicators(project: PlanRow) -> list[Indicator]:
    """Read the indicators of a project."""
    said = zip(project["indicators_ja"].split("|"), project["indicators_en"].split("|"), strict=True)
    return [_indicator(cell, Text(*both)) for cell, both in zip(project["indicators"].split("|"), said, strict=True)
            if cell]


def bars(project: PlanRow, lang: Lang) -> Iterator[Bar]:
    """Draw what the plan counts: an indicator whose number is a count in figures.csv; X_target is the target of X."""
    found = {each.code: each for each in indicators(project)}
    units = {row["value"]: row["unit"] for row in plan_rows(FIGURES)
             if row["plan20_no"] == project["no"] and row["kind"] in COUNTED}
    for each in found.values():
        if each.value in units and not each.code.endswith(TARGET):
            target = found.get(each.code + TARGET)
            yield _bar(each, target, UNITS[units[each.value]], lang)


def _bar(each: Indicator, target: Indicator | None, unit: Text, lang: Lang) -> Bar:
    label = each.said
    if target:
        share = f"{float(each.value) / float(target.value):.1%}".removesuffix("%")
        label = words.SHARE_REACHED.format(label=label, share=share)
    bare = unit[lang].format(value="").rstrip()  # the space before an English unit is a part of it
    return Bar(Line(label[lang]), float(each.value), bare, float(target.value) if target else None)


def _indicator(cell: str, said: Text) -> Indicator:
    code, _, rest = cell.partition("=")
    value, _, date = rest.partition("@")
    return Indicator(code, value, date, said)


def _what_it_is(pen: Pen) -> Section:
    rows = (row for row in plan_rows(FRAME) if row["group"] == "old_plan" and row["id"] not in ONLY_DRAWN)
    lines = tuple(pen.plan(row[f"point_{pen.lang}"]) for row in rows)
    return Section("about", words.WHAT_IT_IS[pen.lang], (Bullets(lines),))


def _evaluation(pen: Pen) -> Section:
    head = (words.PROJECT, words.ACHIEVED, words.REMAINING)
    rows = tuple(
        (named(pen, project), *(pen.plan(project[f"{stem}_{pen.lang}"]) for stem in ("achieved", "remaining")))
        for project in plan_rows(OLD_PROJECTS)
    )
    grid = Grid(words.EVALUATION[pen.lang], tuple(title[pen.lang] for title in head), rows)
    return Section("evaluation", words.EVALUATION[pen.lang], (grid,))


def _indicators(pen: Pen) -> Section:
    cites = pen.plan("").cites
    drawn, said = list[Bar](), list[tuple[str, Line]]()
    for project in plan_rows(OLD_PROJECTS):
        drawn += [Bar(Line(bar.label.text, cites, named(pen, project).query), bar.value, bar.unit, bar.target)
                  for bar in bars(project, pen.lang)]
        said += [(named(pen, project).text, pen.plan(each.said[pen.lang])) for each in indicators(project)]
    blocks: tuple[Block, ...] = (
        Paragraph((pen.says(words.INDICATORS_HOW),)), Bars(tuple(drawn)), Facts(tuple(said)),
    )
    return Section("indicators", words.INDICATORS[pen.lang], blocks)


def _places(pen: Pen) -> Section:
    """Link each project to the countries and areas that it names."""
    head = (words.PROJECT, words.PLACES_NAMED, words.AREAS_NAMED)
    rows = tuple((named(pen, project), _countries(pen, project), _areas(pen, project))
                 for project in plan_rows(OLD_PROJECTS))
    grid = Grid(words.PLACES_NAMED[pen.lang], tuple(title[pen.lang] for title in head), rows)
    more = [pen.plan(words.QUOTED.format(name=project["no"], said=read_areas()[area].name)[pen.lang],
                     area_view(pen, area))
            for project in plan_rows(OLD_PROJECTS) for area in split(project["areas_named"])]
    return Section("places", words.PLACES_NAMED[pen.lang], (grid, Bullets(tuple(more))))


def _countries(pen: Pen, project: PlanRow) -> Line:
    codes = split(project["countries"])
    names = [read_countries()[code].name for code in codes]
    return Line(LISTED.join(names)[pen.lang] or "–", query=pen.view(country="|".join(codes)) if codes else "")


def _areas(pen: Pen, project: PlanRow) -> Line:
    areas = [read_areas()[area].name for area in split(project["areas_named"])]
    return Line(LISTED.join(areas)[pen.lang] or "–", query=pen.view(region=project["regions"]) if areas else "")
