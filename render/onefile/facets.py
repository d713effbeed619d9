"""What the filters of the one file go by: the codes of every row under every heading, as scene/sieve.py has them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from layers.base import Layer
from layers.lenses import LENSES
from layers.plans import PLANS
from render.onefile.crowd import crowd_facets
from scene.facet import Facet
from scene.sieve import Sieve, hidden_by_default
from scene.survey import readable

LENS = "lens"


def facets(layers: Sequence[str]) -> dict[str, dict[str, object]]:
    """Give by plan ("" is now) and layer the codes, years and standing of the rows, in the rows' own order."""
    return {plan: {sieve.layer.id: _facets(sieve) for sieve in readable(layers, plan)} for plan in ("", *PLANS)}


def _facets(sieve: Sieve) -> dict[str, object]:
    if sieve.layer.is_crowd:
        return crowd_facets(sieve)
    known = {} if sieve.known is None else {"known": [int(one) for one in sieve.known]}
    headings = {**sieve.facets, **_lenses(sieve)}
    return {
        "years": [int(year) for year in sieve.years],
        "headings": {key: _packed(sieve.layer, key, facet) for key, facet in headings.items()},
        **known,
    }


def _packed(layer: Layer, key: str, facet: Facet) -> dict[str, object]:
    """Write a facet as its codes and, row by row, the numbers of those that the row carries."""
    rows = [[int(number) for number in np.flatnonzero(member)] for member in facet.member]
    hidden = [] if key == LENS else hidden_by_default(layer, key)
    return {"codes": list(facet.codes), "rows": rows} | ({"hidden": hidden} if hidden else {})


def _lenses(sieve: Sieve) -> dict[str, Facet]:
    """Give the questions that are put to a layer as one more heading, each row under those that it answers."""
    asked = [lens for lens in LENSES.values() if lens.layer == sieve.layer.id]
    if not asked:
        return {}
    answers = np.column_stack([sieve.answering(lens) for lens in asked])
    return {LENS: Facet.of([[lens.id for lens, is_so in zip(asked, row, strict=True) if is_so] for row in answers])}
