"""A preview is the picture itself in few pixels, drawn once."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from i18n.errors import AtlasError
from i18n.text import Lang
from render.picture.kinds import FileKind
from render.picture.preview import LONGEST, described, file_of, preview
from render.picture.save import save
from scene.grammar import read_choice
from scene.paper import PAPERS, Paper, read_paper
from tests.render.picture.pictures import scene_of


@pytest.mark.parametrize("name", PAPERS)
def test_a_preview_is_its_picture_in_few_pixels(name: str) -> None:
    scene, paper = scene_of("layers=isdbt&region=oceania"), PAPERS[name]
    small = Image.open(BytesIO(preview(scene.choice, paper))).convert("L")
    whole = Image.open(BytesIO(save(scene, paper))).convert("L")
    assert max(small.size) == LONGEST
    apart = np.abs(shades(small) - shades(whole))
    assert apart.max() < 20  # one country that is framed, or one name that stands elsewhere, makes 30


def shades(image: Image.Image) -> NDArray[np.float64]:
    """Give an image in so few dots that its letters are shades."""
    return np.asarray(image.resize((30, 30), Image.Resampling.BOX), dtype=float)


def test_a_small_picture_is_not_enlarged() -> None:
    paper = Paper(480, 270, 72)
    assert Image.open(BytesIO(preview(scene_of("layers=isdbt").choice, paper))).size == (480, 270)


def test_a_file_is_the_picture_itself() -> None:
    scene, paper = scene_of("layers=isdbt&region=africa"), Paper(480, 270, 72)
    assert file_of(scene.choice, paper, FileKind.PNG) == save(scene, paper)


def test_a_preview_is_drawn_once_while_nothing_changes() -> None:
    choice = scene_of("layers=isdbt&region=africa").choice
    assert preview(choice, PAPERS["a4"]) is preview(choice, PAPERS["a4"])
    assert preview(choice, PAPERS["a3"]) is not preview(choice, PAPERS["a4"])


def test_a_preview_that_cannot_be_drawn_says_so_every_time() -> None:
    choice = scene_of("layers=isdbt").choice
    for _ in range(2):
        with pytest.raises(AtlasError, match="At 600 dpi"):
            preview(choice, Paper(320, 200, 600))


def test_a_description_names_title_counts_and_date_in_both_languages() -> None:
    said = described(scene_of("layers=isdbt"))
    assert said[Lang.JA].startswith("地図: 地デジ日本方式(ISDB-T)採用国。地デジ日本方式(ISDB-T)採用国20件。2026年")
    assert "ISDB-T adopter countries (20). As of" in said[Lang.EN]
    assert "No rows" in described(scene_of("layers=datacenters&region=latin_america")).en


def test_a_strip_of_paper_has_a_preview_as_well() -> None:
    assert preview(read_choice("layers=isdbt&lang=en").choice, read_paper("10000x200"))
