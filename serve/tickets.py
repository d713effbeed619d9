"""Who is signed in: the cookie that Streamlit signs after a sign-in, looked at without Streamlit's page."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from hashlib import sha256

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from serve.provider import SignIn

DAY = 24 * 60 * 60


class Tickets:
    """The cookies of those who are in: signed by this secret, for this origin, not too old, not signed out since.

    Who signed out is known to this process alone; another one with the same secret forgets with the cookie.
    """

    def __init__(self, sign_in: SignIn, clock: Callable[[], float] = time.monotonic) -> None:
        self.sign_in, self.clock = sign_in, clock
        self.torn: dict[str, float] = {}

    def hold(self, cookies: Mapping[str, str]) -> bool:
        """Tell whether whoever sends these cookies is signed in."""
        ticket = self._read(cookies)
        return ticket is not None and _named(ticket) not in self.torn and self._is_ours(ticket)

    def tear(self, cookies: Mapping[str, str]) -> None:
        """Take a ticket back at once, for every page of that browser; those that are too old anyway are forgotten."""
        now, ticket = self.clock(), self._read(cookies)
        if ticket is not None:
            kept = {name: when for name, when in self.torn.items() if now - when < self.sign_in.seconds}
            self.torn = kept | {_named(ticket): now}

    def _read(self, cookies: Mapping[str, str]) -> bytes | None:
        """Give what Streamlit signed, from one cookie or from several; None where a signature or the age is wrong."""
        def signed(name: str) -> bytes | None:
            return decode_signed_value(self.sign_in.secret, name, cookies.get(name, ""), self.sign_in.seconds / DAY)

        return get_cookie_with_chunks(signed, USER_COOKIE_NAME)

    def _is_ours(self, ticket: bytes) -> bool:
        try:
            said = json.loads(ticket)
        except ValueError:
            return False
        return isinstance(said, dict) and (said.get("is_logged_in"), said.get("origin")) == (True, self.sign_in.origin)


def _named(ticket: bytes) -> str:
    return sha256(ticket).hexdigest()
