"""An OpenID provider of our own: real discovery, keys, codes, PKCE and signed tokens, which a test may spoil."""

from __future__ import annotations

import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.browser.offline import READY_SECONDS, free_port

CLIENT, PASSWORD = "tenkai-atlas", "a-password-between-two-servers"
DISCOVERY = "/.well-known/openid-configuration"


@dataclass
class Provider:
    """One provider with one person; `claims` are put over what it would say, `key` is what it signs with.

    `answer` is an error that it gives instead of a code; where it `is_down` it says nothing of itself.
    """

    port: int
    name: str = "山田 花子"
    claims: dict[str, Any] = field(default_factory=dict)
    published: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1"}))
    key: RSAKey | None = None
    answer: str = ""
    is_down: bool = False
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    signed_out: list[dict[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def forget(self) -> None:
        """Be as at first."""
        self.claims, self.key, self.answer, self.name, self.is_down = {}, None, "", Provider.name, False

    def discover(self, _request: Request) -> Response:
        if self.is_down:
            return Response(status_code=503)
        paths = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys",
                 "end_session_endpoint": "end"}
        return JSONResponse({name: f"{self.address}/{path}" for name, path in paths.items()} | {
            "issuer": self.address, "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
        })

    def keys(self, _request: Request) -> Response:
        return JSONResponse(KeySet([self.published]).as_dict(private=False))

    def authorize(self, request: Request) -> Response:
        """Sign the person in without asking, or answer with an error if a test says so."""
        asked, code = dict(request.query_params), secrets.token_urlsafe(16)
        self.asked[code] = asked
        said = {"error": self.answer, "error_description": "山田"} if self.answer else {"code": code}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(said | {'state': asked['state']})}", 302)

    async def token(self, request: Request) -> Response:
        """Give a token for a code, once, to the client that asked for it."""
        form = await request.form()
        asked = self.asked.pop(str(form["code"]))
        proof = urlsafe_b64encode(sha256(str(form["code_verifier"]).encode()).digest()).rstrip(b"=").decode()
        if (proof, form["redirect_uri"]) != (asked["code_challenge"], asked["redirect_uri"]):
            return JSONResponse({"error": "invalid_grant"}, 400)
        claims = {"iss": self.address, "sub": "7", "aud": CLIENT, "iat": int(time.time()), "name": self.name,
                  "exp": int(time.time()) + 300, "nonce": asked["nonce"]} | self.claims
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key or self.published)
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": signed})

    def end(self, request: Request) -> Response:
        """Sign the person out and send them back."""
        self.signed_out.append(dict(request.query_params))
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 302)

    def app(self) -> Starlette:
        """Make the server."""
        return Starlette(routes=[
            Route(DISCOVERY, self.discover), Route("/keys", self.keys), Route("/authorize", self.authorize),
            Route("/token", self.token, methods=["POST"]), Route("/end", self.end),
        ])


@contextmanager
def providing() -> Iterator[Provider]:
    """Run a provider in a thread until the block ends."""
    provider = Provider(free_port())
    config = uvicorn.Config(provider.app(), port=provider.port, log_config=None, ws="none", lifespan="off")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    late = time.monotonic() + READY_SECONDS
    while not server.started and time.monotonic() < late:
        time.sleep(0.02)
    yield provider
    server.should_exit = True
    thread.join(READY_SECONDS)


def secrets_for(provider: Provider, address: str, **other: str) -> str:
    """Write the [auth] section of secrets.toml for an atlas at an address."""
    section = {"redirect_uri": f"{address}/oauth2callback", "cookie_secret": "c" * 40, "client_id": CLIENT,
               "client_secret": PASSWORD, "server_metadata_url": f"{provider.address}{DISCOVERY}"} | other
    return "[auth]\n" + "".join(f'{key} = "{value}"\n' for key, value in section.items())
