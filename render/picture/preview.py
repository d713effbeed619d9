"""A picture on a screen: its preview in few pixels, kept while view and data stay as they are, and its files."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image

from i18n.text import LISTED, Text
from i18n.years import plain_date
from render.picture.draw import draw
from render.picture.fonts import style
from render.picture.kinds import FileKind
from render.picture.save import alone, pixels, save
from scene.choice import Choice
from scene.paper import Paper
from scene.scene import Scene, build_scene, data_behind

LONGEST = 900
"""Pixels of the longer side: sharp on a laptop's screen, and drawn while one waits."""
LEAST_TYPE = 2.0
"""Pixels of type: smaller type has no shape at all."""
SHOWS = Text("地図: {title}。{counts}。{date}時点。", "Map: {title}. {counts}. As of {date}.")
COUNTED = Text("{layer}{count}件", "{layer} ({count})")
EMPTY = Text("該当する項目なし", "No rows")


def preview(choice: Choice, paper: Paper) -> bytes:
    """Draw a picture, laid out for its paper but in few pixels, as PNG; raises AtlasError as `save` does."""
    return _preview(choice, paper, data_behind())


def file_of(choice: Choice, paper: Paper, kind: FileKind) -> bytes:
    """Make a picture's file; raises AtlasError as `save` does."""
    return save(build_scene(choice), paper, kind)


@lru_cache(maxsize=24)
def _preview(choice: Choice, paper: Paper, _behind: object) -> bytes:
    file = BytesIO()
    with alone():
        drawing = draw(build_scene(choice), paper)
        legible = LEAST_TYPE * 72 / (float(style()["font.size"]) * paper.type_scale)
        drawing.figure.set_dpi(min(paper.dpi, max(LONGEST / max(paper.inches), legible)))
        Image.fromarray(pixels(drawing)).save(file, "png", compress_level=1)
    return file.getvalue()


def described(scene: Scene) -> Text:
    """Say in a sentence what a picture shows, for whoever hears it read out."""
    filled = [sheet for sheet in scene.sheets if len(sheet.rows)]
    counts = [COUNTED.format(layer=sheet.layer.title, count=len(sheet.rows)) for sheet in filled]
    return SHOWS.format(title=scene.title, counts=LISTED.join(counts) if counts else EMPTY,
                        date=plain_date(scene.as_of))
