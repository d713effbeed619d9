from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx.util import Emu

from render.packet import read_memory
from render.picture.draw import draw
from render.picture.kinds import FileKind
from render.picture.preview import described
from render.picture.proof import faults
from render.picture.proof.file import check_file
from render.picture.save import save
from render.slides.plain import picture_of
from scene.grammar import read_choice
from tests.render.picture.pictures import SLIDE, scene_of
from tests.render.slides.decks import difference, opened, painted

VIEW = "layers=isdbt,datacenters&region=southeast_asia&lang=en&stamp=draft"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return save(scene_of(VIEW), SLIDE, FileKind.PLAIN)


def test_the_slide_is_the_picture_itself_from_edge_to_edge(plain: bytes) -> None:
    assert picture_of(plain)[0] == save(scene_of(VIEW), SLIDE)
    shown = opened(plain)
    assert [Emu(side or 0).inches for side in (shown.slide_width, shown.slide_height)] == pytest.approx(SLIDE.inches)


def test_its_title_is_a_real_one_and_stands_above_the_slide(plain: bytes) -> None:
    title = opened(plain).slides[0].shapes.title
    assert title is not None
    assert title.text_frame.text == scene_of(VIEW).title.en
    assert title.top + title.height <= 0


def test_the_picture_is_described_in_its_language(plain: bytes) -> None:
    _title, picture = opened(plain).slides[0].shapes
    assert picture._element._nvXxPr.cNvPr.get("descr") == described(scene_of(VIEW)).en


def test_it_remembers_its_view(plain: bytes) -> None:
    assert read_choice(read_memory(plain).query).choice == scene_of(VIEW).choice


def test_libreoffice_prints_it_as_the_picture_looks(plain: bytes, tmp_path: Path) -> None:
    ours = Image.open(BytesIO(save(scene_of(VIEW), SLIDE))).convert("RGB")
    assert difference(ours, painted(plain, tmp_path)) <= 0.001


@pytest.mark.parametrize(("words", "others"), [
    (b" descr=", b" title="), (b"<a:off x='0' y='0'/><a:ext", b"<a:off x='9' y='0'/><a:ext"),
])
def test_a_slide_without_its_described_picture_is_found_out(plain: bytes, words: bytes, others: bytes) -> None:
    drawing = draw(scene_of(VIEW), SLIDE)
    assert list(check_file(drawing, plain, "plain", ())) == []
    assert list(check_file(drawing, changed(plain, words, others), "plain", ())) == [faults.NO_PICTURE]


def changed(content: bytes, words: bytes, others: bytes) -> bytes:
    """Change words of the slide; the memory stays where it is found."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w") as new:
        for part in old.infolist():
            inner = old.read(part)
            new.writestr(part, inner.replace(words, others) if part.filename.endswith("slide1.xml") else inner)
    return out.getvalue()
