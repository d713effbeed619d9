"""Which rows of a layer a choice lets through, and how many each further choice would leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.countries import read_countries
from geo.files import data_path
from geo.tables import split
from i18n.errors import AtlasError
from layers.base import Category, Holds, Layer
from layers.common import CONFIDENCE
from layers.lenses import LENSES, Lens
from layers.plans import KNOWN, PLANS, plan_stamps, seen_from
from layers.registry import find_layers, our_layers
from layers.rows import MOST_OWN, read_rows, stamps
from layers.wording import Row, records
from scene.choice import Choice
from scene.facet import Facet, Mask


@dataclass(frozen=True, slots=True)
class Sieve:
    """A layer's rows with their facets; `years` holds the year of each row's date, 0 for an undated one."""

    layer: Layer
    rows: gpd.GeoDataFrame
    facets: Mapping[str, Facet]
    years: NDArray[np.int32]
    usual: Mapping[str, Mask]  # by heading: the rows that show when it is not asked for
    known: Mask | None = None  # where the rows are seen from an earlier plan: those that were known then

    def masks(self, choice: Choice, *, defaults: bool = True) -> dict[str, Mask]:
        """Give one mask for each part of the choice that narrows this layer."""
        masks = {key: self.facets[key].any_of(choice.codes(key)) for key in self.facets if choice.codes(key)}
        if choice.year and self.layer.date_means:
            first, last = choice.year
            masks["year"] = (self.years >= first) & (self.years <= last)
        if self.known is not None:
            masks["plan"] = self.known
        if choice.lens and LENSES[choice.lens].layer == self.layer.id:
            masks["lens"] = self.answering(LENSES[choice.lens])
        if defaults and not choice.show_all:
            masks["defaults"] = self._by_default(choice)
        return masks

    def shown(self, choice: Choice, *, without: str = "", defaults: bool = True) -> Mask:
        """Tell which rows the choice lets through, leaving one part out of account if asked."""
        kept = [mask for key, mask in self.masks(choice, defaults=defaults).items() if key != without]
        mask: Mask = np.logical_and.reduce(kept) if kept else np.ones(len(self.rows), dtype=np.bool_)
        return mask

    def each_row(self, choice: Choice) -> Iterator[Row]:
        """Go through the rows that the choice lets through, each as column -> cell, without its geometry."""
        return records(self.rows[self.shown(choice)].drop(columns="geometry"))

    def counts(self, choice: Choice, key: str) -> dict[str, int]:
        """Count the rows that each code of a heading would leave, those that only the defaults hide included."""
        facet = self.facets.get(key)
        return facet.counts(self.shown(choice.narrowed(key, frozenset(facet.codes)))) if facet else {}

    def undated(self, choice: Choice) -> int:
        """Count the rows that drop out only because they have no date."""
        if not (choice.year and self.layer.date_means):
            return 0
        return int((self.shown(choice, without="year") & (self.years == 0)).sum())

    def fault(self, choice: Choice) -> AtlasError | None:
        """Give what keeps the question of a choice from being answered: a broken table that it needs."""
        lens = LENSES[choice.lens] if choice.lens else None
        try:
            if lens and lens.layer == self.layer.id:
                lens.keep(self.rows)
        except AtlasError as error:
            return error
        return None

    def answering(self, lens: Lens) -> Mask:
        """Tell which rows answer a question; none do while there is a fault."""
        try:
            return lens.keep(self.rows).to_numpy(dtype=np.bool_)
        except AtlasError:
            return np.zeros(len(self.rows), dtype=np.bool_)

    def _by_default(self, choice: Choice) -> Mask:
        asked = [mask for key, mask in self.usual.items() if not choice.codes(key)]
        mask: Mask = np.logical_and.reduce([np.ones(len(self.rows), dtype=np.bool_), *asked])
        return mask


def read_sieve(layer: Layer, plan: str = "") -> Sieve:
    """Make a layer's sieve, as now known or as planned; raises AtlasError for bad data. Cached until a file changes."""
    keep = _sieve if layer.id in our_layers() else _sieve_of_own
    return keep(layer.id, plan, (*stamps(layer), *plan_stamps()), str(data_path()))


@lru_cache(maxsize=64)
def _sieve(layer_id: str, plan: str, _stamps: tuple[tuple[int, int], ...], _folder: str) -> Sieve:
    layer = find_layers()[layer_id]
    rows = seen_from(PLANS[plan], layer, read_rows(layer)) if plan else read_rows(layer)
    kinds, dates = _kinds(rows, "date")
    years = np.array([int(date[:4]) if date else 0 for (date,) in dates], dtype=np.int32)[kinds]
    known = rows[KNOWN].to_numpy(dtype=np.bool_) if plan else None
    facets = _facets(layer, rows)
    return Sieve(layer, rows, facets, years, _usual(layer, facets), known)


_sieve_of_own = lru_cache(maxsize=MOST_OWN)(_sieve.__wrapped__)


def _facets(layer: Layer, rows: gpd.GeoDataFrame) -> dict[str, Facet]:
    facets = {
        "region": Facet.read_kinds(*_kinds(rows, "iso_a3", "via", "region_id"), _regions),
        "country": Facet.read_kinds(*_kinds(rows, "iso_a3", "via"), _both),
        "field": Facet.read_kinds(*_kinds(rows, "field_id", "also_fields"), _both),
    }
    if layer.confidence_hides and any(rows["confidence"]):
        facets["confidence"] = Facet.read_kinds(*_kinds(rows, "confidence"), _codes)
    for field in dict.fromkeys((*layer.filters, *layer.colourings)):
        read = _codes if field.holds in (Holds.CODES, Holds.COUNTRIES) else _alone
        facets[f"{layer.id}.{field.id}"] = Facet.read_kinds(*_kinds(rows, field.id), read)
    return facets


def _usual(layer: Layer, facets: Mapping[str, Facet]) -> dict[str, Mask]:
    hidden = {key: hidden_by_default(layer, key) for key in facets}
    return {key: ~facets[key].any_of(codes) for key, codes in hidden.items() if codes}


def _kinds(rows: gpd.GeoDataFrame, *columns: str) -> tuple[NDArray[np.int64], list[tuple[str, ...]]]:
    """Number the rows by what they say in some columns, in the order of its coming; give what each number says."""
    first, *others = columns
    kinds, cells = pd.factorize(rows[first])
    said: list[tuple[str, ...]] = [(cell,) for cell in cells.tolist()]
    for column in others:
        numbers, cells = pd.factorize(rows[column])
        if len(cells) == 1:  # nearly always a blank: it tells no rows apart
            said = [(*cell, cells[0]) for cell in said]
            continue
        kinds, pairs = pd.factorize(kinds * len(cells) + numbers)
        said = [(*said[pair // len(cells)], cells[pair % len(cells)]) for pair in pairs.tolist()]
    return kinds, said


def _codes(cells: tuple[str, ...]) -> list[str]:
    return split(cells[0])


def _both(cells: tuple[str, ...]) -> list[str]:
    return split("|".join(cells))


def _alone(cells: tuple[str, ...]) -> list[str]:
    return [*filter(None, cells)]


def _regions(cells: tuple[str, ...]) -> list[str]:
    """A row is in a region when any of its countries is; one without countries is in its own."""
    *countries, own = cells
    found = [read_countries()[code].region_id for code in split("|".join(countries))]
    return found or split(own)


def hidden_by_default(layer: Layer, key: str) -> list[str]:
    """List the codes of a heading whose rows only show when they are asked for."""
    categories: tuple[Category, ...]
    if key == "confidence":
        categories = CONFIDENCE
    elif "." in key:
        categories = layer.field(key.partition(".")[2]).categories
    else:
        return []
    return [category.code for category in categories if not category.shown_by_default]
