from __future__ import annotations

import re
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from geo.files import ROOT
from i18n.errors import AtlasError
from i18n.text import Lang
from serve.provider import HOURS, KEYS, SignIn, read_sign_in

WHOLE = {
    "redirect_uri": "https://atlas.example/oauth2callback", "cookie_secret": "c" * 32, "client_id": "atlas",
    "client_secret": "s", "server_metadata_url": "https://login.example/realm/.well-known/openid-configuration",
}
AUTH = re.compile(r"```toml\n( *\[auth\]\n.*?)```", re.DOTALL)


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the place of the one secrets.toml that Streamlit looks for, and a Streamlit that has read none yet."""
    file = tmp_path / "secrets.toml"
    get_option = config.get_option
    told = {"secrets.files": [str(tmp_path / "elsewhere.toml"), str(file)], "server.baseUrlPath": ""}
    monkeypatch.setattr(config, "get_option", lambda key: told[key] if key in told else get_option(key))
    monkeypatch.setitem(vars(secrets_singleton), "_secrets", None)
    monkeypatch.setitem(vars(secrets_singleton), "_maybe_install_file_watchers", lambda: None)
    monkeypatch.delenv(HOURS, raising=False)
    return file


def write(file: Path, section: dict[str, str]) -> None:
    file.write_text("[auth]\n" + "".join(f'{key} = "{value}"\n' for key, value in section.items()), "utf-8")


def refusal() -> str:
    with pytest.raises(AtlasError) as refused:
        read_sign_in()
    assert refused.value.text[Lang.JA] != refused.value.text[Lang.EN]
    return refused.value.text[Lang.EN]


def test_nobody_signs_in_where_nothing_is_said(secrets: Path) -> None:
    assert read_sign_in() is None
    secrets.write_text('[other]\nkey = "value"\n', "utf-8")
    assert read_sign_in() is None


def test_a_whole_section_switches_it_on_for_a_day_of_work(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(secrets, WHOLE)
    assert read_sign_in() == SignIn("c" * 32, "https://atlas.example", 12 * 3600)
    monkeypatch.setenv(HOURS, "1")
    assert read_sign_in() == SignIn("c" * 32, "https://atlas.example", 3600)


@pytest.mark.parametrize("key", KEYS)
def test_what_is_missing_is_named(secrets: Path, key: str) -> None:
    write(secrets, {name: value for name, value in WHOLE.items() if name != key})
    assert key in refusal()
    write(secrets, WHOLE | {key: " "})
    secrets_singleton._reset()
    assert key in refusal()


@pytest.mark.parametrize(("key", "value"), [
    ("cookie_secret", "c" * 31),
    ("redirect_uri", "http://atlas.example/oauth2callback"),
    ("redirect_uri", "https://atlas.example/"),
    ("redirect_uri", "https://atlas.example/elsewhere/oauth2callback"),
    ("redirect_uri", "https://atlas.example@elsewhere.example/oauth2callback"),
    ("redirect_uri", "https:///oauth2callback"),
    ("redirect_uri", "https://[::1/oauth2callback"),
    ("server_metadata_url", "http://login.example/.well-known/openid-configuration"),
    ("server_metadata_url", "https://login.example/"),
])
def test_what_could_never_work_or_protect_is_named(secrets: Path, key: str, value: str) -> None:
    write(secrets, WHOLE | {key: value})
    assert key in refusal()


def test_this_machine_may_be_tried_without_tls(secrets: Path) -> None:
    write(secrets, WHOLE | {"redirect_uri": "http://localhost:{port}/oauth2callback"})
    found = read_sign_in()
    assert found is not None
    assert found.origin == f"http://localhost:{config.get_option('server.port')}"


def test_several_providers_are_refused(secrets: Path) -> None:
    write(secrets, WHOLE)
    secrets.write_text(secrets.read_text("utf-8") + '[auth.other]\nclient_id = "x"\n', "utf-8")
    assert "[auth.other]" in refusal()


def test_a_file_that_cannot_be_read_stops_the_start_where_streamlit_would_stand_open(secrets: Path) -> None:
    secrets.write_text("[auth\n", "utf-8")
    assert str(secrets) in refusal()


def test_files_that_were_named_must_be_there_and_hold_the_section(
    secrets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "is_manually_set", lambda key: key == "secrets.files")
    assert "elsewhere.toml" in refusal()
    secrets.with_name("elsewhere.toml").write_text("", "utf-8")
    assert "has no [auth]" in refusal()


@pytest.mark.parametrize("hours", ["0", "-1", "721", "1.5", "a day", "١"])
def test_a_number_of_hours_that_is_none_is_named(
    secrets: Path, monkeypatch: pytest.MonkeyPatch, hours: str
) -> None:
    write(secrets, WHOLE)
    monkeypatch.setenv(HOURS, hours)
    assert HOURS in refusal()


@pytest.mark.parametrize("page", ["deployment.md", "deployment.en.md"])
def test_the_example_that_administrators_copy_is_whole_once_its_secrets_are(secrets: Path, page: str) -> None:
    (example,) = map(dedent, AUTH.findall((ROOT / "docs" / page).read_text("utf-8")))
    assert set(tomllib.loads(example)["auth"]) == set(KEYS)
    secrets.write_text(example, "utf-8")
    assert "cookie_secret" in refusal()  # nobody can run with the example's own
    write(secrets, tomllib.loads(example)["auth"] | {"cookie_secret": "c" * 64})
    secrets_singleton._reset()
    assert read_sign_in() is not None
