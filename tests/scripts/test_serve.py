from __future__ import annotations

import asyncio
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from streamlit import App, net_util
from streamlit.components.v1.custom_component import CustomComponent
from streamlit.web.server.server_util import is_url_from_allowed_origins

from scripts import serve
from scripts.serve import greet, import_page, prepare, stay_home


@pytest.fixture
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(url: str, timeout: float = 0) -> str:
        raise AssertionError(f"asked {url}")

    monkeypatch.setattr(net_util, "_make_blocking_http_get", refuse)
    # stay_home replaces this one for good; set here, it is put back after the test.
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)


@pytest.mark.usefixtures("no_way_out")
def test_a_visitor_from_another_origin_is_refused_without_asking_anyone_outside() -> None:
    stay_home()
    assert not is_url_from_allowed_origins("https://elsewhere.example")


@pytest.mark.usefixtures("no_way_out")
def test_streamlit_alone_would_ask() -> None:
    with pytest.raises(AssertionError, match="asked http"):
        is_url_from_allowed_origins("https://elsewhere.example")


def test_the_greeting_names_the_port(capsys: pytest.CaptureFixture[str]) -> None:
    greet(9000)
    assert "http://localhost:9000 " in capsys.readouterr().out


def test_data_that_cannot_be_read_do_not_keep_the_page_from_being_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    prepare()


def test_the_page_and_the_part_that_holds_the_map_are_there_before_the_first_visitor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    registered, imported = list[CustomComponent](), list[str]()
    registry = SimpleNamespace(register_component=registered.append)

    def noted(name: str) -> ModuleType:
        imported.append(name)
        return import_module(name)

    monkeypatch.setattr(serve, "get_instance", lambda: SimpleNamespace(component_registry=registry))
    monkeypatch.setattr(serve, "import_module", noted)

    async def started() -> list[str]:
        async with import_page(App(serve.APP)):
            return [part.name for part in registered]

    assert asyncio.run(started()) == ["streamlit_folium.st_folium"]
    assert "ui.page" in imported  # a test before this one may have loaded it


def test_nothing_that_reads_the_data_is_imported_with_the_server() -> None:
    command = "import sys, scripts.serve; print([name for name in sys.modules if name.startswith(('layers', 'ui.'))])"
    assert subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout == "[]\n"
