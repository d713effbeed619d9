"""What a person wrote and no font of a picture can set: a sign stands in its place, and the person is told."""

from __future__ import annotations

from collections.abc import Iterator

from i18n.picture import DRAWN_AS
from i18n.text import Text
from layers.registry import our_layers
from render.caption import stamp_pieces
from render.spelled import GETA, NAMED, spelled
from scene.scene import Scene


def unwritten(scene: Scene) -> tuple[Text, ...]:
    """Name the characters of titles, stamp and own names that a picture shows as a sign, if there are any."""
    lacking = spelled(list(_written(scene)))[1]
    named = " ".join(lacking[:NAMED]) + (" …" if len(lacking) > NAMED else "")
    return (DRAWN_AS.format(characters=named, sign=GETA),) if lacking else ()


def _written(scene: Scene) -> Iterator[str]:
    yield scene.title[scene.lang]
    yield from stamp_pieces(scene.choice.stamp, scene.lang)
    for sheet in scene.sheets:
        if sheet.layer.id not in our_layers():
            yield sheet.layer.title[scene.lang]
            yield from () if sheet.layer.is_crowd else sheet.rows[f"name_{scene.lang}"]
