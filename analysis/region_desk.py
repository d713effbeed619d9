"""The desk of a region: the plan's strategy, what there is of it by country and field, and what is missing."""

from __future__ import annotations

from dataclasses import replace

from analysis.document import Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from analysis.matrix import Matrix, build_matrix, to_grid
from analysis.named import country_section
from analysis.pen import Pen, whole
from analysis.plan_tables import FIELDS, FIGURES, REGIONS, PlanRow, figure_words, parts, plan_row, plan_rows
from geo.countries import read_countries
from geo.tables import split
from i18n import plan_words as words
from i18n.text import LISTED, Text, same
from scene.choice import Choice


def region_desk(choice: Choice, region_id: str) -> Document:
    """Write the desk of a region under the other filters of a choice; raises AtlasError for an unknown region."""
    region = plan_row(REGIONS, "region_id", region_id)
    view = replace(whole(choice), region=frozenset({region_id}), country=frozenset())
    pen, matrix = Pen.of(view), build_matrix(view)
    sections = (
        _strategy(pen, region),
        _frameworks(pen, region),
        _fields(pen, region),
        country_section(pen, lambda row: _is_here(row["iso_a3"], region_id)),
        _matrix(pen, matrix),
        *pen.lists("plan20", "redundancy"),
        _figures(pen, region_id),
        pen.newest(),
        _gaps(pen, matrix, region),
    )
    title = region[f"name_{choice.lang}"]
    return pen.document(f"region:{region_id}", title, words.REGION_SUBTITLE[choice.lang], sections)


def _is_here(iso_a3: str, region_id: str) -> bool:
    return read_countries()[iso_a3].region_id == region_id


def _strategy(pen: Pen, region: PlanRow) -> Section:
    if region["is_plan_region"] == "1":
        block: Block = Bullets(tuple(pen.plan(point) for point in parts(region, "strategy", pen.lang)), ordered=True)
    else:
        said = Text(region["strategy_ja"], region["strategy_en"])
        block = Paragraph((pen.says(words.NOT_OF_THE_PLAN), pen.says(said)))
    return Section("strategy", words.STRATEGY[pen.lang], (block,))


def _frameworks(pen: Pen, region: PlanRow) -> Section:
    lines = tuple(pen.plan(name) for name in parts(region, "frameworks_named", pen.lang))
    block: Block = Bullets(lines) if lines else Paragraph((pen.says(words.NO_FRAMEWORKS),))
    return Section("frameworks", words.FRAMEWORKS[pen.lang], (block,))


def _fields(pen: Pen, region: PlanRow) -> Section:
    lines = tuple(pen.plan(_field(pen, name), pen.view(field=name)) for name in split(region["fields_mentioned"]))
    block: Block = Bullets(lines) if lines else Paragraph((pen.says(words.NO_FIELDS_NAMED),))
    return Section("fields_named", words.FIELDS_NAMED[pen.lang], (block,))


def _field(pen: Pen, field_id: str) -> str:
    return plan_row(FIELDS, "field_id", field_id)[f"name_{pen.lang}"]


def _matrix(pen: Pen, matrix: Matrix) -> Section:
    silent = [row.name for row in matrix.rows if not row.is_region and not row.total.count]
    grid: Grid = to_grid(matrix)
    more = [pen.says(words.SILENT.format(count=len(silent), names=LISTED.join(silent)))] if silent else []
    how = Paragraph((pen.says(words.MATRIX_HOW), *more))
    return Section("matrix", words.COUNTRIES_BY_FIELD[pen.lang], (grid, how))


def _figures(pen: Pen, region_id: str) -> Section:
    rows = [row for row in plan_rows(FIGURES) if row["region_id"] == region_id]
    pairs = tuple((row[f"label_{pen.lang}"], pen.plan(figure_words(row)[pen.lang])) for row in rows)
    block: Block = Facts(pairs) if pairs else Paragraph((pen.says(words.NO_FIGURES),))
    return Section("figures", words.FIGURES[pen.lang], (block,))


def _gaps(pen: Pen, matrix: Matrix, region: PlanRow) -> Section:
    """Name the fields of the plan in which the region has no record, those of its strategy first."""
    cells = dict(zip(matrix.fields, matrix.row(region["region_id"]).cells, strict=True))
    own = split(region["fields_mentioned"])
    empty = [row for row in plan_rows(FIELDS) if row["is_plan_field"] == "1"
             and row["field_id"] in cells and not cells[row["field_id"]].count]
    empty.sort(key=lambda row: row["field_id"] not in own)
    lines = tuple(_gap(pen, row, is_named=row["field_id"] in own) for row in empty)
    blocks: tuple[Block, ...] = (
        (Bullets(lines), Paragraph((pen.says(words.GAPS_HOW),))) if lines else (Paragraph((pen.says(words.NO_GAPS),)),)
    )
    return Section("gaps", words.GAPS[pen.lang], blocks)


def _gap(pen: Pen, row: PlanRow, *, is_named: bool) -> Line:
    said = words.GAP_NAMED if is_named else words.GAP
    return pen.says(said.format(field=same(row[f"name_{pen.lang}"])), pen.view(field=row["field_id"]))
