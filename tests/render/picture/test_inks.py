from __future__ import annotations

import pytest
from matplotlib.colors import to_hex

from render.colours import contrast
from render.palette import PALETTES
from render.picture.draw import draw
from render.picture.inks import ink_on
from tests.render.picture.pictures import SMALL, scene_of, written_on

GREEN, YELLOW = "#0f6b3c", "#f4c55f"
OFFICIAL, DARK = PALETTES["official"], PALETTES["dark"]


def test_a_name_on_dark_land_is_light_with_a_dark_halo() -> None:
    assert ink_on(frozenset({GREEN}), OFFICIAL.ink, OFFICIAL) == (OFFICIAL.halo, OFFICIAL.ink)
    assert ink_on(frozenset({YELLOW}), DARK.ink, DARK) == (DARK.halo, DARK.ink)


@pytest.mark.parametrize("ground", [{OFFICIAL.land}, {OFFICIAL.sea, GREEN}, {YELLOW, GREEN, OFFICIAL.land}, set()])
def test_a_name_that_reaches_over_light_ground_stays_dark(ground: set[str]) -> None:
    assert ink_on(frozenset(ground), OFFICIAL.ink, OFFICIAL) == (OFFICIAL.ink, OFFICIAL.halo)


def test_the_name_of_a_country_in_dark_green_can_be_read_without_its_halo() -> None:
    drawing = draw(scene_of("layers=isdbt&region=latin_america"), SMALL)
    colours = {words.get_text(): to_hex(words.get_color()) for words in written_on(drawing.figure)}
    assert contrast(colours["ブラジル"], GREEN) > 4.5
    assert colours["ボリビア"] == OFFICIAL.ink
