"""The plan at a glance: why, what for, with what means, in what numbers; and, apart from it, what came after."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.document import Block, Bullets, Document, Facts, Grid, Line, Section
from analysis.flow import flow_section
from analysis.named import area_section, country_section
from analysis.pen import Pen, whole
from analysis.plan_tables import (
    FIELDS,
    FIGURES,
    FRAME,
    MEASURES,
    OLD_PROJECTS,
    REGIONS,
    PlanRow,
    figure_words,
    parts,
    plan_row,
    plan_rows,
)
from analysis.successors import successors_section
from geo.countries import read_countries
from i18n import plan_words as words
from i18n.text import LISTED, Text, same
from layers.registry import our_layers
from layers.rows import read_rows
from scene.choice import Choice

ADOPTERS, HOME = "isdbt", "JPN"


def overview(choice: Choice) -> Document:
    """Write the overview in the language of a choice; no filter touches it."""
    pen = Pen.of(whole(choice).widened())
    sections = (
        _document(pen),
        _grouped(pen, "background", words.BACKGROUND),
        _named(pen, "issue", words.ISSUES),
        _named(pen, "principle", words.PRINCIPLES),
        _fields(pen),
        _regions(pen),
        _measures(pen),
        _adopters(pen),
        _figures(pen),
        country_section(pen, lambda row: True),
        area_section(pen, lambda row: True),
        flow_section(pen),
        successors_section(pen),
    )
    return pen.document("overview", words.OVERVIEW[pen.lang], words.OVERVIEW_SUBTITLE[pen.lang], sections, mapped=False)


def adopters() -> tuple[int, int]:
    """Count the adopters in the map's own rows: Japan included, and abroad."""
    codes = read_rows(our_layers()[ADOPTERS])["iso_a3"]
    return len(codes), int((codes != HOME).sum())


def _document(pen: Pen) -> Section:
    """Say what document this is; the bureau's Japanese name, which the table adds in English, is left out there."""
    pairs = tuple((row[f"name_{pen.lang}"], pen.plan(_without_japanese(row[f"point_{pen.lang}"], pen)))
                  for row in plan_rows(FRAME) if row["group"] == "document")
    return Section("document", words.DOCUMENT[pen.lang], (Facts(pairs),))


def _without_japanese(said: str, pen: Pen) -> str:
    name, bracket, rest = said.partition(" (")
    return name if bracket and not rest.isascii() and pen.lang == "en" else said


def _grouped(pen: Pen, group: str, title: Text) -> Section:
    """Give each heading of a group with its points."""
    found: dict[str, list[str]] = {}
    for row in plan_rows(FRAME):
        if row["group"] == group:
            found.setdefault(row[f"name_{pen.lang}"], []).append(row[f"point_{pen.lang}"])
    blocks: Iterator[Block] = (block for name, points in found.items()
                               for block in (pen.heads(pen.plan(name)), Bullets(tuple(map(pen.plan, points)))))
    return Section(group, title[pen.lang], tuple(blocks))


def _named(pen: Pen, group: str, title: Text) -> Section:
    lines = tuple(pen.plan(row[f"name_{pen.lang}"]) for row in plan_rows(FRAME) if row["group"] == group)
    return Section(group, title[pen.lang], (Bullets(lines, ordered=True),))


def _fields(pen: Pen) -> Section:
    lines = tuple(pen.plan(row[f"name_{pen.lang}"], pen.view(field=row["field_id"]))
                  for row in plan_rows(FIELDS) if row["is_plan_field"] == "1")
    return Section("fields", words.TEN_FIELDS[pen.lang], (Bullets(lines, ordered=True),))


def _regions(pen: Pen) -> Section:
    """Give the regions with the fields that their strategies mention."""
    rows = [row for row in plan_rows(REGIONS) if row["is_plan_region"] == "1"]
    fields = [row for row in plan_rows(FIELDS) if row["is_plan_field"] == "1"]
    head = (words.REGION_SHORT[pen.lang], *(row[f"name_short_{pen.lang}"] for row in fields))
    lines = tuple((pen.plan(row[f"name_{pen.lang}"], pen.view(region=row["region_id"])),
                   *(_mark(pen, row, field["field_id"]) for field in fields)) for row in rows)
    grid = Grid(words.FIELDS_OF_STRATEGIES[pen.lang], head, lines)
    return Section("regions", words.EIGHT_REGIONS[pen.lang], (grid,))


def _mark(pen: Pen, region: PlanRow, field_id: str) -> Line:
    if field_id not in region["fields_mentioned"].split("|"):
        return Line("–")
    return pen.plan(words.MENTIONED[pen.lang], pen.view(region=region["region_id"], field=field_id))


def _measures(pen: Pen) -> Section:
    blocks = [block for row in plan_rows(MEASURES) for block in (
        pen.heads(pen.plan(row[f"name_{pen.lang}"])),
        Bullets(tuple(pen.plan(point) for point in parts(row, "points", pen.lang))),
    )]
    return Section("measures", words.MEASURES[pen.lang], tuple(blocks))


def _adopters(pen: Pen) -> Section:
    """Give both counts of adopters, each under its own name and with the view that shows it."""
    with_japan, abroad = (words.COUNTRIES.format(count=count) for count in adopters())
    others = "|".join(code for code in read_countries() if code != HOME)
    pairs = (
        (words.ADOPTERS_WITH_JAPAN[pen.lang], pen.plan(with_japan[pen.lang], pen.view(layer=ADOPTERS))),
        (words.ADOPTERS_ABROAD[pen.lang], pen.plan(abroad[pen.lang], _abroad(pen, others))),
    )
    return Section("adopters", words.ADOPTERS[pen.lang], (Facts(pairs),))


def _abroad(pen: Pen, others: str) -> str:
    codes = set(read_rows(our_layers()[ADOPTERS])["iso_a3"])
    return pen.view(layer=ADOPTERS, country="|".join(code for code in others.split("|") if code in codes))


def _figures(pen: Pen) -> Section:
    head = (words.FIGURE, words.VALUE, words.ABOUT)
    rows = tuple((pen.plan(label_of(row)[pen.lang]), pen.plan(figure_words(row)[pen.lang]), about(pen, row))
                 for row in plan_rows(FIGURES))
    grid = Grid(words.KEY_FIGURES[pen.lang], tuple(title[pen.lang] for title in head), rows)
    return Section("figures", words.KEY_FIGURES[pen.lang], (grid,))


def label_of(row: PlanRow) -> Text:
    """Name a figure, and say of a computed one that it is."""
    label = Text(row["label_ja"], row["label_en"])
    return words.DERIVED.format(label=label) if row["kind"] == "derived" else label


def about(pen: Pen, row: PlanRow) -> Line:
    """Name the field, region and old project of a figure, and open the view of the first two."""
    asked = {key: row[f"{key}_id"] for key in ("field", "region") if row[f"{key}_id"]}
    names = [same(plan_row(FIELDS, "field_id", asked["field"])[f"name_short_{pen.lang}"])] if "field" in asked else []
    names += [same(plan_row(REGIONS, "region_id", asked["region"])[f"name_{pen.lang}"])] if "region" in asked else []
    if row["plan20_no"]:
        project = plan_row(OLD_PROJECTS, "no", row["plan20_no"])
        names.append(words.OLD_PROJECT.format(number=project["no"], name=project[f"name_{pen.lang}"]))
    return Line(LISTED.join(names)[pen.lang] or "–", query=pen.view(**asked) if asked else "")
