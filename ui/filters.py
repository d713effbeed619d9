"""The side bar: layers, filters, and how many rows stand behind each choice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from geo.countries import read_countries, read_regions
from i18n import words
from i18n.text import Text
from layers.base import Category, Layer
from layers.common import CONFIDENCE, fields_of_the_plan
from layers.lenses import LENSES
from layers.plans import PLANS
from layers.registry import find_layers
from scene.choice import Choice
from scene.scene import Scene
from scene.survey import countries_on_offer, layer_counts, years_on_offer
from scene.switches import switch
from ui.counted import choose
from ui.folded import show_expander
from ui.html import element, unmarked
from ui.own import show_own
from ui.state import changer, current, hold, said


def show_filters(scene: Scene) -> None:
    """Draw the side bar."""
    with st.sidebar:
        _layers(scene.choice)
        _colours(scene)
        st.html(element("h2", said(words.FILTERS)))
        _places()
        choose("field", words.FIELD, fields_of_the_plan())
        _years(scene.choice)
        _plan(scene.choice)
        _own_filters(scene)
        choose("confidence", words.CONFIDENCE, CONFIDENCE)
        _question(scene.choice)
        _show_all(scene)


def _layers(choice: Choice) -> None:
    st.html(element("h2", said(words.LAYERS)))
    found = layer_counts(choice)
    for layer in find_layers().values():
        key = hold(f"layer:{layer.id}", layer.id in choice.layers)
        rows = f"{found[layer.id]:,}" if layer.id in found else said(words.NOT_READ)
        label = f"{said(layer.title)} ({rows})"
        st.checkbox(unmarked(label), key=key, on_change=changer(key, partial(_switch_layer, layer.id)))
    show_own()


def _switch_layer(layer_id: str, choice: Choice, on: object) -> Choice:
    return switch(choice, layer_id, "", on=bool(on))


def _colours(scene: Scene) -> None:
    """Offer what a layer can be coloured by, where there is more than one field."""
    for sheet in scene.sheets:
        labels = {field.id: field.label for field in sheet.layer.colourings}
        if len(labels) > 1:
            key = hold(f"colour:{sheet.layer.id}", sheet.coloured_by)
            st.selectbox(unmarked(said(words.COLOUR_BY.format(layer=sheet.layer.title))), list(labels), key=key,
                         format_func={field_id: said(label) for field_id, label in labels.items()}.__getitem__,
                         on_change=changer(key, partial(_paint, sheet.layer)))


def _paint(layer: Layer, choice: Choice, field_id: object) -> Choice:
    return choice.coloured(layer, str(field_id))


def _places() -> None:
    regions = [Category(region.region_id, region.name) for region in read_regions().values()]
    choose("region", words.REGION, regions)
    offered = countries_on_offer() | current().country
    countries = [Category(each.iso_a3, each.name) for each in read_countries().values() if each.iso_a3 in offered]
    choose("country", words.COUNTRY, countries, both_languages=True)


def _years(choice: Choice) -> None:
    first, last = years_on_offer()

    def narrow(choice: Choice, years: Any) -> Choice:
        return replace(choice, year=None if tuple(years) == (first, last) else tuple(years))

    within = tuple(min(max(year, first), last) for year in choice.year or (first, last))
    key = hold("years", within)
    st.slider(said(words.YEARS), first, last, key=key, help=said(words.YEARS_HELP), on_change=changer(key, narrow))


def _plan(choice: Choice) -> None:
    titles: dict[str, Text] = {"": words.AS_KNOWN_NOW} | {plan.id: plan.title for plan in PLANS.values()}
    key = hold("plan", choice.plan)
    st.selectbox(said(words.SEEN_FROM), list(titles), key=key, format_func=lambda code: said(titles[code]),
                 on_change=changer(key, lambda choice, plan: replace(choice, plan=str(plan))))
    if choice.plan:
        st.caption(said(PLANS[choice.plan].method))


def _own_filters(scene: Scene) -> None:
    for sheet in scene.sheets:
        show_expander(words.OWN_FILTERS.format(layer=sheet.layer.title), f"own:{sheet.layer.id}",
                      partial(_of_layer, sheet.layer))


def _of_layer(layer: Layer) -> None:
    for field in layer.filters:
        choose(f"{layer.id}.{field.id}", field.label, field.categories)


def _question(choice: Choice) -> None:
    titles: dict[str, Text] = {"": words.NO_QUESTION} | {lens.id: lens.title for lens in LENSES.values()}
    key = hold("lens", choice.lens)
    st.selectbox(said(words.QUESTION), list(titles), key=key, format_func=lambda code: said(titles[code]),
                 on_change=changer(key, lambda choice, lens: choice.asked(str(lens))))
    if choice.lens:
        st.caption(said(LENSES[choice.lens].method))


def _show_all(scene: Scene) -> None:
    key = hold("show_all", scene.choice.show_all)
    st.checkbox(unmarked(said(words.SHOW_ALL.format(count=scene.beyond))), key=key,
                on_change=changer(key, lambda choice, on: replace(choice, show_all=bool(on))))
