"""The words of a picture: on the paper, apart, large and dark enough, in its fonts and language, and all there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from geo.countries import read_countries
from i18n.text import Lang, Text
from render.caption import SOURCES, Footnotes, as_of, conditions, footnotes, stamp_pieces
from render.colours import contrast
from render.picture import tags
from render.picture.draw import Drawing
from render.picture.proof import faults
from render.picture.proof.reading import (
    Writing,
    is_within,
    lacking,
    map_box,
    pixels_to_point,
    squeezed,
)
from render.picture.seen import shows_undetermined
from scene.scene import Scene

LEAST_SIZE = 9.0
"""Points of the canvas: 18 pixels on a slide of 1920."""
LEAST_CONTRAST = 4.5
"""WCAG 2.0, 1.4.3."""
EDGE = 1.0
"""Points that a letter's own side bearing may stand out."""
LEADING = 0.14
"""The share of a line's height, above and below, that is room for accents and tails, where lines may meet."""
JAPANESE = re.compile(r"[ぁ-ヿ㐀-鿿々〆]+")


def check_words(drawing: Drawing, written: Sequence[Writing]) -> Iterator[Text]:
    """Give what is wrong with the words of a picture, the gravest first."""
    return chain(_glyphs(written), _said(drawing, written), _language(drawing.scene, written),
                 _places(drawing, written), _readable(drawing, written), _overlaps(written))


def _glyphs(written: Sequence[Writing]) -> Iterator[Text]:
    for each in written:
        if characters := lacking(each):
            yield faults.NO_GLYPH.format(words=each.words, characters=characters)


def _said(drawing: Drawing, written: Sequence[Writing]) -> Iterator[Text]:
    """Compare title, stamp and strip with what the scene says."""
    scene, parts = drawing.scene, drawing.scene.choice.parts
    if "title" in parts:
        said = (scene.title[scene.lang], as_of(scene), conditions(scene))
        yield from _absent(_joined(written, tags.TITLE), said, faults.NO_TITLE)
    stamp = stamp_pieces(scene.choice.stamp, scene.lang)
    yield from _absent(_joined(written, tags.STAMP), stamp, faults.NO_STAMP)
    if "sources" in parts:
        open_land = shows_undetermined(drawing.view, drawing.canvas)
        notes = footnotes(drawing.seen, every=drawing.scene.count, undetermined=open_land)
        yield from _foot(notes, _joined(written, tags.FOOT))


def _foot(notes: Footnotes, printed: str) -> Iterator[Text]:
    """Compare the strip with the footnotes of the rows in view: nothing lacks but publishers that are counted."""
    whole = len(notes.publishers)
    counts = [None, whole, *(named for named in range(whole) if str(whole - named) in printed)]
    if not any(squeezed("".join(notes.paragraphs(named))) == printed for named in counts):
        heading = SOURCES[notes.lang] if whole else ""
        yield from _absent(printed, (notes.cut, heading, notes.said), faults.NO_SOURCE)
        yield faults.FOREIGN_SOURCE


def _absent(printed: str, said: Sequence[str], fault: Text) -> Iterator[Text]:
    yield from (fault.format(words=each) for each in said if squeezed(each) not in printed)


def _joined(written: Sequence[Writing], tag: str) -> str:
    return squeezed("".join(each.words for each in written if each.tag == tag))


def _language(scene: Scene, written: Sequence[Writing]) -> Iterator[Text]:
    """Look for Japanese in an English picture, but for what a person typed or brought and rows' names; the reverse."""
    if scene.lang == Lang.EN:
        names = chain.from_iterable(sheet.rows["name_en"] for sheet in scene.sheets)
        given = "\n".join([scene.choice.title, *scene.choice.stamp, *names, *_brought(scene)])
        foreign = [each.words for each in written if each.tag != tags.ROWS
                   and any(run not in given for run in JAPANESE.findall(each.words))]
    else:
        english = {country.name.en for country in read_countries().values()}
        english -= {country.name.ja for country in read_countries().values()}
        foreign = [each.words for each in written if each.tag == tags.NAME and each.words in english]
    yield from (faults.OTHER_LANGUAGE.format(words=words) for words in foreign)


def _brought(scene: Scene) -> Iterator[str]:
    """List the words that came with rows which are not ours: their title, names of columns and of categories."""
    for layer in (sheet.layer for sheet in scene.sheets if sheet.layer.is_checked):
        yield layer.title.en
        yield from (field.label.en for field in layer.fields)
        yield from (category.label.en for field in layer.fields for category in field.categories)


def _places(drawing: Drawing, written: Sequence[Writing]) -> Iterator[Text]:
    """Look for words beyond the paper, and for names beyond the map."""
    width, height = drawing.figure.bbox.size
    edge, paper, box = EDGE * pixels_to_point(drawing), (0.0, 0.0, width, height), map_box(drawing)
    for each in written:
        if not is_within(each.box, paper, edge):
            yield faults.OFF_PAPER.format(words=each.words)
        elif each.tag == tags.NAME and not is_within(each.box, box, edge):
            yield faults.NAME_OFF_MAP.format(words=each.words)


def _readable(drawing: Drawing, written: Sequence[Writing]) -> Iterator[Text]:
    ground = drawing.canvas.palette.paper
    for each in written:
        if each.size < LEAST_SIZE * 0.999:
            yield faults.TOO_SMALL.format(words=each.words)
        if contrast(each.colour, each.halo or ground) < LEAST_CONTRAST:
            yield faults.FAINT.format(words=each.words)


def _overlaps(written: Sequence[Writing]) -> Iterator[Text]:
    """Look for words that stand on others, their lines taken without the room for accents and tails."""
    left, bottom, right, top = np.array([each.box for each in written]).reshape(-1, 4).T
    leading = (top - bottom) * LEADING
    bottom, top = bottom + leading, top - leading
    across = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    up = np.minimum.outer(top, top) - np.maximum.outer(bottom, bottom)
    for one, other in np.argwhere(np.triu((across > EDGE) & (up > 0), 1)):
        yield faults.OVERLAP.format(words=written[one].words, other=written[other].words)
