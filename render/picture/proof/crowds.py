"""The crowds of a picture: every row in view is counted in a circle or a mark of the commonest category's colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex

from i18n.counts import short
from i18n.text import Text
from layers.base import Kind
from render.picture import tags
from render.picture.crowds import Crowd, crowds_of, points_of
from render.picture.draw import Drawing
from render.picture.proof import faults
from render.picture.proof.looks import look_of
from render.picture.proof.reading import Writing, on_map
from render.picture.proof.rows import Rows, Sign

NEAR = 0.01
"""Points that a circle may lie from its place."""


def circles_of(drawing: Drawing) -> dict[Sign, Rows]:
    """Gather the circles of a drawing by the colour that they must leave."""
    found, view = dict[Sign, Rows](), drawing.view
    for crowd in crowds_of(drawing.scene, view):
        metres = crowd.cells.places * view.metres_per_point + [view.west, view.south]
        for number in np.unique(crowd.cells.looks):
            category = crowd.sheet.field.categories[number]
            of = (crowd.cells.looks == number) & (crowd.cells.counts > 1)
            look = look_of(Kind.POINT, category, drawing.canvas.palette)
            sign = look.colour, (float(len(found)),), look.hollow
            found[sign] = Rows(category.label[drawing.scene.lang], Kind.POINT, look, metres[of])
    return found


def check_crowds(drawing: Drawing, written: Sequence[Writing]) -> Iterator[Text]:
    """Compare the circles and marks on the map, and the counts in them, with the rows in view."""
    crowds, drawn = crowds_of(drawing.scene, drawing.view), on_map(drawing, PathCollection, tags.CROWD)
    if len(drawn) != len(crowds):
        yield faults.FOREIGN_ROWS if len(drawn) > len(crowds) else _lost(crowds[-1], drawing)
        return
    for crowd, circles in zip(crowds, drawn, strict=True):
        if not _is_whole(crowd, drawing) or len(circles.get_paths()) != len(crowd.cells):
            yield _lost(crowd, drawing)
        elif not (_is_placed(crowd, circles, drawing) and _is_coloured(crowd, circles, drawing)):
            yield faults.OTHER_MARKS.format(words=crowd.sheet.layer.title)
    yield from _counts(drawing, crowds, [each for each in written if each.tag == tags.COUNT])


def _lost(crowd: Crowd, drawing: Drawing) -> Text:
    return faults.NO_ROWS.format(words=crowd.sheet.layer.title[drawing.scene.lang])


def _is_whole(crowd: Crowd, drawing: Drawing) -> bool:
    """Tell whether each row in view is counted once, but for what is selected."""
    places, owners = points_of(crowd.sheet, drawing.view)
    chosen = crowd.sheet.rows["id"].isin(drawing.scene.selected).to_numpy()[owners]
    return int(crowd.cells.counts.sum()) == int((drawing.view.holds(places) & ~chosen).sum())


def _is_placed(crowd: Crowd, circles: PathCollection, drawing: Drawing) -> bool:
    """Tell whether circles lie where they should, each as large as its count asks."""
    view, order = drawing.view, crowd.order
    places = (np.asarray(circles.get_offsets()).reshape(-1, 2) - [view.west, view.south]) / view.metres_per_point
    wide = np.array([np.ptp(np.asarray(path.vertices)[:, 0]) for path in circles.get_paths()])
    is_circle = crowd.cells.counts[order] > 1
    return bool(np.allclose(places, crowd.cells.places[order], atol=NEAR)
                and np.allclose(wide[is_circle], crowd.cells.across[order][is_circle], atol=NEAR))


def _is_coloured(crowd: Crowd, circles: PathCollection, drawing: Drawing) -> bool:
    """Tell whether each circle has the colour of its commonest category; a hollow one has it around it."""
    palette = drawing.canvas.palette
    looks = [look_of(Kind.POINT, each, palette) for each in crowd.sheet.field.categories]
    painted = zip(*map(np.asarray, (circles.get_facecolor(), circles.get_edgecolor())), strict=True)
    for cell, (face, edge) in zip(crowd.order, painted, strict=True):
        look = looks[crowd.cells.looks[cell]]
        is_right = to_hex(edge) in (look.colour, palette.ink) if look.hollow else to_hex(face) == look.colour
        if crowd.cells.counts[cell] > 1 and not is_right:
            return False
    return True


def _counts(drawing: Drawing, crowds: Sequence[Crowd], written: Sequence[Writing]) -> Iterator[Text]:
    """Compare the counts in circles with those that they stand for, whichever have room."""
    said = {short(int(count))[drawing.scene.lang] for crowd in crowds for count in crowd.cells.counts}
    yield from (faults.OTHER_COUNT.format(words=each.words, count=each.words, right="-") for each in written
                if each.words not in said)
