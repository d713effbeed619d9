"""The line above the map: how many rows show, the filters that are on as chips that lift them, the presets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import streamlit as st

from geo.countries import read_countries, read_regions
from i18n import words
from i18n.text import LISTED, Text, same
from layers.common import CONFIDENCE, fields_of_the_plan
from layers.lenses import LENSES
from layers.plans import PLANS
from layers.registry import find_layers
from scene.choice import Choice
from scene.scene import Scene
from ui.html import unmarked
from ui.presets import show_presets
from ui.state import current, put, said


def show_chips(scene: Scene) -> None:
    """Draw the chips and the count; the line keeps its place when no filter is on."""
    with st.container(horizontal=True, vertical_alignment="center", key="chips"):
        shown = said(words.SHOWN.format(count=scene.count))
        st.markdown(f"**{unmarked(shown)}**{unmarked(_hidden(scene))}", width="content")
        for number, (label, lifted) in enumerate((*_chips(scene.choice), *_cut(scene))):
            st.button(f"{unmarked(said(label))}  ×", key=f"chip:{number}", help=said(words.LIFT),
                      on_click=put, args=(lifted,))
        if scene.choice.is_narrowed():
            st.button(said(words.CLEAR), key="clear", type="tertiary", on_click=lambda: put(current().widened()))
        show_presets()


def _hidden(scene: Scene) -> str:
    return said(words.HIDDEN.format(count=scene.hidden)) if scene.hidden else ""


def _chips(choice: Choice) -> Iterator[tuple[Text, Choice]]:
    """Pair each filter that is on with the choice that lifts it."""
    for part, label, names in _coded_parts(choice):
        chosen = choice.codes(part)
        if chosen:
            value = LISTED.join([names.get(code, same(code)) for code in sorted(chosen)])
            yield words.CHIP.format(part=label, value=value), choice.narrowed(part, frozenset())
    if choice.year:
        years = "–".join(map(str, dict.fromkeys(choice.year)))
        yield words.CHIP.format(part=words.YEARS, value=years), replace(choice, year=None)
    if choice.plan:
        yield PLANS[choice.plan].title, replace(choice, plan="")
    if choice.lens:
        yield LENSES[choice.lens].title, replace(choice, lens="")


def _cut(scene: Scene) -> Iterator[tuple[Text, Choice]]:
    if scene.cut:
        yield scene.cut.title, replace(scene.choice, cut=())


def _coded_parts(choice: Choice) -> Iterator[tuple[str, Text, Mapping[str, Text]]]:
    yield "region", words.REGION, {region.region_id: region.name for region in read_regions().values()}
    yield "country", words.COUNTRY, {country.iso_a3: country.name for country in read_countries().values()}
    yield "field", words.FIELD, {category.code: category.label for category in fields_of_the_plan()}
    yield "confidence", words.CONFIDENCE, {category.code: category.label for category in CONFIDENCE}
    for part, _codes in sorted(choice.own):
        layer_id, _, name = part.partition(".")
        layer = find_layers()[layer_id]
        field = layer.field(name)
        label = words.OF_PART.format(layer=layer.title, name=field.label)
        yield part, label, {category.code: category.label for category in field.categories}
