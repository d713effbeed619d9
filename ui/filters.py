"""The side bar: layers, filters, and how many rows stand behind each choice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from geo.countries import read_countries, read_regions
from i18n import words
from i18n.text import Text
from layers.base import Category
from layers.common import CONFIDENCE, fields_of_the_plan
from layers.lenses import LENSES
from layers.registry import find_layers
from scene.choice import Choice
from scene.scene import Scene
from scene.survey import layer_counts, years_on_offer
from ui.counted import choose
from ui.state import changer, hold, said


def show_filters(scene: Scene) -> None:
    """Draw the side bar."""
    with st.sidebar:
        _layers(scene.choice)
        st.subheader(said(words.FILTERS))
        _places()
        choose("field", words.FIELD, fields_of_the_plan())
        _years(scene.choice)
        _own_filters(scene)
        choose("confidence", words.CONFIDENCE, CONFIDENCE)
        _question(scene.choice)
        _show_all(scene)


def _layers(choice: Choice) -> None:
    st.subheader(said(words.LAYERS))
    found = layer_counts(choice)
    for layer in find_layers().values():
        key = hold(f"layer:{layer.id}", layer.id in choice.layers)
        label = f"{said(layer.title)} ({found.get(layer.id, 0)})"
        st.checkbox(label, key=key, on_change=changer(key, partial(_switch, layer.id)))


def _switch(layer_id: str, choice: Choice, on: object) -> Choice:
    return replace(choice, layers=choice.layers | {layer_id} if on else choice.layers - {layer_id})


def _places() -> None:
    regions = [Category(region.region_id, region.name) for region in read_regions().values()]
    choose("region", words.REGION, regions)
    countries = [Category(country.iso_a3, country.name) for country in read_countries().values()]
    choose("country", words.COUNTRY, countries, both_languages=True)


def _years(choice: Choice) -> None:
    first, last = years_on_offer()

    def narrow(choice: Choice, years: Any) -> Choice:
        return replace(choice, year=None if tuple(years) == (first, last) else tuple(years))

    within = tuple(min(max(year, first), last) for year in choice.year or (first, last))
    key = hold("years", within)
    st.slider(said(words.YEARS), first, last, key=key, help=said(words.YEARS_HELP), on_change=changer(key, narrow))


def _own_filters(scene: Scene) -> None:
    for sheet in scene.sheets:
        with st.expander(said(words.OWN_FILTERS.format(layer=sheet.layer.title))):
            for field in sheet.layer.filters:
                choose(f"{sheet.layer.id}.{field.id}", field.label, field.categories)


def _question(choice: Choice) -> None:
    titles: dict[str, Text] = {"": words.NO_QUESTION} | {lens.id: lens.title for lens in LENSES.values()}
    key = hold("lens", choice.lens)
    st.selectbox(said(words.QUESTION), list(titles), key=key, format_func=lambda code: said(titles[code]),
                 on_change=changer(key, lambda choice, lens: replace(choice, lens=str(lens))))


def _show_all(scene: Scene) -> None:
    key = hold("show_all", scene.choice.show_all)
    st.checkbox(said(words.SHOW_ALL.format(count=scene.beyond)), key=key,
                on_change=changer(key, lambda choice, on: replace(choice, show_all=bool(on))))
