"""The switches of the legend: which rows each category of a layer has, and what switching one does to the choice."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from layers.base import Field, Layer
from layers.registry import find_layers
from scene.choice import Choice
from scene.facet import Mask
from scene.sieve import Sieve, read_sieve
from scene.survey import readable


@dataclass(frozen=True, slots=True)
class Switch:
    """A category of the field that a layer is coloured by: its number there, and the rows it has or would have."""

    number: int
    code: str
    count: int
    is_on: bool


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """A layer's part of the legend: masks of the rows that show, and of those that a switch would bring."""

    layer: Layer
    is_on: bool
    on_map: Mask
    in_reach: Mask
    switches: tuple[Switch, ...]

    @property
    def shown(self) -> list[int]:
        """List the rows that show, by their position."""
        return _positions(self.on_map)

    @property
    def spare(self) -> list[int]:
        """List those that a switch would bring."""
        return _positions(self.in_reach & ~self.on_map)


def panels(choice: Choice) -> list[Panel]:
    """Give every readable layer's part of the legend, those of layers that are off included."""
    return [_panel(sieve, choice) for sieve in readable(find_layers(), choice.plan)]


def switch(choice: Choice, layer_id: str, code: str, *, on: bool) -> Choice:
    """Switch a category of a layer, or with code "" the layer; a layer whose last category goes off goes off itself."""
    layer = find_layers().get(layer_id)
    if layer is None:
        return choice
    if not code:
        return replace(choice, layers=choice.layers | {layer_id} if on else choice.layers - {layer_id})
    return _switch_category(choice, layer, code, on=on)


def _switch_category(choice: Choice, layer: Layer, code: str, *, on: bool) -> Choice:
    field, part = layer.field(choice.coloured_by(layer)), _part(layer, choice)
    codes = _codes_on(choice, field, part)
    codes = codes | {code} & set(field.codes) if on else codes - {code}
    changed = choice.narrowed(part, codes if codes != _by_default(choice, field) else frozenset())
    listed = {each.code for each in _panel(read_sieve(layer, choice.plan), choice).switches}
    return changed if codes & listed else switch(choice.narrowed(part, frozenset()), layer.id, "", on=False)


def _panel(sieve: Sieve, choice: Choice) -> Panel:
    layer, part = sieve.layer, _part(sieve.layer, choice)
    field = layer.field(choice.coloured_by(layer))
    within_reach = sieve.shown(choice.narrowed(part, frozenset(field.codes)))
    is_on = layer.id in choice.layers
    shown = sieve.shown(choice) & is_on
    counts = sieve.facets[part].counts(within_reach)
    codes = _codes_on(choice, field, part)
    switches = [Switch(number, code, counts[code], code in codes)
                for number, code in enumerate(field.codes) if counts.get(code)]
    return Panel(layer, is_on, shown, within_reach, tuple(switches))


def _part(layer: Layer, choice: Choice) -> str:
    return f"{layer.id}.{choice.coloured_by(layer)}"


def _codes_on(choice: Choice, field: Field, part: str) -> frozenset[str]:
    return choice.codes(part) or _by_default(choice, field)


def _by_default(choice: Choice, field: Field) -> frozenset[str]:
    shown = (category for category in field.categories if category.shown_by_default or choice.show_all)
    return frozenset(category.code for category in shown)


def _positions(mask: Mask) -> list[int]:
    found: list[int] = np.flatnonzero(mask).tolist()
    return found
