"""The legend: a block for each layer with its categories, counts and notes, symbols as on the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from i18n import words
from i18n.text import Lang, Text
from layers.base import VAGUE, Category, Kind
from layers.registry import our_layers
from render.picture import tags
from render.picture.canvas import LINE_HEIGHT, Box, Canvas
from render.picture.circles import draw_circles
from render.picture.cuts import CUT_KEYS
from render.picture.fonts import style, width_of
from render.picture.lines import ASSUMED
from render.picture.symbols import Symbol, draw_paler, draw_vague, symbol_of
from render.picture.wrap import wrapped
from scene.scene import Scene
from scene.sheet import Sheet

SYMBOL, GAP, COUNT = 24.0, 6.0, 26.0
"""Widths in points: of a symbol, of the space between columns, of the counts."""
LEAST, MOST = 155.0, 205.0
"""How narrow and how wide a column may be."""
BLOCK_GAP, COLUMN_GAP = 9.0, 14.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend; the symbol is drawn into the box left of its words."""

    symbol: Symbol
    label: str
    count: str = ""
    key: str = ""  # LAYER.FIELD=CODE; "" is no category


@dataclass(frozen=True, slots=True)
class Block:
    """A layer's part of a legend: title with its count, notes, entries."""

    title: str
    count: str
    notes: tuple[str, ...]
    entries: tuple[Entry, ...]
    key: str = ""  # the layer


def blocks_of(scene: Scene) -> list[Block]:
    """List the blocks: the layers in their order, then what dotted, ringed and paler mean, if they show."""
    blocks = [_block(sheet, scene) for sheet in scene.sheets]
    keys = tuple(_keys(scene))
    return [*blocks, Block("", "", (), keys)] if keys else blocks


def column_width(blocks: Sequence[Block]) -> float:
    """Give how wide a column must be for its entries, within limits."""
    size, title = _sizes()[:2]
    entries = [entry for block in blocks for entry in block.entries if entry.count]
    widest = [SYMBOL + GAP + width_of(entry.label, size) + COUNT for entry in entries]
    titles = [width_of(block.title, title) + COUNT for block in blocks]
    return min(max(LEAST, *widest, *titles), MOST) if blocks else 0.0


def height_of(blocks: Sequence[Block], *, column: float, columns: int) -> float:
    """Measure a legend set in rows of so many columns."""
    return sum(max(_height(block, column) for block in row) + BLOCK_GAP for row in _rows(blocks, columns))


def draw_legend(canvas: Canvas, box: Box, blocks: Sequence[Block], *, column: float, columns: int) -> None:
    """Draw the blocks from the top left of a box."""
    top = box.top
    for row in _rows(blocks, columns):
        for number, block in enumerate(row):
            _draw_block(canvas, block, box.left + number * (column + COLUMN_GAP), top, column)
        top -= max(_height(block, column) for block in row) + BLOCK_GAP


def _rows(blocks: Sequence[Block], columns: int) -> list[Sequence[Block]]:
    return [blocks[start:start + columns] for start in range(0, len(blocks), columns)]


def _block(sheet: Sheet, scene: Scene) -> Block:
    lang, layer = scene.lang, sheet.layer
    entries = [Entry(symbol_of(layer.kind, look), look.label[lang], f"{count:,}", tags.key_of(layer, sheet.field, look))
               for look, count in sheet.looks]
    coloured = [words.COLOURED_BY.format(field=sheet.field.label)] if _says_by_what(sheet) else []
    notes = [layer.note] if layer.note and len(sheet.rows) else []
    said = tuple(text[lang] for text in (*notes, *coloured))
    return Block(layer.title[lang], f"{len(sheet.rows):,}", said, (*entries, *_dash_keys(sheet, lang)), layer.id)


def _says_by_what(sheet: Sheet) -> bool:
    """Tell whether the field of the colours must be named: it is not the usual one, or the layer is a person's own."""
    is_own = sheet.layer.id not in our_layers() and len(sheet.field.categories) > 1
    return is_own or sheet.coloured_by != sheet.layer.coloured_by


def _dash_keys(sheet: Sheet, lang: Lang) -> Iterator[Entry]:
    """Explain the dashes of a layer that is coloured by another field; grey where they bring their own colour."""
    for look, count in sheet.dashes:
        if look.mark != "solid":
            plain = look if look.outranks else replace(look, colour="")
            key = tags.key_of(sheet.layer, sheet.layer.field(sheet.layer.dashed_by), look)
            yield Entry(symbol_of(sheet.layer.kind, plain), look.label[lang], f"{count:,}", key)


def _keys(scene: Scene) -> Iterator[Entry]:
    shown = [sheet for sheet in scene.sheets if len(sheet.rows)]
    for sheet in shown:
        if sheet.layer.kind == Kind.LINE and any(s.assumed for row in sheet.rows["stretches"] for s in row):
            dotted = symbol_of(Kind.LINE, Category("", words.DOTTED, mark=ASSUMED))
            yield Entry(dotted, words.DOTTED[scene.lang])
            break
    if any(sheet.layer.is_crowd for sheet in shown):
        yield Entry(draw_circles, words.CIRCLES[scene.lang])
    yield from (Entry(draw_vague, label[scene.lang]) for label in _vague(shown))
    if any(sheet.rows["pale"].any() for sheet in shown):
        yield Entry(draw_paler, words.PALER[scene.lang])
    if scene.cut:
        yield from (Entry(symbol, label[scene.lang]) for symbol, label in CUT_KEYS)


def _vague(shown: Iterable[Sheet]) -> list[Text]:
    """Name, each once, what the points that have a ring around them stand for."""
    sheets = [sheet for sheet in shown if "precision" in sheet.rows]
    categories = [category for sheet in sheets for category in sheet.layer.field("precision").categories
                  if category.code in VAGUE and (sheet.rows["precision"] == category.code).any()]
    return list(dict.fromkeys(category.label for category in categories))


def _sizes() -> tuple[float, float, float]:
    """Give the sizes of entries, titles and notes, in points."""
    return style()["font.size"], style()["legend.title_fontsize"], style()["figure.labelsize"]


def _height(block: Block, column: float) -> float:
    lines = _lines(block, column)
    return sum(size * LINE_HEIGHT for size, _words in lines)


def _lines(block: Block, column: float) -> list[tuple[float, str]]:
    """List a block's lines of text with their sizes, as they are drawn downwards."""
    size, title, note = _sizes()
    return [
        *((title, line) for line in wrapped(block.title, title, column - COUNT)),
        *((note, line) for text in block.notes for line in wrapped(text, note, column)),
        *((size if entry.count else note, line) for entry in block.entries for line in _label(entry, column)),
    ]


def _label(entry: Entry, column: float) -> list[str]:
    size, _title, note = _sizes()
    room = column - SYMBOL - GAP - (COUNT if entry.count else 0)
    return wrapped(entry.label, size if entry.count else note, room)


def _draw_block(canvas: Canvas, block: Block, left: float, top: float, column: float) -> None:
    size, title, note = _sizes()
    quiet = canvas.palette.quiet_ink
    if block.title:
        with canvas.tagged(tags.LEGEND + block.key):
            canvas.write(block.count, left + column, top - title, size=title, align="right")
            top -= canvas.write_lines(wrapped(block.title, title, column - COUNT), left, top, size=title)
    for text in block.notes:
        with canvas.tagged(tags.NOTE + block.key):
            top -= canvas.write_lines(wrapped(text, note, column), left, top, size=note, colour=quiet)
    for entry in block.entries:
        with canvas.tagged(tags.LEGEND + entry.key):
            kind = size if entry.count else note
            entry.symbol(canvas, Box(left, top - kind * 1.12, SYMBOL, kind))
            canvas.write(entry.count, left + column, top - kind, size=kind, align="right", colour=quiet)
            top -= canvas.write_lines(_label(entry, column), left + SYMBOL + GAP, top, size=kind)
