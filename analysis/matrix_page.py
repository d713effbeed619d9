"""The engagement matrix as a page: countries by fields, and how much there is of each kind."""

from __future__ import annotations

from analysis.document import Document, Facts, Line, Paragraph, Section
from analysis.field_page import region_grid
from analysis.matrix import build_matrix, to_grid
from analysis.pen import Pen, whole
from i18n import plan_words as words
from layers.base import Layer
from layers.registry import find_layers
from layers.wording import Source
from scene.choice import Choice


def matrix_page(choice: Choice) -> Document:
    """Write the matrix under the filters of a choice."""
    pen = Pen.of(whole(choice))
    how = Paragraph((pen.says(words.MATRIX_HOW), pen.says(words.DASH_HOW)))
    grid = to_grid(build_matrix(pen.choice))
    sections = (
        Section("matrix", words.COUNTRIES_BY_FIELD[pen.lang], (how, grid)),
        Section("kinds", words.KINDS[pen.lang], (region_grid(pen),)),
        _sources(pen),
    )
    return pen.document("matrix", words.MATRIX_TITLE[pen.lang], words.MATRIX_SUBTITLE[pen.lang], sections)


def _sources(pen: Pen) -> Section:
    """Say where the rows of each kind are from; each row names its own sources in its view."""
    on = [layer for layer in find_layers().values() if layer.id in pen.choice.layers]
    pairs = tuple((layer.title[pen.lang], Line(layer.source[pen.lang], _cited(pen, layer), pen.view(layer=layer.id)))
                  for layer in on)
    return Section("sources", words.OF_EACH_KIND[pen.lang], (Facts(pairs),))


def _cited(pen: Pen, layer: Layer) -> tuple[int, ...]:
    return pen.citations.all((Source(layer.source[pen.lang]),))
