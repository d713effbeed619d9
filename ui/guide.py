"""The guide for a first visit and the glossary: closed until asked for, and sent only then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from i18n import words
from i18n.guide import KEYS, STEPS
from i18n.text import Lang
from layers.glossary import Term, read_terms
from ui.folded import show_popover
from ui.html import element, facts_list, link
from ui.html import words as plain


def show_guide(lang: Lang) -> None:
    """Draw the two buttons; what they open is made when they are open."""
    for label, key, write in ((words.GUIDE, "guide", _guide), (words.GLOSSARY, "glossary", _glossary)):
        show_popover(label, key, partial(_show, write, lang), quiet=True)


def _show(write: Callable[[Lang], str], lang: Lang) -> None:
    st.html(write(lang))


def _guide(lang: Lang) -> str:
    steps = "".join(element("li", plain(step[lang])) for step in STEPS)
    keys = facts_list([(key, does[lang]) for key, does in KEYS])
    heading = element("h3", plain(words.KEYS[lang]))
    return element("h2", plain(words.GUIDE[lang])) + element("ol", steps) + heading + keys


def _glossary(lang: Lang) -> str:
    terms = "".join(_term(term, lang) for term in read_terms())
    return element("h2", plain(words.GLOSSARY[lang])) + element("dl", terms, "atlas-terms")


def _term(term: Term, lang: Lang) -> str:
    where = "".join(element("div", link(source), "atlas-quiet") for source in term.sources(lang))
    return element("dt", plain(term.name[lang])) + element("dd", plain(term.meaning[lang]) + where)
