"""The cookies of a sign-in without what nobody needs of them: a provider may tell of hundreds of groups.

A browser keeps 4 KB a cookie, and a connection takes 8 KB of headers: with all that is told, people could not come in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from http.cookies import SimpleCookie
from typing import Final

from streamlit.auth_util import get_cookie_with_chunks, set_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

Header = tuple[bytes, bytes]
OF_STREAMLIT: Final = ("is_logged_in", "origin", "provider")
OF_THIS_TIME: Final = ("iat", "nonce", "sid")
"""What tells one sign-in of a person from the next: the first, signed out, must not shut the second out."""
OF_A_PERSON: Final = ("name", "preferred_username", "email", "sub")
"""What the page calls a person by (ui/person.py)."""
LONGEST_CLAIM: Final = 300
MOST_OF_TOKENS: Final = 12_000
"""Bytes that proxies let through; without its tokens a provider may ask whether somebody means to sign out."""


def slimmed(headers: Sequence[Header], secret: str) -> list[Header]:
    """Write the cookies of a new sign-in with what is needed alone; other headers stay as they are."""
    tickets = [header for header in headers if _brings(header, USER_COOKIE_NAME)]
    told = _read(tickets, secret)
    if told is None:
        return list(headers)
    tokens = [header for header in headers if _brings(header, TOKENS_COOKIE_NAME)]
    is_long = sum(len(value) for _, value in tokens) > MOST_OF_TOKENS
    dropped = [*tickets, *tokens] if is_long else tickets
    named: tuple[str, ...] = (*OF_STREAMLIT, *OF_THIS_TIME, *OF_A_PERSON)
    kept = {name: _short(told[name]) for name in named if name in told}
    return [*(header for header in headers if header not in dropped), *_written(kept, secret, tickets[0])]


def _brings(header: Header, cookie: str) -> bool:
    """Tell whether a header brings a cookie, or a part of one; not one that takes it away."""
    name, value = header
    own, _, rest = value.decode("latin-1").partition("=")
    part = own.removeprefix(cookie).removeprefix("_")
    return name.lower() == b"set-cookie" and own.startswith(cookie) and (not part or part.isdecimal()) \
        and not rest.startswith(('""', ";"))


def _read(headers: Sequence[Header], secret: str) -> dict[str, object] | None:
    cookies: SimpleCookie = SimpleCookie()
    for _, value in headers:
        cookies.load(value.decode("latin-1"))

    def signed(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies[name].value) if name in cookies else None

    ticket = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    told = json.loads(ticket) if ticket else None
    return told if isinstance(told, dict) else None


def _short(claim: object) -> object:
    return claim[:LONGEST_CLAIM] if isinstance(claim, str) else claim


def _written(said: dict[str, object], secret: str, like: Header) -> Iterator[Header]:
    """Sign what is kept, under the same conditions as the cookie that it stands for."""
    conditions = like[1].partition(b";")[2]
    written = dict[str, bytes]()

    def sign(name: str, value: str) -> bytes:
        return create_signed_value(secret, name, value)

    set_cookie_with_chunks(lambda name, value: written.update({name: sign(name, value)}), sign, USER_COOKIE_NAME, said,
                           cookie_attr_size=len(conditions))
    for name, value in written.items():
        yield like[0], b"%s=%s;%s" % (name.encode(), value, conditions)
