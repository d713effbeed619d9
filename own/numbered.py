"""Own layers that would have one title are numbered, so that tabs, legend and filters can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count

from layers.base import Layer
from own.layer import layer_of
from own.reading import Own


def layer_beside(own: Own, title: str, others: Sequence[Layer]) -> Layer:
    """Make the layer of what was read; a title that another layer has is followed by (2), and so on.

    The same rows brought again are the layer that stands there already.
    """
    taken = {name for layer in others for name in (layer.title.ja, layer.title.en)}
    ids = {layer.id for layer in others}
    names = chain([title], (f"{title} ({number})" for number in count(2)))
    made = ((called, layer_of(own, title=called)) for called in names)
    return next(layer for called, layer in made if layer.id in ids or called not in taken)
