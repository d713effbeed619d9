"""The page of a field: what the plan says, whom it names, what there is by region, and what the old plan left."""

from __future__ import annotations

from dataclasses import replace

from analysis.document import Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from analysis.flow import linked
from analysis.named import area_section, country_section
from analysis.pen import Pen, whole
from analysis.plan_tables import FIELDS, FIGURES, PlanRow, figure_words, parts, plan_row, plan_rows, projects_into
from geo.countries import read_regions
from i18n import plan_words as words
from layers.registry import find_layers
from scene.choice import Choice
from scene.sieve import Sieve
from scene.survey import layer_counts, readable


def field_page(choice: Choice, field_id: str) -> Document:
    """Write the page of a field under the other filters of a choice; raises AtlasError for an unknown field."""
    field = plan_row(FIELDS, "field_id", field_id)
    pen = Pen.of(replace(whole(choice), field=frozenset({field_id})))
    sections = (
        _points(pen, field, "policy"),
        _points(pen, field, "keywords"),
        _figures(pen, field),
        country_section(pen, lambda row: row["field_id"] == field_id),
        area_section(pen, lambda row: row["field_id"] == field_id),
        Section("regions", words.BY_REGION[pen.lang], (region_grid(pen),)),
        *pen.lists(empty=False),
        _old_projects(pen, field_id),
        pen.newest(),
    )
    is_plan = field["is_plan_field"] == "1"
    subtitle = words.FIELD_SUBTITLE.format(number=field["sort_order"]) if is_plan else words.NO_FIELD_SUBTITLE
    return pen.document(f"field:{field_id}", field[f"name_{pen.lang}"], subtitle[pen.lang], sections)


def region_grid(pen: Pen, *, bare: bool = False) -> Grid:
    """Count a view by region and layer; each number opens what it counts.

    `bare` is for charts: regions with something and no row of totals, and zeros have their view as well.
    """
    sieves = readable([name for name in find_layers() if name in pen.choice.layers], pen.choice.plan)
    wanted = pen.choice.region or frozenset(read_regions())
    counts = {sieve.layer.id: sieve.counts(pen.choice, "region") for sieve in sieves}
    rows = [(Line(region.name[pen.lang], query=pen.view(region=code)),
             *(_count(pen, sieve, counts[sieve.layer.id].get(code, 0), empty=bare, region=code) for sieve in sieves))
            for code, region in read_regions().items()
            if code in wanted and not (bare and not any(found.get(code) for found in counts.values()))]
    totals = layer_counts(pen.choice)
    if not bare:
        rows.append((pen.says(words.TOTAL), *(_count(pen, sieve, totals[sieve.layer.id]) for sieve in sieves)))
    head = (words.REGION_SHORT[pen.lang], *(sieve.layer.title[pen.lang] for sieve in sieves))
    return Grid(words.BY_REGION[pen.lang], head, tuple(rows))


def _count(pen: Pen, sieve: Sieve, count: int, *, empty: bool = False, **parts: str) -> Line:
    return Line(str(count), query=pen.view(layer=sieve.layer.id, **parts) if count or empty else "")


def _points(pen: Pen, field: PlanRow, stem: str) -> Section:
    title = {"policy": words.POLICY, "keywords": words.KEYWORDS}[stem][pen.lang]
    points = parts(field, stem, pen.lang)
    is_plan = field["is_plan_field"] == "1"
    lines = tuple(pen.plan(point) if is_plan else Line(point) for point in points)
    block: Block = Bullets(lines) if lines else Paragraph((pen.says(words.NO_KEYWORDS),))
    return Section(stem, title, (block,))


def _figures(pen: Pen, field: PlanRow) -> Section:
    rows = [row for row in plan_rows(FIGURES) if row["field_id"] == field["field_id"]]
    pairs = tuple((row[f"label_{pen.lang}"], pen.plan(figure_words(row)[pen.lang])) for row in rows)
    own = tuple(pen.plan(said) for said in parts(field, "figures", pen.lang))
    blocks: list[Block] = [Bullets(own)] if own else []
    blocks += [Facts(pairs)] if pairs else []
    blocks = blocks or [Paragraph((pen.says(words.NO_FIELD_FIGURES),))]
    return Section("figures", words.FIGURES[pen.lang], tuple(blocks))


def _old_projects(pen: Pen, field_id: str) -> Section:
    lines = tuple(linked(pen, project) for project in projects_into(field_id))
    block: Block = Bullets(lines) if lines else Paragraph((pen.says(words.NO_OLD_PROJECT),))
    return Section("old_plan", words.FROM_OLD_PLAN[pen.lang], (block,))
