"""The way to the pages that stand beside the map: those of which there is one, and one for each place and field."""

from __future__ import annotations

import streamlit as st

from analysis.pages import beside
from geo.countries import COUNTRIES, read_countries, read_regions
from geo.files import kept
from geo.regions import REGIONS
from i18n import pages as words
from i18n.text import Lang, Text
from layers.common import fields_of_the_plan
from scene.choice import Choice
from scene.pages import CHANGES, SINGLE
from ui.html import unmarked
from ui.state import current, hold, put, said


def show_pages(choice: Choice) -> None:
    """Draw the two lists of pages in a row; one of them names the page that is open."""
    name = CHANGES if choice.view.startswith(CHANGES) else choice.view
    with st.container(horizontal=True, vertical_alignment="center", key="pages"):
        titles = dict(zip(("", *SINGLE), words.TITLES, strict=True))
        key = hold("page_one", name if name in titles else None)
        st.segmented_control(said(words.PAGES), list(titles), key=key, label_visibility="collapsed", width="content",
                             format_func=lambda code: unmarked(said(titles[code])), on_change=lambda: open_page(key))
        _of_each(name)


def _of_each(name: str) -> None:
    """Offer the page of each region, field and country; typed letters find one in either language."""
    names = _names(current().lang)
    key = hold("page_of", name if name in names else None)
    st.selectbox(said(words.PAGE_OF), list(names), key=key, format_func=names.__getitem__, width=250,
                 placeholder=said(words.PAGE_OF), label_visibility="collapsed", on_change=lambda: open_page(key))


def open_page(key: str) -> None:
    """Open the page that a widget names; none of them closes the one that is open."""
    name = str(st.session_state[key] or "")
    if name != current().view:
        put(beside(name, current()))


@kept(COUNTRIES, REGIONS, "fields.csv")
def _names(lang: Lang) -> dict[str, str]:
    """Name the pages of regions, fields and countries in a language, with the name in the other behind it."""
    named = {
        "region": {region.region_id: region.name for region in read_regions().values()},
        "field": {category.code: category.label for category in fields_of_the_plan()},
        "country": {country.iso_a3: country.name for country in read_countries().values()},
    }
    return {f"{kind}:{code}": words.KINDS[kind].format(name=_both(name))[lang]
            for kind, names in named.items() for code, name in names.items()}


def _both(name: Text) -> Text:
    return name if name.ja == name.en else words.BOTH.format(name=name, other=Text(name.en, name.ja))
