"""The view that somebody asked for, kept for them while they sign in elsewhere: its query string and no more."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from starlette.requests import HTTPConnection

from i18n.text import Lang

COOKIE = "tenkai_view"
SECONDS = 30 * 60
LONGEST = 3000
"""Letters that a cookie has room for; the view is not kept when its query is longer."""


def cleaned(query: str) -> str:
    """Write a query anew, in letters that a cookie may hold; empty when it is too long.

    Whatever it says, it is only ever put behind a path of the atlas itself: it leads nowhere else.
    """
    written = urlencode(parse_qsl(query, keep_blank_values=True))
    return written if len(written) <= LONGEST else ""


def asked(query: str, cookies: Mapping[str, str]) -> str:
    """Give the view of a request: its own, else the one that was kept."""
    return cleaned(query) or cleaned(cookies.get(COOKIE, ""))


def of(request: HTTPConnection) -> str:
    """Give the view that a request asks for by its own query, else the one that was kept."""
    return asked(request.scope["query_string"].decode("latin-1"), request.cookies)


def at(path: str, query: str) -> str:
    """Put a view behind a path of the atlas."""
    return f"{path}?{query}" if query else path


def language(query: str) -> Lang:
    """Read the language of a view, as the page does."""
    return Lang.EN if dict(parse_qsl(query)).get("lang", "").lower() == Lang.EN else Lang.JA


def in_language(query: str, lang: Lang) -> str:
    """Give the same view in a language."""
    kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] != "lang"]
    return urlencode([*kept, ("lang", lang.value)])


def keep(query: str, root: str) -> str:
    """Write the cookie that keeps a view until somebody is back from the provider; an empty one ends it."""
    return f"{COOKIE}={query}; HttpOnly; Max-Age={SECONDS if query else 0}; Path={root}; SameSite=Lax"
