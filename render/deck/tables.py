"""Native tables of a slide: columns as wide as their cells ask for, rows measured, cut into pieces that fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from pptx.spec import GRAPHIC_DATA_URI_TABLE

from analysis.document import Grid, Line
from i18n import deck
from i18n.text import Lang
from render.brief.numbers import cited
from render.deck.area import Area
from render.deck.fitting import lines_of, wide
from render.deck.spread import Setting
from render.deck.words import Run, cites_of, colour_of, run_of
from render.picture.canvas import LINE_HEIGHT
from render.slides.shapes import EMU_PER_POINT, Named

SIZE = 12.0
PAD = 5.0, 3.0
"""Room beside and above a cell's words (points)."""
LEAST_COLUMN = 48.0
NUMBER_SIGNS = frozenset("0123456789,.-–—%")


@dataclass(frozen=True, slots=True)
class Table:
    """A piece of a grid: its rows, the widths of its columns and the heights of its rows (points), head first."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]

    @property
    def width(self) -> float:
        return sum(self.widths)

    @property
    def height(self) -> float:
        return sum(self.heights)


def pieces_of(grid: Grid, width: float, height: float) -> tuple[Table, ...]:
    """Cut a grid into tables no higher than this; each has the head of columns."""
    widths = _widths(grid, width)
    head = _row_height(grid.head, widths)
    pieces: list[list[tuple[Line, ...]]] = [[]]
    used = head
    for row in grid.rows:
        high = _row_height([_cell(line) for line in row], widths)
        if pieces[-1] and used + high > height:
            pieces.append([])
            used = head
        pieces[-1].append(row)
        used += high
    return tuple(_table(grid, tuple(rows), widths) for rows in pieces)


def is_number(text: str) -> bool:
    """Tell whether a cell is a bare number, or says that there is none."""
    return bool(text) and set(text) <= NUMBER_SIGNS


def _table(grid: Grid, rows: tuple[tuple[Line, ...], ...], widths: tuple[float, ...]) -> Table:
    heights = [_row_height(grid.head, widths), *(_row_height([_cell(line) for line in row], widths) for row in rows)]
    return Table(grid.caption, grid.head, rows, widths, tuple(heights))


def _cell(line: Line) -> str:
    return f"{line.text} {cited(line.cites)}".rstrip()


def _natural(grid: Grid, at: int) -> float:
    cells = [grid.head[at], *(_cell(row[at]) for row in grid.rows if at < len(row))]
    return max(LEAST_COLUMN, max(wide(cell, SIZE) for cell in cells) + 2 * PAD[0] + 1)


def _widths(grid: Grid, width: float) -> tuple[float, ...]:
    """Share a width: what each column asks for, the widest ones narrowed until all fit, the rest to all alike."""
    asked = [_natural(grid, at) for at in range(len(grid.head))]
    while sum(asked) > width + 0.5 and max(asked) > LEAST_COLUMN:
        most = max(asked)
        widest = [at for at, each in enumerate(asked) if each == most]
        next_most = max((each for each in asked if each < most), default=LEAST_COLUMN)
        narrowed = max(most - (sum(asked) - width) / len(widest), next_most, LEAST_COLUMN)
        for at in widest:
            asked[at] = narrowed
    spare = max(width - sum(asked), 0.0) / len(asked)
    return tuple(round(each + spare, 1) for each in asked)


def _row_height(cells: Sequence[str], widths: Sequence[float]) -> float:
    lines = [len(lines_of(cell, SIZE, across - 2 * PAD[0])) for cell, across in zip(cells, widths, strict=False)]
    return max(1, *lines) * SIZE * LINE_HEIGHT + 2 * PAD[1]


def table_xml(number: int, table: Table, left: float, top: float, setting: Setting) -> str:
    """Write a table at a place of the slide."""
    lang, area = setting.lang, Area(left, top, table.width, table.height)
    named = Named(table.caption or deck.TABLE[lang], meaning_of(table, lang))
    x, y, wide_, high = area.emu
    grid = "".join(f"<a:gridCol w='{round(each * EMU_PER_POINT)}'/>" for each in table.widths)
    numeric = [all(is_number(row[at].text) for row in table.rows) for at in range(len(table.head))]
    head = _row([(text, "") for text in table.head], table.heights[0], numeric, setting, is_head=True)
    rows = "".join(_row([(line.text, cited(line.cites)) for line in row], high_, numeric, setting)
                   for row, high_ in zip(table.rows, table.heights[1:], strict=True))
    return (f"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='{number}' name={quoteattr(named.name)} "
            f"descr={quoteattr(named.meaning)}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp='1'/>"
            f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='{x}' y='{y}'/>"
            f"<a:ext cx='{wide_}' cy='{high}'/></p:xfrm><a:graphic><a:graphicData "
            f"uri='{GRAPHIC_DATA_URI_TABLE}'><a:tbl><a:tblPr firstRow='1'/>"
            f"<a:tblGrid>{grid}</a:tblGrid>{head}{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>")


def meaning_of(table: Table, lang: Lang) -> str:
    """Give what is read out for a table."""
    return deck.TABLE_OF.format(caption=table.caption, count=len(table.rows))[lang]


def _row(
    cells: Sequence[tuple[str, str]], height: float, numeric: Sequence[bool], setting: Setting, *, is_head: bool = False
) -> str:
    inner = "".join(_written(text, cites, is_right, setting, is_head)
                    for (text, cites), is_right in zip(cells, numeric, strict=False))
    return f"<a:tr h='{round(height * EMU_PER_POINT)}'>{inner}</a:tr>"


def _written(text: str, cites: str, is_right: bool, setting: Setting, is_head: bool) -> str:
    colour = "accent1" if is_head else "tx1"
    said = (Run(text, SIZE, colour, bold=is_head), *cites_of(cites, SIZE, setting.quiet))
    runs = "".join(run_of(run, setting.lang) for run in said)
    across, down = (round(each * EMU_PER_POINT) for each in PAD)
    line = _line("lnB", 12700 if is_head else 6350, "accent1" if is_head else setting.line)
    none = "".join(f"<a:{side} w='0'><a:noFill/></a:{side}>" for side in ("lnL", "lnR", "lnT"))
    align, leading = "r" if is_right else "l", round(SIZE * LINE_HEIGHT * 100)
    return (f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn='{align}'><a:lnSpc><a:spcPts val='{leading}'/>"
            f"</a:lnSpc></a:pPr>{runs}</a:p></a:txBody><a:tcPr marL='{across}' marR='{across}' marT='{down}' "
            f"marB='{down}' anchor='ctr'>{none}{line}<a:noFill/></a:tcPr></a:tc>")


def _line(side: str, width: int, colour: str) -> str:
    return f"<a:{side} w='{width}'><a:solidFill>{colour_of(colour)}</a:solidFill></a:{side}>"


def told(row: Sequence[Line], lang: Lang) -> str:
    """Say a row in one line, for the notes."""
    first, *others = row
    words = deck.BETWEEN[lang].join(_cell(line) for line in others if line.text)
    return deck.LABELLED.format(label=first.text, words=words)[lang] if words else first.text
