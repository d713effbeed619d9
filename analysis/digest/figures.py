"""The figures: what the plan gives in numbers, and the items of the view by region and kind, fit for a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.digest.scribe import VIEW, Scribe
from analysis.digest.view import filters, told
from analysis.document import Block, Document, Grid, Line, Paragraph, Section
from analysis.field_page import region_grid
from analysis.overview import about, label_of
from analysis.plan_tables import FIGURES, PlanRow, figure_words, plan_rows
from geo.countries import read_countries
from geo.tables import split
from i18n import digest as words
from i18n import plan_words
from scene.choice import Choice


def figures_digest(choice: Choice) -> Document:
    """Tell the plan's figures of the fields, regions and countries chosen, and count the view."""
    scribe = Scribe.of(told(choice))
    rows = [row for row in plan_rows(FIGURES) if _is_asked(row, scribe.choice)]
    sections = [*([_key_figures(scribe, rows)] if rows else []), _by_region(scribe, has_figures=bool(rows))]
    title = words.FIGURES[scribe.lang]
    return scribe.document("figures", title, words.FIGURES_SUBTITLE, sections, has_map=False)


def _key_figures(scribe: Scribe, rows: Sequence[PlanRow]) -> Section:
    title = plan_words.KEY_FIGURES[scribe.lang]
    head = (plan_words.FIGURE, plan_words.VALUE, plan_words.ABOUT)
    lines = tuple(_figure(scribe, row) for row in rows)
    return Section("figures", title, (Grid(title, tuple(each[scribe.lang] for each in head), lines),))


def _is_asked(row: PlanRow, choice: Choice) -> bool:
    """Tell whether a figure is of the fields, regions and countries chosen; the plan's own figures are of none."""
    asked = {"field_id": choice.field, "region_id": choice.region}
    is_asked = all(not chosen or row[column] in chosen for column, chosen in asked.items())
    return is_asked and (not choice.country or _is_of(row, choice.country))


def _is_of(row: PlanRow, countries: Iterable[str]) -> bool:
    """Tell whether a figure is of one of these countries: it names one, or names none and is of their region."""
    named, known = split(row["countries"]), read_countries()
    return bool({*named} & {*countries}) if named else row["region_id"] in {known[each].region_id for each in countries}


def _figure(scribe: Scribe, row: PlanRow) -> tuple[Line, ...]:
    fact = f"figures:{row['id']}"
    whose = about(scribe.pen, row)
    named = [f"plan:field:{row['field_id']}"] if row["field_id"] else []
    named += [f"plan20:{row['plan20_no']}"] if row["plan20_no"] else []
    return (scribe.plan(label_of(row)[scribe.lang], fact), scribe.plan(figure_words(row)[scribe.lang], fact),
            Line(whose.text, whose.cites, whose.query, " ".join(named)))


def _by_region(scribe: Scribe, *, has_figures: bool) -> Section:
    """Count the view; where the plan gives no figure, that is said here, for it would fill no slide by itself."""
    grid = region_grid(scribe.pen, bare=True)
    narrowed = filters(scribe.choice)
    view = scribe.pen.view()
    notes = [scribe.says(words.BY_REGION_HOW)]
    notes += [] if has_figures else [scribe.says(words.NO_FIGURES)]
    notes += [scribe.says(words.FILTERS + narrowed, view, VIEW)] if narrowed else []
    title = words.BY_REGION[scribe.lang]
    body: Block = grid if grid.rows and len(grid.head) > 1 else Paragraph((scribe.says(words.NOTHING),))
    return Section("counts", title, (body, Paragraph(tuple(notes))))
