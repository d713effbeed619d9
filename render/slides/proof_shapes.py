"""The shapes of a finished slide: every country, line and mark in view, named, told, coloured and placed as drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np
from matplotlib.text import Text as Lettering

from i18n.text import Text
from render.picture import tags
from render.picture.draw import Drawing
from render.picture.proof import faults
from render.slides.grouped import look_of
from render.slides.meaning import meanings
from render.slides.read_back import Shape
from render.slides.shapes import EMU_PER_POINT, Named
from render.slides.slide import GROUPS, NO_COUNTRY, Slide, artists_of, group_of, unnamed
from render.slides.things import Thing, things_of
from render.slides.trace import trace
from render.slides.words_back import Box, is_inside

NEAR, MIDDLE_NEAR = 1.0, 3.0
"""Points that the edges of a shape may lie from where they are drawn, and the middle of a mark from its place."""
BLEED = 12.0
"""Points that a mark at the edge, or the frame of the map, may stand over the slide's edge."""
SHOWN = frozenset({"sp", "cxnSp", "grpSp"})


def check_shapes(drawing: Drawing, shapes: Sequence[Shape]) -> Iterator[Text]:
    """Compare the shapes of a slide, those with words set aside, with what is drawn."""
    drawn = [shape for shape in shapes if not shape.written and not shape.is_hidden
             and shape.kind != "grpSp"]
    yield from (faults.EXTRA_SHAPE.format(words=shape.name or shape.kind) for shape in shapes
                if shape.kind not in SHOWN)
    yield from (faults.SAME_NUMBER.format(words=shape.name) for shape in _repeated(shapes))
    yield from (faults.SHAPE_OFF_SLIDE.format(words=shape.name) for shape in _off(drawing, drawn))
    told = meanings(drawing)
    yield from _things(drawing, told, drawn)
    names = {NO_COUNTRY[drawing.scene.lang], *(each.name for each in told.values())}
    yield from _others(drawing, [shape for shape in drawn if shape.name not in names])
    if not _is_part(_groups(shapes), _groups_drawn(drawing)):
        yield faults.OTHER_ORDER


def _repeated(shapes: Sequence[Shape]) -> Iterator[Shape]:
    numbers = Counter(shape.number for shape in shapes)
    yield from (shape for shape in shapes if numbers[shape.number] > 1)


def _off(drawing: Drawing, shapes: Sequence[Shape]) -> Iterator[Shape]:
    wide, high = (72 * side for side in drawing.canvas.paper.inches)
    yield from (shape for shape in shapes if not is_inside(shape.box, (0.0, 0.0, wide, high), BLEED))


def _things(drawing: Drawing, told: Mapping[str, Named], shapes: Sequence[Shape]) -> Iterator[Text]:
    """Compare countries and rows: each that shows has its shape, which is told as the scene tells it."""
    things = defaultdict[str, list[Thing]](list)
    for thing in things_of(drawing):
        if thing.may_show:
            things[told[thing.key].name if thing.key in told else thing.unnamed].append(thing)
    by_name, meant = defaultdict[str, list[Shape]](list), {each.name: each for each in told.values()}
    for shape in shapes:
        by_name[shape.name].append(shape)
    for name, own in things.items():
        yield from _named(name, own, by_name.get(name, []), meant)
    yield from (faults.EXTRA_SHAPE.format(words=name) for name in by_name if name not in things and name in meant)


def _named(
    name: str, things: Sequence[Thing], shapes: Sequence[Shape], meant: Mapping[str, Named]
) -> Iterator[Text]:
    """Compare the shapes of one name with what is drawn of it."""
    if len(shapes) < sum(thing.is_sure for thing in things):
        yield faults.NO_SHAPE.format(words=name)
    if len(shapes) > len(things) and name in meant:
        yield faults.EXTRA_SHAPE.format(words=name)
    meaning = meant[name].meaning if name in meant else ""
    if any(shape.meaning != meaning for shape in shapes):
        yield faults.OTHER_MEANING.format(words=name)
    if name in meant and any(shape.colours not in {thing.colours for thing in things} for shape in shapes):
        yield faults.OTHER_COLOUR.format(words=name)
    if any(shape.is_turned for shape in shapes) or not _in_place(things, shapes):
        yield faults.MOVED_SHAPE.format(words=name)


def _in_place(things: Sequence[Thing], shapes: Sequence[Shape]) -> bool:
    """Tell whether each thing that is wholly in view has a shape where it lies."""
    return all(any(_is_at(shape.box, thing.box) for shape in shapes) for thing in things
               if thing.is_sure and thing.is_whole)


def _is_at(box: Box, place: Box) -> bool:
    if place[0] == place[2] and place[1] == place[3]:  # a mark or a dot
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return all(abs(one - other) <= MIDDLE_NEAR for one, other in zip(middle, place[:2], strict=True))
    return all(abs(one - other) <= NEAR for one, other in zip(box, place, strict=True))


def _others(drawing: Drawing, shapes: Sequence[Shape]) -> Iterator[Text]:
    """Compare symbols of the legend, sea, graticule, frames and leaders: each in its colours where it is drawn."""
    left = defaultdict[str, list[Shape]](list)
    for shape in shapes:
        left[shape.name].append(shape)
    for name, colours, box in _drawn_otherwise(drawing):
        alike = [shape for shape in left[name] if shape.colours == colours]
        found = next((shape for shape in alike if _is_at(shape.box, box)), None)
        if found:
            left[name].remove(found)
        else:
            fault = faults.MOVED_SHAPE if alike else faults.OTHER_COLOUR if left[name] else faults.NO_SHAPE
            yield fault.format(words=name)
    yield from (faults.EXTRA_SHAPE.format(words=shape.name) for own in left.values() for shape in own)


def _drawn_otherwise(drawing: Drawing) -> Iterator[tuple[str, tuple[str, str, str], Box]]:
    """List what is drawn of no country and no row: how it is called, its colours, and where it lies (points)."""
    slide = Slide(drawing)
    for artist in artists_of(drawing):
        if artist in drawing.canvas.known or isinstance(artist, Lettering):
            continue
        for outline in trace(artist, slide.pixels, slide.dpi):
            if outline.rings:
                corners = slide.placed(np.concatenate(outline.rings)) / EMU_PER_POINT
                box = (*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist())
                look = look_of(outline, "")
                ground = look.fill or ("FFFFFF" if look.hatch else "")
                yield unnamed(artist)[drawing.scene.lang], (ground, look.edge if look.width else "", look.hatch), box


def _groups(shapes: Sequence[Shape]) -> list[str]:
    return [name for name, _own in groupby(shape.group for shape in shapes if shape.kind != "grpSp" and shape.group)]


def _groups_drawn(drawing: Drawing) -> list[str]:
    lang, title = drawing.scene.lang, GROUPS[tags.TITLE]
    groups = (group_of(artist) for artist in artists_of(drawing))
    return [name for name, _own in groupby(group[lang] for group in groups if group != title)]


def _is_part(some: Sequence[str], every: Sequence[str]) -> bool:
    """Tell whether names stand in another list in the same order, whatever stands between."""
    rest = iter(every)
    return all(name in rest for name in some)
