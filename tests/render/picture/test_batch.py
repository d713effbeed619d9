"""Many pictures: each is the file that it would be alone, and the ZIP of them is the same every time."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from i18n.text import Text
from render.picture import batch
from render.picture.batch import FEW, drawing, zipped
from render.picture.kinds import FileKind
from render.picture.save import save
from scene.choice import Choice
from scene.paper import Paper
from scene.scene import Scene, build_scene
from scene.split import split
from tests.render.picture.pictures import scene_of

PAPER, TOO_SMALL = Paper(480, 270, 36), Paper(320, 200, 600)


def some(query: str, number: int) -> dict[str, Choice]:
    filled, _empty = split(scene_of(query).choice, "country")
    return dict(list(filled.items())[:number])


def test_pictures_drawn_side_by_side_are_those_drawn_alone_in_the_order_of_their_names() -> None:
    choices = some("layers=mocs", FEW + 1)
    with drawing(choices, PAPER, FileKind.PNG) as drawn:
        found = list(drawn)
    assert [name for name, _content in found] == list(choices)
    for name, content in found:
        assert content == save(build_scene(choices[name]), PAPER)


def test_a_picture_that_cannot_be_drawn_is_a_sentence_among_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(scene: Scene, paper: Paper, kind: FileKind) -> bytes:
        return save(scene, TOO_SMALL if scene.choice.title else paper, kind)

    monkeypatch.setattr(batch, "save", failing)
    choices = {"good": scene_of("layers=isdbt").choice, "bad": scene_of("layers=isdbt&title=Small").choice}
    with drawing(choices, PAPER, FileKind.SVG) as drawn:
        found = dict(drawn)
    assert isinstance(found["good"], bytes)
    assert isinstance(found["bad"], Text)
    assert "600 dpi" in found["bad"].ja


def test_a_zip_holds_its_files_by_name_and_no_time() -> None:
    files = {"b.png": b"two", "a.png": b"one"}
    content = zipped(files)
    assert content == zipped(dict(sorted(files.items())))
    with zipfile.ZipFile(BytesIO(content)) as book:
        assert book.namelist() == ["a.png", "b.png"]
        assert book.read("b.png") == b"two"
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
