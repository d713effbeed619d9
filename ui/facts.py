"""What is known of the country or item that is selected: facts, dates, confidence and sources to follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from geo.countries import Country, read_countries, read_regions
from i18n import words
from layers.base import Layer
from layers.registry import find_layers
from layers.wording import Row, facts, look_of, name_of, sources
from scene.scene import Scene
from scene.sieve import split
from scene.survey import find_row, readable
from ui.html import element, facts_list, sources_list
from ui.html import words as plain
from ui.state import current, put, said


def show_facts(scene: Scene) -> None:
    """Draw the panel of what is selected; a sentence says what to do when nothing is."""
    st.html(element("h2", said(words.FACTS)))
    if not scene.selected:
        st.html(element("p", said(words.PICK), "atlas-quiet"))
        return
    for selected in scene.selected:
        country = read_countries().get(selected)
        st.html(_country(country, scene) if country else _item(selected, scene))
    st.button(said(words.CLOSE), key="close", on_click=lambda: put(replace(current(), select=())))


def _country(country: Country, scene: Scene) -> str:
    region = read_regions()[country.region_id].name
    about = [said(words.IN_REGION.format(region=region))]
    if country.capital and country.capital_at:  # no point means that Japan's position allows no capital mark
        about.append(said(words.CAPITAL.format(capital=country.capital)))
    head = element("h3", plain(said(country.name))) + element("p", plain(" / ".join(about)), "atlas-quiet")
    groups = "".join(_groups(country, scene))
    return head + (groups or element("p", said(words.NOTHING_HERE))) + _elsewhere(country, scene)


def _groups(country: Country, scene: Scene) -> Iterator[str]:
    """Lay out each layer's rows of a country; what it has through a body is counted apart."""
    for sheet in scene.sheets:
        rows = list(sheet.each_row())
        own = [row for row in rows if country.iso_a3 in split(row["iso_a3"])]
        through = [row for row in rows if country.iso_a3 in split(row["via"])]
        for heading, found in ((sheet.layer.title, own), (words.THROUGH, through)):
            if found:
                title = element("h4", f"{plain(said(heading))} ({len(found)})")
                yield title + "".join(_folded(sheet.layer, row, is_open=len(found) == 1) for row in found)


def _folded(layer: Layer, row: Row, *, is_open: bool) -> str:
    lang = current().lang
    summary = element("summary", plain(name_of(row, lang)) + " " +
                      element("span", plain(" ".join(filter(None, (look_of(layer, row, lang), str(row["date"]))))),
                              "atlas-quiet"))
    return f"<details{' open' if is_open else ''}>{summary}{_body(layer, row)}</details>"


def _item(selected: str, scene: Scene) -> str:
    found = find_row(selected)
    if found is None:
        return ""
    layer, row = found
    shown = any(sheet.layer is layer and (sheet.rows["id"] == selected).any() for sheet in scene.sheets)
    head = element("p", plain(said(layer.title)), "atlas-label") + element("h3", plain(name_of(row, current().lang)))
    return head + ("" if shown else element("p", said(words.HIDDEN_ROW), "atlas-quiet")) + _body(layer, row)


def _body(layer: Layer, row: Row) -> str:
    lang = current().lang
    known = [*facts(layer, row, lang), (said(words.ROW_ID), str(row["id"]))]
    pale = element("p", said(words.PALE_WHY), "atlas-quiet") if row["pale"] else ""
    note = element("p", said(layer.note), "atlas-quiet") if layer.note else ""
    return facts_list(known) + pale + note + sources_list(said(words.SOURCES), sources(row, lang))


def _elsewhere(country: Country, scene: Scene) -> str:
    """Count what the country has besides, so that a filter never hides it silently."""
    every = sum(int(sieve.facets["country"].any_of([country.iso_a3]).sum()) for sieve in readable(find_layers()))
    shown = sum(_is_of(country, row) for sheet in scene.sheets for row in sheet.each_row())
    beyond = every - shown
    return element("p", plain(said(words.OUTSIDE.format(count=beyond))), "atlas-quiet") if beyond else ""


def _is_of(country: Country, row: Row) -> bool:
    return country.iso_a3 in split(f"{row['iso_a3']}|{row['via']}")
