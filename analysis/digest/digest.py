"""The short documents of a deck by their names: one for each slide that `analysis.deck.leaves` gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from analysis.deck import COVER
from analysis.digest.country import country_digest
from analysis.digest.cover import cover_digest
from analysis.digest.field import field_digest
from analysis.digest.figures import figures_digest
from analysis.digest.overview import overview_digest
from analysis.digest.region import region_digest
from analysis.digest.sources import sources_digest
from analysis.document import Document
from analysis.plan_tables import UNKNOWN
from geo.files import Stamp, data_path, held_still, stamp
from i18n.errors import AtlasError
from scene.choice import Choice

SINGLE: Mapping[str, Callable[[Choice], Document]] = {
    COVER: cover_digest, "overview": overview_digest, "figures": figures_digest, "sources": sources_digest,
}
OF_A_KIND: Mapping[str, Callable[[Choice, str], Document]] = {
    "field": field_digest, "region": region_digest, "country": country_digest,
}


def digest(name: str, choice: Choice) -> Document:
    """Tell one thing shortly, by a name of `analysis.deck.leaves`: `cover`, `overview`, `field:postal` …

    Raises AtlasError for a name that is none of these. Cached until the data changes.
    """
    return _told(name, choice, stamp(data_path()), str(data_path()))


@lru_cache(maxsize=256)
def _told(name: str, choice: Choice, _stamp: Stamp, _folder: str) -> Document:
    kind, _, of = name.partition(":")
    with held_still():
        if kind in OF_A_KIND and of:
            return OF_A_KIND[kind](choice, of)
        if name in SINGLE:
            return SINGLE[name](choice)
    known = ", ".join([*SINGLE, *(f"{each}:…" for each in OF_A_KIND)])
    raise AtlasError(UNKNOWN.format(value=name, known=known))
