"""A multi-select whose choices carry counts.

Streamlit sends back the labels, not the codes, and the counts in them change with every run; so a label that is no
longer on offer is read by its words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from i18n import words
from i18n.text import Lang, Text
from layers.base import Category
from scene.choice import Choice
from scene.survey import counts
from ui.html import unmarked
from ui.state import changer, current, hold, said

COUNT = re.compile(r"\s\(\d[\d,]*\)$")


def choose(part: str, label: Text, categories: Iterable[Category], *, both_languages: bool = False) -> None:
    """Offer the categories of one part of the choice with their counts, those without rows last."""
    choice = current()
    found, on = counts(choice, part), choice.codes(part)
    names = {category.code: _name(category, choice.lang, both_languages) for category in categories}
    offered = sorted(names, key=lambda code: found.get(code, 0) == 0)
    labels = {code: f"{names[code]} ({found.get(code, 0):,})" for code in offered}
    chosen = [code for code in offered if code in on]
    codes = {label: code for code, label in names.items()}

    def narrow(choice: Choice, values: Any) -> Choice:
        return choice.narrowed(part, frozenset(read_code(value, codes) for value in values))

    key = hold(f"filter:{part}", chosen)
    st.multiselect(unmarked(said(label)), offered, key=key, format_func=labels.__getitem__,
                   placeholder=said(words.TYPE_TO_SEARCH if both_languages else words.ANY),
                   on_change=changer(key, narrow))


def read_code(value: str, codes: Mapping[str, str]) -> str:
    """Read a code, or a label of an earlier run, as a code."""
    return codes.get(COUNT.sub("", value), value)


def _name(category: Category, lang: Lang, both_languages: bool) -> str:
    """Word a choice; where both languages are given, a search finds it in either."""
    own, other = category.label[lang], category.label[Lang.EN if lang == Lang.JA else Lang.JA]
    return f"{own} / {other}" if both_languages and own != other else own
