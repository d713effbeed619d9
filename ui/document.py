"""The document around the page: its language, links past the controls and Streamlit's own words; see static/page.js."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from html import escape

import streamlit as st

from geo.files import ROOT
from i18n import words
from i18n.borrowed import BORROWED
from i18n.text import Lang

SCRIPT = "static/page.js"
TABLE = "table"
"""The id of the table's heading, where a link past the controls leads."""


def show_document(lang: Lang) -> None:
    """Let the document speak the language; the script runs again only when what it says changes."""
    said = escape(json.dumps(_said(lang), ensure_ascii=False, separators=(",", ":")), quote=True)
    st.html(f'<script src="app/{SCRIPT}?{_hash()}" data-say="{said}"></script>', unsafe_allow_javascript=True)


def _said(lang: Lang) -> dict[str, object]:
    """Give what the script says: Streamlit's phrases with ours, and the links in the order of the page."""
    other = Lang.EN if lang == Lang.JA else Lang.JA
    targets = [["map", words.TO_MAP[lang]], [TABLE, words.TO_TABLE[lang]]]
    return {
        "lang": lang.value,
        "phrases": [[phrase[other], phrase[lang]] for phrase in BORROWED],
        "links": {"label": words.LINKS_PAST[lang], "targets": targets},
        "map": words.MAP[lang],
    }


@cache
def _hash() -> str:
    """Name the script's content, so that no browser keeps an older one."""
    return hashlib.sha256((ROOT / SCRIPT).read_bytes()).hexdigest()[:12]
