"""A character that no font of a picture holds: a sign stands in its place, the proof knows it, the person is told."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest

from i18n.text import Lang
from layers.registry import bringing
from render.picture.draw import draw
from render.picture.fonts import missing
from render.picture.kinds import FileKind
from render.picture.proof.reading import writings
from render.picture.save import alone, save_drawing
from render.picture.unwritten import unwritten
from render.spelled import GETA, drawable
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene
from tests.render.picture.crowds import crowd
from tests.render.picture.pictures import SMALL

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ASKED = read_choice(f"layers=isdbt&title={quote('速報🎌 拠点' + FAMILY)}&stamp={quote('𓀀部外秘')}").choice


@pytest.mark.parametrize(("written", "drawn"), [
    ("Côte d’Ivoire", "Côte d’Ivoire"), ("速報🎌", f"速報{GETA}"), (FAMILY, 3 * GETA), ("a\u200d🎌b", f"a{GETA}b"),
])
def test_only_what_the_fonts_lack_is_replaced(written: str, drawn: str) -> None:
    assert drawable(written) == drawn
    assert missing([drawn]) == ""


@pytest.mark.parametrize("kind", [FileKind.PNG, FileKind.PPTX])
def test_a_picture_with_such_a_title_and_stamp_is_drawn_proved_and_says_so(kind: FileKind) -> None:
    scene = build_scene(ASKED)
    drawing, content = save_drawing(scene, SMALL, kind)
    assert content
    assert [words for words in drawing.canvas.meant.values() if "🎌" in words]
    assert missing([each.drawn for each in writings(drawing)]) == ""
    (said,) = unwritten(scene)
    assert {"🎌", "𓀀"} <= set(said[Lang.JA])
    assert GETA in said[Lang.EN]
    assert unwritten(build_scene(replace(ASKED, title="", stamp=()))) == ()


def test_a_sign_in_an_own_title_stands_in_the_legend() -> None:
    layer = crowd()
    named = replace(layer, id=f"{layer.id}e", title=layer.title + replace(layer.title, ja="🎌", en="🎌"))
    with bringing([named]), alone():
        drawing = draw(build_scene(Choice(layers=frozenset({named.id}))), SMALL)
        assert any(GETA in each.drawn and "🎌" in each.words for each in writings(drawing))
