from __future__ import annotations

import json
import time

import pytest
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from serve.provider import SignIn
from serve.tickets import Tickets

OURS = SignIn("c" * 40, "https://atlas.example", 3600)
PERSON = {"sub": "7", "is_logged_in": True, "origin": OURS.origin}


def cookies(said: dict[str, object], secret: str = OURS.secret) -> dict[str, str]:
    """Sign what Streamlit would put into its cookies, as it does."""
    found: dict[str, str] = {}

    def sign(name: str, value: str) -> bytes:
        return create_signed_value(secret, name, value)

    set_cookie_with_chunks(lambda name, value: found.update({name: sign(name, value).decode()}), sign,
                           USER_COOKIE_NAME, said, cookie_attr_size=60)
    return found


def test_whoever_holds_a_ticket_is_in_at_every_process_with_the_same_secret() -> None:
    assert Tickets(OURS).hold(cookies(PERSON))
    assert Tickets(OURS).hold(cookies(PERSON))


def test_a_ticket_may_be_larger_than_one_cookie() -> None:
    large = cookies(PERSON | {"groups": [f"{at:x}{hash(at * 7919):x}" for at in range(900)]})
    assert len(large) > 2
    assert Tickets(OURS).hold(large)
    large.pop(max(large))
    assert not Tickets(OURS).hold(large)


@pytest.mark.parametrize("wrong", [
    {}, {USER_COOKIE_NAME: ""}, {USER_COOKIE_NAME: "x.y.z"}, {USER_COOKIE_NAME: json.dumps(PERSON)},
    cookies(PERSON, "another secret of the same length, about"),
    cookies(PERSON | {"origin": "https://elsewhere.example"}), cookies(PERSON | {"is_logged_in": False}),
    cookies({"sub": "7"}), {USER_COOKIE_NAME: create_signed_value(OURS.secret, USER_COOKIE_NAME, "[]").decode()},
    {USER_COOKIE_NAME: create_signed_value(OURS.secret, USER_COOKIE_NAME, "no JSON").decode()},
    {USER_COOKIE_NAME: create_signed_value(OURS.secret, "_streamlit_xsrf", json.dumps(PERSON)).decode()},
])
def test_nothing_else_lets_anyone_in(wrong: dict[str, str]) -> None:
    assert not Tickets(OURS).hold(wrong)


def test_a_letter_that_was_changed_shuts_the_gate() -> None:
    (name, value), = cookies(PERSON).items()
    for at in range(0, len(value), 7):
        assert not Tickets(OURS).hold({name: value[:at] + ("A" if value[at] != "A" else "B") + value[at + 1:]})


def test_a_ticket_holds_for_its_hours_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    ticket, now = cookies(PERSON), time.time()
    monkeypatch.setattr(time, "time", lambda: now + OURS.seconds - 5)
    assert Tickets(OURS).hold(ticket)
    monkeypatch.setattr(time, "time", lambda: now + OURS.seconds + 5)
    assert not Tickets(OURS).hold(ticket)


def test_who_signed_out_is_out_and_who_signs_in_again_is_in() -> None:
    tickets, first = Tickets(OURS), cookies(PERSON | {"nonce": "1"})
    tickets.tear(first)
    assert not tickets.hold(first)
    assert tickets.hold(cookies(PERSON | {"nonce": "2"}))


def test_what_was_torn_is_forgotten_once_it_is_too_old_anyway() -> None:
    now = [0.0]
    tickets = Tickets(OURS, clock=lambda: now[0])
    tickets.tear(cookies(PERSON | {"nonce": "1"}))
    now[0] = OURS.seconds + 1.0
    tickets.tear(cookies(PERSON | {"nonce": "2"}))
    tickets.tear({})
    assert len(tickets.torn) == 1
