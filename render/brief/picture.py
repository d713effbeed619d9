"""The small map of a document: the view that stands beside it, drawn as every other picture of the atlas."""

from __future__ import annotations

from dataclasses import replace

from analysis.document import Document
from i18n.errors import AtlasError
from render.picture.kinds import FileKind
from render.picture.save import save
from scene.choice import TITLE_LENGTH, Choice
from scene.grammar import read_choice
from scene.paper import Paper
from scene.scene import Scene, build_scene

SMALL = Paper(1500, 1100, 220, enlarged=1.3)
"""As wide as the text of an A4 page, its type the size of a caption there."""
ENLARGED = (SMALL.enlarged, 1.0, 0.8)
"""How much larger its type is set, from what is wanted down to what leaves room for the map."""


def picture_of(document: Document) -> bytes:
    """Draw the view of a document as a PNG under the document's title; nothing where it stands beside none."""
    if not document.query:
        return b""
    choice = replace(read_choice(document.query).choice, title=document.title[:TITLE_LENGTH])
    return _drawn(build_scene(_without_empty(choice)), FileKind.PNG)


def outline_of(document: Document) -> bytes:
    """Draw the view of a document as an SVG without a title of its own, and without its stamp."""
    if not document.query:
        return b""
    choice = read_choice(document.query).choice
    return _drawn(build_scene(_without_empty(replace(choice, parts=choice.parts - {"title"}, stamp=()))), FileKind.SVG)


def _drawn(scene: Scene, kind: FileKind) -> bytes:
    """Draw a scene small; where a long legend leaves no room for the map, its type is set smaller."""
    for enlarged in ENLARGED[:-1]:
        try:
            return save(scene, replace(SMALL, enlarged=enlarged), kind)
        except AtlasError:
            continue
    return save(scene, replace(SMALL, enlarged=ENLARGED[-1]), kind)


def _without_empty(choice: Choice) -> Choice:
    """Leave out the layers that have nothing to show, so that the legend is short; all stay when none has."""
    shown = frozenset(sheet.layer.id for sheet in build_scene(choice).sheets if len(sheet.rows))
    return replace(choice, layers=shown or choice.layers)
