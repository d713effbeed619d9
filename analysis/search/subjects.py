"""What can be asked for besides places: fields of the plan, layers, the codes of their filters, lenses."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from analysis.search.entry import Entry, Kind
from analysis.search.fold import name_all
from geo.tables import read_things, split
from i18n.search import FILTER_OF, FIRST_ROWS
from i18n.text import Text
from layers.base import Category, Field, Layer
from layers.common import fields_of_the_plan
from layers.lenses import LENSES
from layers.registry import our_layers
from scene.choice import Choice
from scene.survey import readable


def field_entries() -> Iterator[Entry]:
    """Go through the fields of the plan; their keywords find them as well."""
    short = {category.code: category.label for category in fields_of_the_plan()}
    for row in read_things("fields.csv", dict):
        code, title = row["field_id"], Text(row["name_ja"], row["name_en"])
        alone = frozenset({code})
        keywords = (*split(row["keywords_ja"]), *split(row["keywords_en"]))
        yield Entry(Kind.FIELD, code, short[code], title, Choice(field=alone),
                    name_all(title.ja, title.en, short[code].ja, short[code].en),
                    more=name_all(*keywords), asks=(("field", alone),))


def layer_entries() -> Iterator[Entry]:
    """Go through the layers."""
    for layer in our_layers().values():
        alone = frozenset({layer.id})
        yield Entry(Kind.LAYER, layer.id, layer.title, FIRST_ROWS.format(source=layer.source), Choice(layers=alone),
                    name_all(layer.title.ja, layer.title.en, layer.id), asks=(("layers", alone),))


def filter_entries() -> Iterator[Entry]:
    """Go through the codes of every layer's own filters that some row carries."""
    for sieve in readable(our_layers()):
        for field in sieve.layer.filters:
            key = f"{sieve.layer.id}.{field.id}"
            facet = sieve.facets[key]
            counts = facet.counts(np.ones(facet.count, dtype=np.bool_))
            for category in field.categories:
                if counts.get(category.code):
                    yield _filter(sieve.layer, field, category, counts[category.code])


def lens_entries() -> Iterator[Entry]:
    """Go through the named questions."""
    for lens in LENSES.values():
        title = our_layers()[lens.layer].title
        choice = Choice(layers=frozenset({lens.layer}), lens=lens.id)
        asks = (("lens", frozenset({lens.id})), ("layers", choice.layers))
        yield Entry(Kind.LENS, lens.id, lens.title, title, choice, name_all(lens.title.ja, lens.title.en), asks=asks)


def _filter(layer: Layer, field: Field, category: Category, count: int) -> Entry:
    key, alone = f"{layer.id}.{field.id}", frozenset({category.code})
    choice = Choice(layers=frozenset({layer.id})).narrowed(key, alone)
    return Entry(Kind.FILTER, f"{key}={category.code}", category.label,
                 FILTER_OF.format(layer=layer.title, field=field.label), choice,
                 name_all(category.label.ja, category.label.en), weight=count,
                 asks=((key, alone), ("layers", choice.layers)))
