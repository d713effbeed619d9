"""The view that a short document tells, and that its map shows: one choice for both, so that they agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.conditions import CONDITION, conditions_of
from analysis.pen import whole
from geo.countries import read_countries, read_regions
from i18n import digest as words
from i18n.text import Text, listed
from scene.choice import DEFAULT_SIZE, USUAL_DECK, Choice, default_layers
from scene.remarks import PART_NAMES
from scene.scene import Scene

NAMED = 4
"""Places that a heading names; of more, the first ones, and it says that there are others."""


def told(choice: Choice) -> Choice:
    """Give what is told of a choice: its filters; its layers, or those of the desks' pages where it names none."""
    engaged = whole(choice)
    layers = engaged.layers if choice.layers == default_layers(choice.lens) else choice.layers
    return replace(engaged, layers=layers, view="", size=DEFAULT_SIZE, dpi=0, deck=USUAL_DECK)


def of_a_kind(choice: Choice, kind: str, code: str) -> Choice:
    """Narrow what is told to a field, a region or a country; a country lies in one region, so none narrows it."""
    view = told(choice).narrowed(kind, frozenset({code}))
    return replace(view, region=frozenset()) if kind == "country" else view


def mapped(scene: Scene, *, select: tuple[str, ...] = ()) -> Choice:
    """Give the view of the map: layers without rows left out, so that the legend is short; all stay when none has."""
    shown = frozenset(sheet.layer.id for sheet in scene.sheets if len(sheet.rows))
    return replace(scene.choice, layers=shown or scene.choice.layers, select=select)


def filters(choice: Choice, *, besides: str = "") -> Text:
    """Say what a view is narrowed to, the part that the title names left out; blank for nothing."""
    return words.BETWEEN.join(list(_filters(choice, besides)))


def with_filters(said: Text, choice: Choice, *, besides: str = "") -> Text:
    """Put what a view is narrowed to after what is said, where it is narrowed."""
    narrowed = filters(choice, besides=besides)
    return said + words.BETWEEN + words.FILTERS + narrowed if narrowed else said


def _filters(choice: Choice, besides: str) -> Iterator[Text]:
    places = {"region": {code: region.name for code, region in read_regions().items()},
              "country": {code: country.name for code, country in read_countries().items()}}
    for key, names in places.items():
        chosen = [name for code, name in names.items() if code in choice.codes(key)]
        if chosen and key != besides:
            yield CONDITION.format(name=PART_NAMES[key], codes=listed(chosen, NAMED))
    rest = replace(choice, country=frozenset())  # so that the region is not said twice
    yield from conditions_of(rest.narrowed(besides, frozenset()) if besides else rest)
