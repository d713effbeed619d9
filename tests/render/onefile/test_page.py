"""The one-file map: one document, the same bytes twice, small enough to mail, with nothing from data that can run."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest

import layers.rows
from geo.files import ROOT
from render.onefile import page
from render.onefile.page import to_html
from render.onefile.weight import ALONE
from render.packet import read_memory
from scene.memory import remember
from tests.folders import copied_data, rewrite
from tests.render.onefile.documents import PAYLOAD, VIEWS, document_of, parted, scene_of

MAILED = 2_000_000
"""Bytes of the file when it is packed to be mailed."""
WRITE = "import sys; from tests.render.onefile.documents import *; sys.stdout.buffer.write(to_html(scene_of('')))"


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_same_view_gives_the_same_bytes_in_another_process() -> None:
    env = os.environ | {"PYTHONHASHSEED": "4321"}
    other = subprocess.run([sys.executable, "-c", WRITE], cwd=ROOT, env=env, capture_output=True, check=True)
    assert other.stdout == to_html(scene_of(""))


def test_every_view_gives_the_same_bytes_twice_and_remembers_itself() -> None:
    first = {query: to_html(scene_of(query)) for query in VIEWS}
    page._blocks.cache_clear()
    for query, content in first.items():
        assert to_html(scene_of(query)) == content
        assert read_memory(content) == remember(scene_of(query))


def test_the_largest_view_is_small_enough_to_mail() -> None:
    packed, content = io.BytesIO(), to_html(scene_of(VIEWS[1]))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("atlas.html", content)
    assert len(packed.getvalue()) < MAILED
    assert len(packed.getvalue()) == pytest.approx(ALONE.packed, rel=0.1), "what weight.py reckons with"
    assert len(content) == pytest.approx(ALONE.whole, rel=0.1)


def test_only_our_own_scripts_and_sheets_may_run() -> None:
    document = document_of("")
    parts = dict(part.split(" ", 1) for part in document.policy.split("; "))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    assert parts["script-src"].split() == list(map(hashed, document.running))
    assert parts["style-src"].split() == list(map(hashed, document.styles))
    assert parts["img-src"] == "data:"
    assert "unsafe" not in document.policy


def test_no_element_loads_anything_or_carries_a_script_or_style_of_its_own() -> None:
    document = document_of("")
    names = ("src", "href", "srcset", "action", "data")
    loading = {value for _tag, name, value in document.attributes if name in names}
    assert loading == {"data:,", "#map", "#table"}
    assert not [name for _tag, name, _value in document.attributes if name.startswith("on") or name == "style"]
    assert not [sheet for sheet in document.styles if re.search(r"url\(|@import", sheet)]
    assert not [script for script in document.running if "sourceMappingURL" in script]


def test_a_title_that_holds_a_script_stays_a_title() -> None:
    plain, spoilt = document_of("title=a"), document_of(f"title={quote(PAYLOAD)}")
    assert spoilt.title == PAYLOAD
    assert spoilt.running == plain.running
    assert len(spoilt.scripts) == len(plain.scripts)
    assert spoilt.policy == plain.policy
    assert spoilt.block("atlas-view")["first"]["title"] == PAYLOAD


def test_data_that_hold_a_script_stay_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = document_of("")
    folder = copied_data(tmp_path)
    rewrite(folder, "cables.csv", lambda text: text.replace("フンボルト海底ケーブル", PAYLOAD, 1))
    for check in ("check", "check_table"):  # which would refuse it
        monkeypatch.setattr(layers.rows, check, lambda *_, **__: None)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    content = to_html(scene_of(""))
    spoilt = parted(content)
    assert PAYLOAD.encode() not in content
    assert spoilt.running == plain.running
    assert len(spoilt.scripts) == len(plain.scripts)
    (cables,) = (layer for layer in spoilt.block("atlas-told")["layers"] if layer["id"] == "cables")
    assert [PAYLOAD in cells[0][0] for cells in cables["cells"]].count(True) == 1


def test_a_layer_that_cannot_be_read_is_absent_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_data(tmp_path)
    rewrite(folder, "mocs.csv", lambda text: text.replace("moc_id", "other", 1))
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    told = {layer["id"] for layer in document_of("").block("atlas-told")["layers"]}
    assert "cables" in told
    assert "mocs" not in told


def test_the_licence_of_leaflet_goes_with_it() -> None:
    assert "Leaflet 1.9.4" in document_of("").running[0][:200]
