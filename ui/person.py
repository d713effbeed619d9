"""Who is signed in, where people sign in at all: the name, the way out, and nothing of the atlas for anyone else.

serve/gate.py lets nobody in without a ticket; here the same holds where the page is served by Streamlit alone.
"""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from i18n.signing import ASK, SIGN_IN, SIGN_OUT
from i18n.text import Lang
from ui.html import element, unmarked, words

NAMES = ("name", "preferred_username", "email", "sub")
"""Where a provider tells what to call a person, the best first."""
LONGEST = 60


def is_let_in(lang: Lang) -> bool:
    """Tell whether the page may be drawn; asks for a sign-in where it may not."""
    is_in = st.user.get("is_logged_in") is not False  # it says nothing where nobody has to sign in
    if not is_in:
        st.info(unmarked(ASK[lang]))
        st.button(unmarked(SIGN_IN[lang]), on_click=st.login, type="primary")
    return is_in


def is_signed_in() -> bool:
    """Tell whether this is the page of somebody who signed in."""
    return st.user.get("is_logged_in") is True


def show_person(lang: Lang) -> None:
    """Draw the name and the link that signs out."""
    if is_signed_in():
        out = f'<a href="auth/logout?{urlencode({"lang": lang.value})}" target="_self">{words(SIGN_OUT[lang])}</a>'
        name = words(_name())
        st.html(element("p", f'<span title="{name}">{name}</span>{out}', "atlas-person"), width="content")


def _name() -> str:
    """Give what the provider calls the person: data, in one line and not endless."""
    told = (" ".join(str(st.user.get(name) or "").split()) for name in NAMES)
    name = next(filter(None, told), "")
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
