"""What is known of the country or item that is selected: facts, dates, confidence and sources to follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import streamlit as st

from analysis.pages import beside
from geo.countries import Country, read_countries, read_regions
from geo.tables import split
from i18n import words
from i18n.pages import COUNTRY_PAGE
from i18n.text import Text
from layers.base import Layer
from layers.plans import told
from layers.wording import Row, facts, look_of, name_of, sources
from scene.scene import Scene
from scene.survey import count_of_country, find_row, frame_of
from ui.comparison import show_chooser
from ui.cut import offer_cut
from ui.html import element, facts_list, sources_list
from ui.html import words as plain
from ui.report import show_report
from ui.state import current, put, said

MOST_TOLD = 50
"""Rows of a crowd that a country tells one by one."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one layer that a country has in one way, under their heading."""

    layer: Layer
    heading: Text
    rows: list[Row]
    count: int  # there may be more than are told


def show_facts(scene: Scene) -> None:
    """Draw the panel of what is selected; a sentence says what to do when nothing is."""
    st.html(element("h2", said(words.FACTS)))
    show_chooser(scene)
    if not scene.selected:
        st.html(_quiet(said(words.PICK)))
        return
    for selected in scene.selected:
        _show(selected, scene)
    st.button(said(words.CLOSE), key="close", on_click=lambda: put(replace(current(), select=())))


def _show(selected: str, scene: Scene) -> None:
    country = read_countries().get(selected)
    head, body = _country(country, scene) if country else _item(selected, scene)
    st.html(head)
    frame = frame_of(selected)
    if frame:
        st.button(said(words.ON_THE_MAP), key=f"frame:{selected}",
                  on_click=lambda: put(replace(current(), bbox=frame)))
    if country:
        st.button(said(COUNTRY_PAGE), key=f"page:{selected}",
                  on_click=lambda: put(beside(f"country:{selected}", current())))
    offer_cut(selected)
    st.html(body)
    show_report(selected, scene)


def _country(country: Country, scene: Scene) -> tuple[str, str]:
    """Give the head of a country's facts, and the facts."""
    about = [said(words.IN_REGION.format(region=read_regions()[country.region_id].name))]
    if country.capital and country.capital_at:  # no point means that Japan's position allows no capital mark
        about.append(said(words.CAPITAL.format(capital=country.capital)))
    groups = list(_groups(country, scene))
    body = "".join(map(_laid_out, groups)) or element("p", said(words.NOTHING_HERE))
    shown = sum(group.count for group in groups)
    head = element("h3", plain(said(country.name))) + _quiet(" / ".join(about))
    return head, body + _elsewhere(country, shown)


def _groups(country: Country, scene: Scene) -> Iterator[Group]:
    """Part each layer's rows of a country in its own and those that it has through a body."""
    for sheet in scene.sheets:
        for heading, column in ((sheet.layer.title, "iso_a3"), (sheet.layer.through, "via")):
            cells = enumerate(sheet.rows[column].tolist())
            of = [at for at, cell in cells if country.iso_a3 in cell and country.iso_a3 in split(cell)]
            if of:
                own = replace(sheet, rows=sheet.rows.iloc[of])
                yield Group(sheet.layer, heading, list(own.listed(MOST_TOLD).each_row()), len(of))


def _laid_out(group: Group) -> str:
    heading, more = element("h4", f"{plain(said(group.heading))} ({group.count})"), group.count - len(group.rows)
    rest = _quiet(said(words.TABLE_BEYOND.format(count=f"{more:,}"))) if more else ""
    return heading + "".join(_folded(group.layer, row, is_open=group.count == 1) for row in group.rows) + rest


def _folded(layer: Layer, row: Row, *, is_open: bool) -> str:
    lang = current().lang
    dated = f"{layer.date_means[lang]} {row['date']}" if layer.date_means and row["date"] else str(row["date"])
    beside = " / ".join(filter(None, (look_of(layer, row, lang), dated)))
    summary = element("summary", f"{plain(name_of(row, lang))} {_quiet(beside, 'span')}")
    return f"<details{' open' if is_open else ''}>{summary}{_body(layer, row)}</details>"


def _elsewhere(country: Country, shown: int) -> str:
    """Count what the country has besides, so that a filter never hides it silently."""
    beyond = count_of_country(country.iso_a3) - shown
    return _quiet(said(words.OUTSIDE.format(count=beyond))) if beyond else ""


def _item(selected: str, scene: Scene) -> tuple[str, str]:
    """Give the head of a row's facts, and the facts."""
    found = find_row(selected)
    if found is None:
        return "", ""
    layer, row = found
    shown = any(sheet.layer is layer and (sheet.rows["id"] == selected).any() for sheet in scene.sheets)
    head = element("p", plain(said(layer.title)), "atlas-label") + element("h3", plain(name_of(row, current().lang)))
    return head + ("" if shown else _quiet(said(words.HIDDEN_ROW))), _body(layer, row)


def _body(layer: Layer, row: Row) -> str:
    lang = current().lang
    known = [*facts(layer, row, lang), *told(layer, str(row["id"]), lang), (said(words.ROW_ID), str(row["id"]))]
    pale = _quiet(said(words.PALE_WHY)) if row["pale"] else ""
    note = _quiet(said(layer.note)) if layer.note else ""
    return facts_list(known) + pale + note + sources_list(said(words.SOURCES), sources(row, lang))


def _quiet(text: str, tag: str = "p") -> str:
    return element(tag, plain(text), "atlas-quiet")
