"""Cookies of a sign-in with hundreds of groups: what the atlas needs of them stays, and they fit into a connection."""

from __future__ import annotations

import json
from hashlib import sha256
from http.cookies import SimpleCookie

from streamlit.auth_util import get_cookie_with_chunks, set_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from serve.slim import Header, slimmed
from serve.tickets import Tickets
from tests.serve.test_tickets import OURS, PERSON

GROUPS = {"groups": [sha256(b"%d" % at).hexdigest() for at in range(700)]}
TOLD = PERSON | {"name": "山田 花子", "iat": 1, "nonce": "n", "provider": "default", "picture": "x" * 900}
OTHER = (b"location", b"/")


def brought(name: str, said: dict[str, object], secret: str = OURS.secret) -> list[Header]:
    """Write the headers that Streamlit would bring cookies by."""
    found = dict[str, bytes]()

    def sign(part: str, value: str) -> bytes:
        return create_signed_value(secret, part, value)

    set_cookie_with_chunks(lambda part, value: found.update({part: sign(part, value)}), sign, name, said,
                           cookie_attr_size=60)
    return [(b"set-cookie", part.encode() + b"=" + value + b"; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax")
            for part, value in found.items()]


def read(headers: list[Header]) -> tuple[dict[str, str], dict[str, object]]:
    """Give the cookies that headers bring, and what the ticket among them says."""
    cookies: SimpleCookie = SimpleCookie()
    for _, value in headers:
        cookies.load(value.decode())
    kept = {name: morsel.value for name, morsel in cookies.items()}
    ticket = get_cookie_with_chunks(lambda name: decode_signed_value(OURS.secret, name, kept[name]), USER_COOKIE_NAME)
    return kept, json.loads(ticket or b"{}")


def test_hundreds_of_groups_do_not_keep_a_person_out() -> None:
    large = brought(USER_COOKIE_NAME, TOLD | GROUPS)
    assert len(large) > 5
    cookies, said = read([value for value in slimmed([OTHER, *large], OURS.secret) if value != OTHER])
    assert [*cookies] == [USER_COOKIE_NAME]
    assert Tickets(OURS).hold(cookies)
    assert said == {name: value for name, value in TOLD.items() if name != "picture"}


def test_a_cookie_is_kept_as_long_and_as_closely_as_before_and_other_headers_stay() -> None:
    gone = (b"set-cookie", b'_streamlit_user_3=""; expires=x; Max-Age=0; Path=/; SameSite=lax')
    first, second, ticket = slimmed([OTHER, gone, *brought(USER_COOKIE_NAME, TOLD)], OURS.secret)
    assert (first, second) == (OTHER, gone)
    assert ticket[1].endswith(b"; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax")


def test_tokens_that_no_proxy_lets_through_are_left_out_and_short_ones_kept() -> None:
    ticket = brought(USER_COOKIE_NAME, TOLD)
    words = "".join(GROUPS["groups"])
    short, long = (brought(TOKENS_COOKIE_NAME, {"id_token": words[:size]}) for size in (900, 30_000))
    assert len(slimmed([*ticket, *short], OURS.secret)) == 2
    assert len(slimmed([*ticket, *long], OURS.secret)) == 1


def test_what_is_signed_by_nobody_we_know_stays_as_it_is() -> None:
    forged = [*brought(USER_COOKIE_NAME, TOLD, "another secret of the same length, about"), OTHER]
    assert slimmed(forged, OURS.secret) == forged
