"""What a view is narrowed to, in words: each part with the codes chosen."""

from __future__ import annotations

from collections.abc import Iterator

from geo.countries import read_regions
from i18n.text import LISTED, Text
from i18n.words import OF_PART
from layers.common import CONFIDENCE, fields_of_the_plan
from layers.lenses import LENSES
from layers.plans import PLANS
from layers.registry import find_layers
from scene.choice import Choice
from scene.remarks import PART_NAMES

CONDITION = Text("{name}={codes}", "{name}: {codes}")
SHOW_ALL = Text("既定で表示しないものも含む", "Rows hidden by default are included")


def conditions_of(choice: Choice) -> Iterator[Text]:
    """Say what the rows are narrowed to besides places, which a title names."""
    if choice.country and choice.region:  # the title names the country alone
        regions = [region.name for code, region in read_regions().items() if code in choice.region]
        yield CONDITION.format(name=PART_NAMES["region"], codes=LISTED.join(regions))
    names = {"field": fields_of_the_plan(), "confidence": CONFIDENCE}
    for key, categories in names.items():
        chosen = [category.label for category in categories if category.code in choice.codes(key)]
        if chosen:
            yield CONDITION.format(name=PART_NAMES[key], codes=LISTED.join(chosen))
    for key, codes in sorted(choice.own):
        layer_id, _, name = key.partition(".")
        if layer_id in choice.layers:
            layer = find_layers()[layer_id]
            field = layer.field(name)
            chosen = [category.label for category in field.categories if category.code in codes]
            whose = OF_PART.format(layer=layer.title, name=field.label)
            yield CONDITION.format(name=whose, codes=LISTED.join(chosen))
    if choice.year:
        years = "-".join(map(str, dict.fromkeys(choice.year)))
        yield CONDITION.format(name=PART_NAMES["year"], codes=years)
    if choice.plan:
        yield PLANS[choice.plan].title
    if choice.lens:
        yield LENSES[choice.lens].title
    if choice.show_all:
        yield SHOW_ALL
