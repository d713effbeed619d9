"""No file that is shipped or served loads anything from another host: read file by file, without running it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import streamlit
import streamlit_folium

from scripts.pins import ROOT
from tests.outside import addresses, find, of_library, of_office

NOT_SHIPPED = ("tests/", "bench/")
"""scripts/bundle.py leaves these out; tests name hosts that must be refused, bench/ loads what others load."""
BINARY = {".wkb", ".png"}
OF_STREAMLIT = Path(streamlit.__file__).parent / "static"
OF_THE_FRAME = Path(streamlit_folium.__file__).parent / "frontend"

MAY = {
    "scripts/build_cables_doc.py": (r"in a string: https?://", "links that docs/cables.md gives to who reads it"),
    "serve/listening.py": (r"import socket", "opens the port on which the server listens"),
    "serve/notify.py": (r"import socket", "tells systemd on this machine that the server is ready, or that it leaves"),
}
"""What stays, by file: what is found there, and why it asks nobody."""
STREAMLITS = {
    "cdn.jsdelivr.net": "icons of Plotly's maps; the page has no Plotly",
    "geoserveis.icgc.cat": "a base map of Plotly's; the page has no Plotly",
}
"""Hosts from which parts of Streamlit that this page does not use would load; the page's policy refuses them too."""
ITS_START = {
    "bit.ly": "words of an error of a library",
    "chatgpt.com": "a link beside a traceback: client.showErrorLinks is off",
    "data.streamlit.io": "figures of use: browser.gatherUsageStats is off; pages that have no server",
    "developer.mozilla.org": "a link in words of an error",
    "fonts.gstatic.com": "the icon of a page that asks for one of Google's by :material/…:; ours asks for none",
    "github.com": "a link in words of an error",
    "query-string.invalid": "no host: a library completes half an address with it",
    "share.streamlit.io": "links of the deploy button: client.toolbarMode hides it",
    "streamlit.io": "a link of the deploy button: client.toolbarMode hides it",
    "www.google.com": "a link beside a traceback: client.showErrorLinks is off",
    "www.webmproject.org": "a link in the panel that records the screen: client.toolbarMode hides it",
}
"""Hosts that the script of Streamlit that always runs names, and why it asks none of them."""


@cache
def shipped() -> list[Path]:
    """List what git keeps and an installation holds."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    names = [name for name in listed.stdout.split("\0") if name and not name.startswith(NOT_SHIPPED)]
    return [path for name in names if (path := ROOT / name).is_file() and path.suffix not in BINARY]


def loads(path: Path) -> Iterator[str]:
    """Give what a file of ours would load, less what may stay."""
    name = path.relative_to(ROOT).as_posix()
    may = MAY.get(name, ("(?!)", ""))[0]
    yield from (f"{name}: {each}" for each in find(name, path.read_text("utf-8")) if not re.match(may, each))


def host(found: str) -> str:
    """Give the host of what was found."""
    return addresses(found)[0].split("//")[1].split("/")[0]


# --- what is shipped and served ---


def test_no_shipped_file_loads_anything_from_another_host() -> None:
    assert [each for path in shipped() for each in loads(path)] == []


def test_what_may_stay_is_still_there() -> None:
    for name, (may, _why) in MAY.items():
        assert [each for each in find(name, (ROOT / name).read_text("utf-8")) if re.match(may, each)], name


def test_the_maps_made_files_load_nothing_from_another_host() -> None:
    from render.web_files import FOLDER, build_static

    made = {name: (FOLDER / name).read_text("utf-8") for name in build_static().all}
    assert [each for name, text in made.items() if name.endswith(".js") for each in of_library(text)] == []
    assert [each for name, text in made.items() if name.endswith(".css") for each in find(name, text)] == []


def test_leaflet_loads_nothing_from_another_host() -> None:
    folder = ROOT / "static" / "vendor" / "leaflet"
    assert of_library((folder / "leaflet.js").read_text("utf-8")) == []
    assert find("leaflet.css", (folder / "leaflet.css").read_text("utf-8")) == []


@pytest.mark.parametrize("folder", [OF_STREAMLIT, OF_THE_FRAME], ids=["streamlit", "frame"])
def test_what_streamlit_serves_loads_from_nowhere_that_is_not_known(folder: Path) -> None:
    found = {path.name: of_library(path.read_text("utf-8", errors="replace")) for path in folder.rglob("*.js")}
    found |= {path.name: find(path.name, path.read_text("utf-8")) for kind in ("*.css", "*.html", "*.svg")
              for path in folder.rglob(kind)}
    assert found
    assert {host(each) for known in found.values() for each in known} <= set(STREAMLITS)


def test_the_script_of_streamlit_that_always_runs_names_known_hosts_alone() -> None:
    page = (OF_STREAMLIT / "index.html").read_text("utf-8")
    scripts = re.findall(r"<script[^>]* src=\"\./([^\"]+)\"", page)
    named = {host(each) for name in scripts for each in addresses((OF_STREAMLIT / name).read_text("utf-8"))}
    assert scripts
    assert named == set(ITS_START)


# --- that the reading sees what it should ---

CORPUS = json.loads((ROOT / "tests" / "corpora" / "outside.json").read_text("utf-8"))
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def evil(text: str) -> str:
    """Put an address of another host into a text of the corpus."""
    return text.replace("WSEVIL", "wss://cdn.example.org/x").replace("EVIL", "https://cdn.example.org/x")


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in CORPUS["found"].items() for text in texts])
def test_an_address_that_was_put_in_is_found(name: str, text: str) -> None:
    assert find(name, evil(text))


@pytest.mark.parametrize("text", CORPUS["library"])
def test_an_address_that_a_library_loads_is_found(text: str) -> None:
    assert of_library(f"(function(){{var a=1;{evil(text)}}})()")


@pytest.mark.parametrize("name", CORPUS["innocent"])
def test_links_names_and_files_of_ours_are_no_finding(name: str) -> None:
    assert find(name, evil(CORPUS["innocent"][name])) == []


def test_a_library_may_link_and_say_where_it_is_from() -> None:
    assert of_library(evil("/* see EVIL */ a='<a href=\"EVIL\">'; throw Error('read EVIL')")) == []


@pytest.mark.parametrize(("kind", "found"), [("image", 1), ("attachedTemplate", 1), ("hyperlink", 0)])
def test_a_part_of_an_office_file_that_stands_outside_is_found(kind: str, found: int) -> None:
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        part = f'<Relationship Id="r1" Type="{TYPES}/{kind}" Target="EVIL" TargetMode="External"/>'
        archive.writestr("ppt/_rels/a.rels", evil(part))
    assert len(of_office(whole.getvalue())) == found


def test_a_kind_of_file_that_nobody_thought_about_is_named() -> None:
    with pytest.raises(KeyError, match="wasm"):
        find("static/new.wasm", "")
