"""The legend of a picture: its entries are the scene's categories, with their counts, colours and forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from matplotlib.artist import Artist
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle

from i18n.text import Text
from layers.base import Kind
from render.colours import contrast
from render.palette import Palette
from render.picture import tags
from render.picture.draw import Drawing
from render.picture.proof import faults
from render.picture.proof.entries import Entry, entries_of, explanations_of
from render.picture.proof.looks import HATCHED, Look
from render.picture.proof.reading import (
    Writing,
    dash_form,
    is_seen,
    is_within,
    map_box,
    pixels_to_point,
    shape_form,
    squeezed,
)

LEAST_CONTRAST = 3.0
"""WCAG 2.1, 1.4.11, of lines and marks; areas are told by their borders as well."""
ALIKE = 2 / 255
"""Colours that differ by less in red, green and blue are one."""


@dataclass
class Printed:
    """What stands in the legend under one tag."""

    label: str = ""
    count: str = ""
    symbols: list[Any] = field(default_factory=list)


def check_legend(drawing: Drawing, written: Sequence[Writing]) -> Iterator[Text]:
    """Compare the legend with the scene: entries, words, counts, symbols; and look whether it lies on the map."""
    if "legend" not in drawing.scene.choice.parts:
        return
    expected, printed = entries_of(drawing.scene, drawing.canvas.palette), _printed(drawing, written)
    for key, entry in expected.items():
        yield from _entry(entry, printed.pop(key, None))
    yield from (faults.EXTRA_ENTRY.format(words=each.label) for each in printed.values())
    said, lang = squeezed("".join(each.words for each in written if each.tag == tags.LEGEND)), drawing.scene.lang
    yield from (faults.NO_ENTRY.format(words=each) for each in explanations_of(drawing.scene)
                if squeezed(each[lang]) not in said)
    is_usual = not drawing.scene.choice.colour or not drawing.canvas.palette.grey
    if is_usual:  # greys carry each layer's usual colouring; another needs colour, and the page says so
        yield from _alike(list(expected.values()), drawing.canvas.palette)
    yield from _places(drawing, written)


def _printed(drawing: Drawing, written: Sequence[Writing]) -> dict[str, Printed]:
    """Read what stands in the legend, by key; explanations without a key are left out."""
    printed = dict[str, Printed]()
    for each in written:
        if key := _key(each.tag):
            entry = printed.setdefault(key, Printed())
            entry.count, entry.label = (each.words, entry.label) if each.is_count else (
                entry.count, entry.label + each.words)
    for artist in _symbols(drawing):
        if key := _key(str(artist.get_label())):
            printed.setdefault(key, Printed()).symbols.append(artist)
    return printed


def _key(tag: str) -> str:
    return tag.removeprefix(tags.LEGEND) if tag.startswith(tags.LEGEND) else ""


def _symbols(drawing: Drawing) -> list[Artist]:
    return [artist for artist in drawing.figure.artists if isinstance(artist, (Rectangle, PathPatch, Line2D))
            and str(artist.get_label()).startswith(tags.LEGEND) and is_seen(artist)]


def _entry(entry: Entry, printed: Printed | None) -> Iterator[Text]:
    """Compare one line of the legend with what it must say."""
    if printed is None or not printed.label:
        yield faults.NO_ENTRY.format(words=entry.label)
        return
    if squeezed(printed.label) != squeezed(entry.label):
        yield faults.OTHER_WORDS.format(words=printed.label, right=entry.label)
    if printed.count != entry.count:
        yield faults.OTHER_COUNT.format(words=entry.label, count=printed.count or "-", right=entry.count)
    if entry.look and not _is_look(printed.symbols, entry.look):
        yield faults.OTHER_SYMBOL.format(words=entry.label)


def _is_look(symbols: list[Any], look: Look) -> bool:
    """Tell whether a symbol has a look; the colour of a hollow mark is that of its edge."""
    if not symbols:
        return False
    first = symbols[0]
    if isinstance(first, Line2D):
        # matplotlib gives back the name of a line's style, not its pattern.
        pattern = first._dash_pattern[1]  # type: ignore[attr-defined]
        return (to_hex(first.get_color()), dash_form(pattern)) == (look.colour, look.form)
    if isinstance(first, Rectangle):
        form = HATCHED if any(symbol.get_hatch() for symbol in symbols) else ()
        return (to_hex(first.get_facecolor()), form) == (look.colour, look.form)
    colour = first.get_edgecolor() if look.hollow else first.get_facecolor()
    return (to_hex(colour), shape_form(first.get_path())) == (look.colour, look.form)


def _alike(entries: list[Entry], palette: Palette) -> Iterator[Text]:
    """Look for categories that nobody can tell apart, or see at all; one layer's areas hide another's."""
    drawn = [(entry, entry.look) for entry in entries if entry.look]
    for (one, first), (other, second) in combinations(drawn, 2):
        if one.kind == other.kind != Kind.AREA and _is_alike(first, second):
            yield faults.ALIKE.format(words=one.label, other=other.label)
    grounds = {Kind.LINE: palette.sea, Kind.POINT: palette.halo}
    for entry, look in drawn:
        if entry.kind in grounds and contrast(look.colour, grounds[entry.kind]) < LEAST_CONTRAST:
            yield faults.FAINT_SYMBOL.format(words=entry.label)


def _is_alike(one: Look, other: Look) -> bool:
    if (one.form, one.hollow, one.width) != (other.form, other.hollow, other.width):
        return False
    pairs = ((int(one.colour[i:i + 2], 16), int(other.colour[i:i + 2], 16)) for i in (1, 3, 5))
    return all(abs(first - second) <= ALIKE * 255 for first, second in pairs)


def _places(drawing: Drawing, written: Sequence[Writing]) -> Iterator[Text]:
    """Look for words and symbols of the legend that lie on the map or run off the paper."""
    width, height = drawing.figure.bbox.size
    left, bottom, right, top = map_box(drawing)
    edge = pixels_to_point(drawing)
    boxes = [(each.words, each.box) for each in written if each.tag.startswith((tags.LEGEND, tags.NOTE))]
    for artist in _symbols(drawing):
        extent = artist.get_window_extent()
        boxes.append((_key(str(artist.get_label())) or "-", (extent.x0, extent.y0, extent.x1, extent.y1)))
    for name, box in boxes:
        if min(box[2], right) - max(box[0], left) > edge and min(box[3], top) - max(box[1], bottom) > edge:
            yield faults.ON_MAP.format(words=name)
        if not is_within(box, (0.0, 0.0, width, height), edge):
            yield faults.LEGEND_OFF_PAPER.format(words=name)
