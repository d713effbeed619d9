"""The last boundary before a person: whatever goes wrong is told in one sentence on the page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from i18n import words
from i18n.errors import AtlasError
from i18n.text import Lang
from ui.html import unmarked


@contextmanager
def one_sentence(lang: Lang) -> Iterator[None]:
    """Let what goes wrong in this block become a sentence, never a traceback on the screen."""
    try:
        yield
    except AtlasError as error:
        st.error(unmarked(error.text[lang]))
    except Exception:
        logging.getLogger("atlas").exception("The page could not be drawn")
        st.error(words.UNEXPECTED[lang])
