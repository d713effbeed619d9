from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import chain

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from PIL import Image
from pypdf import PdfReader

from geo.files import ROOT
from render.picture.save import FileKind, save
from scene.choice import Choice
from scene.paper import read_paper
from scene.scene import build_scene
from tests.profile import by_turns, many
from tests.render.picture.pictures import SMALL, scene_of
from tests.scene.choices import choices

VIEWS = ("", "region=oceania&look=dark&lang=en", "country=UZB&ground=transparent&stamp=draft")
PROGRAM = """
import hashlib, sys
from render.picture.save import FileKind, save
from tests.render.picture.pictures import SMALL, scene_of
for query, kind in zip(sys.argv[1::2], sys.argv[2::2]):
    print(hashlib.sha256(save(scene_of(query), SMALL, FileKind(kind))).hexdigest())
"""


@settings(max_examples=many(sample=3, prove=50), phases=(Phase.explicit, Phase.generate))  # to shrink takes minutes
@given(choices())
def test_the_same_view_gives_the_same_bytes_twice(choice: Choice) -> None:
    scene = build_scene(replace(choice, title="", stamp=()))  # whose characters the fonts may lack
    for kind in FileKind:
        assert save(scene, SMALL, kind) == save(build_scene(scene.choice), SMALL, kind)


def test_another_process_gives_the_same_bytes() -> None:
    cases = by_turns(VIEWS, FileKind)
    ours = [hashlib.sha256(save(scene_of(query), SMALL, kind)).hexdigest() for query, kind in cases]
    program = [sys.executable, "-c", PROGRAM, *chain.from_iterable(cases)]
    theirs = subprocess.run(program, cwd=ROOT, check=True, capture_output=True, text=True,
                            env={**os.environ, "PYTHONHASHSEED": "4711"})
    assert theirs.stdout.split() == ours


def test_how_a_library_lets_numpy_print_changes_no_byte() -> None:
    usual = save(scene_of(""), SMALL, FileKind.SVG)
    with np.printoptions(legacy="1.13"):
        assert save(scene_of(""), SMALL, FileKind.SVG) == usual


@pytest.mark.parametrize(("size", "millimetres"), [("a4", (297, 210)), ("a3-portrait", (297, 420))])
def test_a_sheet_has_its_size_on_paper_in_every_format(size: str, millimetres: tuple[int, int]) -> None:
    scene, paper = scene_of("layers=isdbt"), read_paper(size, 96)
    png = Image.open(BytesIO(save(scene, paper)))
    page = PdfReader(BytesIO(save(scene, paper, FileKind.PDF))).pages[0].mediabox
    assert [side / 96 * 25.4 for side in png.size] == pytest.approx(millimetres, abs=0.3)
    assert [float(side) / 72 * 25.4 for side in (page.width, page.height)] == pytest.approx(millimetres, abs=0.3)


def test_an_svg_needs_no_font_and_no_other_host() -> None:
    svg = save(scene_of("region=oceania"), SMALL, FileKind.SVG).decode()
    assert "<text" not in svg
    assert "font-family" not in svg


def test_a_transparent_picture_lets_the_ground_through() -> None:
    image = Image.open(BytesIO(save(scene_of("layers=isdbt&ground=transparent&parts=none"), SMALL)))
    assert image.mode == "RGBA"
    assert image.getpixel((2, 2)) == (255, 255, 255, 0)
    assert image.getchannel("A").getextrema() == (0, 255)
