"""What the tests of pictures share: scenes by their query, small papers, pixels and what is written."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.text import Text as Words
from matplotlib.transforms import Bbox
from numpy.typing import NDArray
from PIL import Image

from geo.projection import PROJECTIONS, transformer
from render.picture.draw import draw
from render.picture.save import SETTINGS, save
from scene.grammar import read_choice
from scene.paper import Paper
from scene.scene import Scene, build_scene

SLIDE = Paper(1920, 1080, 144)
SMALL = Paper(960, 540, 72)
"""A slide at half the resolution: laid out the same, drawn four times as fast."""


def scene_of(query: str) -> Scene:
    """Build the scene of a query that says nothing wrong."""
    reading = read_choice(query)
    assert not reading.notices
    return build_scene(reading.choice)


def pixels_of(query: str, paper: Paper = SMALL) -> NDArray[np.uint8]:
    """Draw a query and give its pixels (rows from the top, RGB)."""
    image = Image.open(BytesIO(save(scene_of(query), paper))).convert("RGB")
    return np.asarray(image)


def pixel_at(figure: Figure, lon: float, lat: float, *, centre: float) -> tuple[int, int]:
    """Give column and row of a place on an Equal Earth map."""
    to_metres = transformer(PROJECTIONS["equal_earth"], centre)
    x, y = figure.axes[0].transData.transform(to_metres.transform(lon, lat))
    return int(x), int(figure.bbox.height - y)


def words_of(query: str, paper: Paper = SMALL) -> list[str]:
    """List what is written on a picture."""
    return [words.get_text() for words in written_on(draw(scene_of(query), paper).figure)]


def boxes_of(query: str, paper: Paper = SMALL) -> tuple[Bbox, dict[str, Bbox]]:
    """Give the box of the paper and of each text on it, in pixels."""
    with rc_context(SETTINGS):
        figure = draw(scene_of(query), paper).figure
        boxes = {f"{number} {words.get_text()}": words.get_window_extent()
                 for number, words in enumerate(written_on(figure))}
    return Bbox(figure.bbox.get_points()), boxes


def written_on(figure: Figure) -> list[Words]:
    """List the texts on a figure."""
    return [words for words in figure.artists if isinstance(words, Words) and words.get_text().strip()]
