"""Sheets: slides without a map, which carry tables, a chart of what can be counted, or columns of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.document import Document, Grid
from i18n import deck
from i18n.deck import MORE_LINES
from i18n.text import Lang
from render.deck.area import GAP, Area, columns
from render.deck.blocks import facts
from render.deck.fitting import Fitted, Item, Part, lines_of, stacked
from render.deck.spread import Chart, Setting
from render.deck.tables import Table, is_number, meaning_of, pieces_of, table_xml, told
from render.deck.telling import items_of
from render.deck.words import Run, Said, text_box
from render.picture.canvas import LINE_HEIGHT
from render.slides.shapes import Named

MOST_SHEETS = 3
"""Slides that a table may take; rows beyond are counted and stand in the notes."""
WORDS_SIZE, HEADING_SIZE, NOTE_SIZE = 14.0, 14.0, 12.0
WORDS_SIZES = 18.0, 16.0, 14.0
WORD_COLUMNS = 2
CAPTION = HEADING_SIZE * LINE_HEIGHT + GAP / 2
FEWEST_ROWS = 2
MOST_COLUMNS_HALVED = 3
LOW = 0.5
"""The share of a slide's height up to which a table stands on one slide with its chart."""


@dataclass(frozen=True)
class Sheet:
    """One slide without a map: what is on it, and what found no room."""

    setting: Setting
    heading: str = ""
    tables: tuple[Table, ...] = ()
    note: str = ""
    parts: tuple[Part, ...] = ()
    charts: tuple[Chart, ...] = ()
    more: str = ""
    lost: tuple[tuple[str, Item], ...] = ()

    @property
    def meanings(self) -> tuple[str, ...]:
        """Give what is read out for its charts and tables."""
        charts = (chart.named.meaning for chart in self.charts)
        return (*charts, *(meaning_of(table, self.setting.lang) for table in self.tables))

    def shapes(self, numbers: Iterator[int]) -> Iterator[str]:
        """Write the heading, then tables side by side or columns of words."""
        area = self.setting.room.middle
        if self.heading:
            line = [Run(self.heading, HEADING_SIZE, "accent1", bold=True)]
            if self.more:
                line.append(Run(f" {self.more}", HEADING_SIZE - 2, self.setting.quiet))
            box = Area(area.left, area.top, area.width, HEADING_SIZE * LINE_HEIGHT)
            yield text_box(next(numbers), Named(self.heading), box, [Said(tuple(line))], self.setting.lang)
        left = area.left
        for table in self.tables:
            yield table_xml(next(numbers), table, left, area.top + CAPTION, self.setting)
            left += table.width + GAP * 1.5
        if self.note:
            low = area.height - _note_height(self.note, area)
            high = low if self.charts else CAPTION + max(table.height for table in self.tables)
            box = Area(area.left, area.top + min(low, high) + GAP / 2, area.width, area.height - low - GAP / 2)
            said = [Said((Run(self.note, NOTE_SIZE, self.setting.quiet),))]
            yield text_box(next(numbers), Named(self.note), box, said, self.setting.lang)
        if self.parts:
            size = next((each for each in WORDS_SIZES if self._fits(each)), WORDS_SIZE)
            yield from facts(numbers, Fitted(size, self.parts, ()), area, self.setting, count=WORD_COLUMNS)

    def _fits(self, size: float) -> bool:
        area = self.setting.room.middle
        return bool(stacked(self.parts, size, columns(area, WORD_COLUMNS)[0].width, area.height, WORD_COLUMNS))


def sheets_of(document: Document, setting: Setting) -> Iterator[Sheet]:
    """Give the slides of a document: each table by itself, words between them together."""
    words: list[Part] = []
    for section in document.sections:
        grids = [block for block in section.blocks if isinstance(block, Grid)]
        others = tuple(item for block in section.blocks if block not in grids for item in items_of(block, setting.lang))
        if grids:
            yield from _flowing(words, setting)
            words = []
        for grid in grids:
            note = " ".join(item.text for item in others) if grid is grids[-1] else ""
            yield from _of_grid(section.title, grid, note, setting)
        if others and not grids:
            words.append(Part(section.title, others))
    yield from _flowing(words, setting)


def _of_grid(heading: str, grid: Grid, note: str, setting: Setting) -> Iterator[Sheet]:
    """Give the tables of a grid and a chart of bare counts; what is said of the grid stands under each."""
    middle = setting.room.middle
    area = middle.cut(top=CAPTION, bottom=_note_height(note, middle))
    halves, tables = _cut(grid, area)
    chart = _chart(heading, grid, area, setting.lang)
    if chart and len(tables) == 1 and tables[0].height <= LOW * area.height:
        under = replace(chart, area=area.cut(top=tables[0].height + GAP))
        yield Sheet(setting, heading, tables, note, charts=(under,))
        return
    if chart:
        yield Sheet(setting, heading, note=note, charts=(chart,))
    kept, left_out = tables[:MOST_SHEETS * halves], tables[MOST_SHEETS * halves:]
    lost = tuple((heading, Item(told(row, setting.lang))) for table in left_out for row in table.rows)
    more = MORE_LINES.format(count=len(lost))[setting.lang] if lost else ""
    pages = [kept[at:at + halves] for at in range(0, len(kept), halves)]
    for at, page in enumerate(pages, 1):
        is_last = at == len(pages)
        yield Sheet(setting, heading, page, note, more=more if is_last else "", lost=lost if is_last else ())


def _note_height(note: str, area: Area) -> float:
    return len(lines_of(note, NOTE_SIZE, area.width)) * NOTE_SIZE * LINE_HEIGHT + GAP / 2 if note else 0.0


def _cut(grid: Grid, area: Area) -> tuple[int, tuple[Table, ...]]:
    """Cut a grid into tables: in two halves side by side where that takes fewer slides."""
    whole, halves = (pieces_of(grid, columns(area, many)[0].width, area.height) for many in (1, 2))
    is_narrow = len(grid.head) <= MOST_COLUMNS_HALVED and -(-len(halves) // 2) < len(whole)
    return (2, halves) if is_narrow else (1, whole)


def _chart(heading: str, grid: Grid, area: Area, lang: Lang) -> Chart | None:
    """Make a chart of a grid whose cells, but for the first of each row, are bare numbers."""
    cells = [line.text for row in grid.rows for line in row[1:]]
    if len(grid.rows) < FEWEST_ROWS or not cells or not all(map(is_number, cells)):
        return None
    values = tuple(tuple(float(line.text.replace(",", "").strip("–—-") or 0) for line in row[1:]) for row in grid.rows)
    names = tuple(row[0].text for row in grid.rows)
    said = deck.BETWEEN[lang].join(f"{row[0].text} " + " ".join(line.text for line in row[1:]) for row in grid.rows)
    meaning = deck.CHART_OF.format(caption=f"{heading}({deck.BETWEEN[lang].join(grid.head[1:])})", rows=said)[lang]
    return Chart(area, Named(deck.CHART[lang], meaning), names, grid.head[1:], values)


def _flowing(parts: Sequence[Part], setting: Setting) -> Iterator[Sheet]:
    """Let words flow over as many slides as they need, in columns; a part that is too long is parted."""
    area = setting.room.middle
    width = columns(area, WORD_COLUMNS)[0].width
    held: list[Part] = []
    for part in _parted(parts, width, area.height):
        if held and not stacked([*held, part], WORDS_SIZE, width, area.height, WORD_COLUMNS):
            yield Sheet(setting, parts=tuple(held))
            held = []
        held.append(part)
    if held:
        yield Sheet(setting, parts=tuple(held))


def _parted(parts: Sequence[Part], width: float, height: float) -> Iterator[Part]:
    """Part what is higher than a column."""
    for part in parts:
        items: list[Item] = []
        for item in part.items:
            if items and not stacked([replace(part, items=(*items, item))], WORDS_SIZE, width, height, 1):
                yield replace(part, items=tuple(items))
                items = []
            items.append(item)
        yield replace(part, items=tuple(items))
