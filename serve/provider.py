"""What whoever runs the server said of the sign-in, in the [auth] section of Streamlit's secrets; nothing means off."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from streamlit import config
from streamlit.auth_util import get_redirect_uri, get_secrets_auth_section

from i18n.errors import AtlasError
from i18n.signing import MISSING, NO_ADDRESS, NO_FILE, NO_HOURS, NO_SECTION, SEVERAL, TOO_SHORT, UNREADABLE
from serve.paths import above

KEYS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
TUNING = ("client_kwargs",)
"""The one table that [auth] may hold: what is asked of the provider beside the usual."""
LEAST_SECRET = 32
CALLBACK = "oauth2callback"
DISCOVERY = "/.well-known/openid-configuration"
HERE = ("localhost", "127.0.0.1", "::1")
HOURS, A_DAY_OF_WORK, MOST_HOURS = "ATLAS_SIGN_IN_HOURS", 12, 24 * 30
"""The environment variable that says for how many hours a sign-in holds; no longer than Streamlit's own cookie."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """The sign-in of this server: what its cookies are signed with, for which origin, and for how many seconds."""

    secret: str
    origin: str
    seconds: int


def read_sign_in() -> SignIn | None:
    """Read the sign-in from the secrets, None where there is none; raises AtlasError for what is not complete."""
    _refuse_unreadable()
    told = get_secrets_auth_section()
    if not told:
        return None
    section = told.to_dict()
    _check(section, above(config.get_option("server.baseUrlPath")))
    address = urlsplit(get_redirect_uri(told) or "")
    return SignIn(section["cookie_secret"], f"{address.scheme}://{address.netloc}", read_hours() * 3600)


def _refuse_unreadable() -> None:
    """Refuse files that Streamlit would pass over in silence: the atlas would stand open where nobody meant it to."""
    named = config.is_manually_set("secrets.files")
    for file in map(Path, config.get_option("secrets.files")):
        if named and not file.exists():
            raise AtlasError(NO_FILE.format(file=file))
        if file.is_file() and "auth" not in _parsed(file) and named:
            raise AtlasError(NO_SECTION.format(file=file))


def _parsed(file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise AtlasError(UNREADABLE.format(file=file, why=why)) from None


def _check(section: Mapping[str, Any], base: str) -> None:
    """Refuse what is missing or could never work."""
    for key, value in section.items():
        if isinstance(value, Mapping) and key not in TUNING:
            raise AtlasError(SEVERAL.format(key=key))
    for key in KEYS:
        if not (isinstance(section.get(key), str) and section[key].strip()):
            raise AtlasError(MISSING.format(key=key))
    if len(section["cookie_secret"]) < LEAST_SECRET:
        raise AtlasError(TOO_SHORT.format(least=LEAST_SECRET))
    _check_address("redirect_uri", section["redirect_uri"], base + CALLBACK, whole=True)
    _check_address("server_metadata_url", section["server_metadata_url"], DISCOVERY)


def _check_address(key: str, value: str, ends: str, *, whole: bool = False) -> None:
    """Refuse an address that is not of the web, not protected on its way, or leads to another path."""
    try:
        address = urlsplit(value.replace("{port}", "0"))
        is_safe = address.scheme == "https" or (address.scheme == "http" and address.hostname in HERE)
    except ValueError:
        raise AtlasError(NO_ADDRESS.format(key=key, value=value, ends=ends)) from None
    fits = address.path == ends if whole else address.path.endswith(ends)
    if not (is_safe and address.hostname and fits) or address.query or address.fragment or "@" in address.netloc:
        raise AtlasError(NO_ADDRESS.format(key=key, value=value, ends=ends))


def read_hours() -> int:
    """Read for how many hours a sign-in holds; raises AtlasError for what is no number of hours."""
    told = os.environ.get(HOURS) or str(A_DAY_OF_WORK)
    if not (told.isascii() and told.isdecimal() and 1 <= int(told) <= MOST_HOURS):
        raise AtlasError(NO_HOURS.format(name=HOURS, value=told, most=MOST_HOURS))
    return int(told)
