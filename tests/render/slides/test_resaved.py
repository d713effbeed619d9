"""A slide that another program has saved again still remembers its view."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from render.packet import read_memory
from scene.memory import remember
from scripts import office
from tests.render.picture.pictures import scene_of
from tests.render.slides.decks import opened, pptx_of

QUERY = "layers=datacenters&country=UZB&title=%E8%A9%A6%E4%BD%9C%20%3Ca%3E"


@pytest.fixture(scope="module")
def slide() -> bytes:
    return pptx_of(QUERY)


def test_it_does_when_its_parts_are_packed(slide: bytes) -> None:
    file = BytesIO()
    with ZipFile(BytesIO(slide)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert b"tenkai-atlas" not in file.getvalue()
    assert read_memory(file.getvalue()) == remember(scene_of(QUERY))


def test_it_does_when_python_pptx_saves_it(slide: bytes) -> None:
    file = BytesIO()
    opened(slide).save(file)
    assert read_memory(file.getvalue()) == remember(scene_of(QUERY))


def test_it_does_when_libreoffice_saves_it(slide: bytes, tmp_path: Path) -> None:
    (tmp_path / "slide.pptx").write_bytes(slide)
    (tmp_path / "saved").mkdir()
    again = office.save_as("pptx", tmp_path / "slide.pptx", tmp_path / "saved").read_bytes()
    with ZipFile(BytesIO(again)) as parts:
        assert "docProps/custom.xml" in parts.namelist()
    assert read_memory(again) == remember(scene_of(QUERY))


def test_nobody_else_is_named_as_its_author(slide: bytes) -> None:
    about = opened(slide).core_properties
    assert about.author == about.last_modified_by or not about.last_modified_by
    assert "python" not in f"{about.author}{about.comments}{about.last_modified_by}".lower()
