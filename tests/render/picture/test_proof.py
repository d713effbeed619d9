from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from PIL import Image

from i18n.errors import AtlasError
from render.picture.layout import NO_ROOM
from render.picture.save import FileKind, save
from scene.choice import Choice
from scene.paper import Paper, read_paper
from scene.scene import build_scene
from tests.profile import by_turns, many
from tests.render.picture.good_views import good_views
from tests.render.picture.pictures import scene_of
from tests.render.picture.spoilt import SPOILT, Spoilt, says

PAPER = Paper(960, 540, 72)
EMPTY = ("layers=", "layers=cables&country=CHE", "layers=mocs&bbox=-140,-45,-120,-35")


@pytest.mark.filterwarnings("ignore:Glyph")  # a font that lacks letters is one of the faults
@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda spoilt: spoilt.name)
def test_a_spoilt_export_is_held_back_with_a_sentence_of_its_own(
    spoilt: Spoilt, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = PAPER if spoilt.kind != "png" else Paper(960, 540, 144)
    scene = scene_of(spoilt.query)
    spoilt.spoil(monkeypatch)
    with pytest.raises(AtlasError) as caught:
        save(scene, paper, FileKind(spoilt.kind))
    assert says(spoilt.fault, caught.value.text)


@pytest.mark.parametrize(("query", "kind"), by_turns(sorted({spoilt.query for spoilt in SPOILT}), FileKind))
def test_the_same_exports_pass_when_nothing_spoils_them(query: str, kind: FileKind) -> None:
    assert save(scene_of(query), PAPER, kind)


@settings(max_examples=many(sample=12, prove=200), deadline=None, suppress_health_check=list(HealthCheck),
          phases=[Phase.explicit, Phase.reuse, Phase.generate])  # a smaller example would take minutes to find
@given(good_views())
def test_a_good_view_is_never_held_back(choice: Choice) -> None:
    paper = read_paper(choice.size, choice.dpi or None)
    try:
        image = Image.open(BytesIO(save(build_scene(choice), paper)))
    except AtlasError as error:
        assume(error.text != NO_ROOM)
        raise
    image.load()
    assert image.size == paper.sides


@pytest.mark.parametrize(("size", "kind"), by_turns(["3840x2160", "a4", "a3-portrait"], FileKind))
def test_large_papers_pass_as_well(size: str, kind: FileKind) -> None:
    assert save(scene_of("layers=isdbt,cables,mocs&lang=en"), read_paper(size), kind)


@pytest.mark.parametrize(("query", "kind"), by_turns(EMPTY, FileKind))
def test_an_empty_scene_is_truly_empty(query: str, kind: FileKind) -> None:
    assert save(scene_of(query), PAPER, kind)
