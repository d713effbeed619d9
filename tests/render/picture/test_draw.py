from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import shapely
from matplotlib import rc_context
from matplotlib.colors import to_rgb
from numpy.typing import NDArray
from PIL import Image
from shapely.geometry import Polygon, box

from geo.countries import Mark, read_marks, read_outlines
from i18n.errors import AtlasError
from i18n.text import Lang
from layers.registry import find_layers
from render.palette import PALETTES
from render.picture.draw import draw
from render.picture.save import SETTINGS, save
from scene.paper import PAPERS, Paper, read_paper
from tests.render.picture.pictures import SLIDE, SMALL, pixel_at, pixels_of, scene_of, words_of, written_on

BASELINES = Path(__file__).parents[2] / "baselines"
LOOKED_AT = {
    "world": "layers=isdbt,cables",
    "oceania": "layers=cables&region=oceania",
    "uzbekistan": "layers=datacenters&country=UZB",
    "southeast_asia": "layers=mocs&region=southeast_asia&lang=en",
    "japan": "layers=isdbt,cables&bbox=122,24,154,46",
}
FAINT = 2.0
"""Root mean square of the difference, of 255, that another machine may make; a lost label makes more."""


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_picture_is_the_one_that_was_looked_at(name: str) -> None:
    drawn, path = pixels_of(LOOKED_AT[name]), BASELINES / f"{name}.png"
    if os.environ.get("ATLAS_BASELINES") == "write":  # `make baselines`, to be looked at before they are kept
        Image.fromarray(drawn).save(path, optimize=True)
    kept = np.asarray(Image.open(path).convert("RGB"))
    assert np.sqrt(((drawn.astype(float) - kept) ** 2).mean()) < FAINT


def test_the_file_has_the_size_and_resolution_asked_for() -> None:
    image = Image.open(BytesIO(save(scene_of("layers=isdbt"), PAPERS["1920x1080"])))
    assert image.size == (1920, 1080)
    assert image.info["dpi"] == pytest.approx((144, 144), abs=0.1)


def test_the_file_remembers_its_view_its_date_and_its_licences() -> None:
    scene = scene_of("layers=cables&region=oceania&lang=en")
    info = Image.open(BytesIO(save(scene, SMALL))).info
    assert info["Query"] == "layers=cables&region=oceania&lang=en"
    assert info["Data as of"] == scene.as_of
    assert "Natural Earth" in info["Copyright"]
    assert "GeoNames (CC BY 4.0" in info["Copyright"]


def test_the_same_scene_gives_the_same_bytes_from_every_thread() -> None:
    scene = scene_of("")
    with ThreadPoolExecutor(4) as pool:
        files = list(pool.map(lambda _: save(scene, SMALL), range(4)))
    assert len(set(files)) == 1


@pytest.mark.parametrize("query", [
    "", "layers=", "show=all&lang=en", "look=dark", "look=mono", "projection=mercator&centre=-60",
])
def test_no_picture_is_blank(query: str) -> None:
    colours = np.unique(pixels_of(query).reshape(-1, 3), axis=0)
    assert len(colours) > 100


@pytest.mark.parametrize("size", ["200x200", "10000x200", "300x2000"])
def test_the_oddest_paper_is_still_drawn(size: str) -> None:
    paper = read_paper(size, 30)
    image = Image.open(BytesIO(save(scene_of("layers=cables"), paper)))
    assert image.size == (paper.width_px, paper.height_px)


@pytest.mark.parametrize("size", ["200x200", "10000x200", "300x2000"])
def test_type_of_a_hundredth_of_an_inch_is_refused_with_a_word_on_what_to_do(size: str) -> None:
    with pytest.raises(AtlasError, match="lower the dpi"):
        save(scene_of("layers=cables"), read_paper(size, 1200))


@pytest.mark.parametrize("mark", read_marks(), ids=lambda mark: mark.name.en)
def test_the_islands_carry_the_colour_of_japan(mark: Mark) -> None:
    query = "layers=isdbt&country=JPN"
    figure, pixels = draw(scene_of(query), SLIDE).figure, pixels_of(query, SLIDE)
    column, row = pixel_at(figure, mark.lon, mark.lat, centre=figure_centre(query))
    # A leader to the island's name may start on its middle, so the pixels around it are asked as well.
    around = pixels[row - 3:row + 4, column - 3:column + 4].reshape(-1, 3)
    assert any(is_colour(pixel, completed()) for pixel in around)


NORTHERN = [part for part in shapely.get_parts(read_outlines().set_index("iso_a3").geometry["JPN"])
            if box(145.3, 43.3, 149, 45.6).contains(part) and part.area > 0.02]


def test_the_three_large_northern_islands_are_in_the_outlines_of_japan() -> None:
    assert len(NORTHERN) == 3


@pytest.mark.parametrize("island", NORTHERN, ids=["one", "two", "three"])
def test_the_northern_islands_are_filled_like_japan(island: Polygon) -> None:
    query, middle = "layers=isdbt&bbox=144,43,150,46", island.representative_point()
    figure, pixels = draw(scene_of(query), SLIDE).figure, pixels_of(query, SLIDE)
    column, row = pixel_at(figure, middle.x, middle.y, centre=figure_centre(query))
    around = pixels[row - 6:row + 7, column - 6:column + 7].reshape(-1, 3)
    assert np.mean([is_colour(pixel, completed()) for pixel in around]) > 0.5


@pytest.mark.parametrize(("lon", "lat"), [(150.0, 45.95), (142.6, 47.3), (155.5, 50.2)],
                         ids=["Urup", "southern Sakhalin", "Paramushir"])
def test_what_is_undetermined_stays_white(lon: float, lat: float) -> None:
    query = "layers=isdbt&bbox=138,42,160,54"
    figure, pixels = draw(scene_of(query), SLIDE).figure, pixels_of(query, SLIDE)
    column, row = pixel_at(figure, lon, lat, centre=149.0)
    assert is_colour(pixels[row, column], PALETTES["official"].undetermined)


def test_a_country_that_no_layer_colours_is_land() -> None:
    query = "layers=isdbt&region=latin_america"
    figure, pixels = draw(scene_of(query), SMALL).figure, pixels_of(query)
    column, row = pixel_at(figure, -105.5, 27.5, centre=figure_centre(query))  # Chihuahua in Mexico
    assert is_colour(pixels[row, column], PALETTES["official"].land)


def test_a_long_title_stays_on_the_paper() -> None:
    for title in ("国" * 120, "W" * 120, "long words " * 11):
        scene = scene_of("layers=isdbt")
        titled = replace(scene, choice=replace(scene.choice, title=title.strip()[:120]))
        with rc_context(SETTINGS):
            figure = draw(titled, SMALL).figure
            extents = [words.get_window_extent() for words in written_on(figure)]
        assert extents
        assert all(extent.x1 <= figure.bbox.x1 for extent in extents)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_picture_says_title_date_sources_notes_and_credits(lang: Lang) -> None:
    written = "".join(words_of(f"lang={lang}")).replace(" ", "")
    for layer in find_layers().values():
        if layer.on_by_default:
            assert layer.note[lang].replace(" ", "") in written
    sources = {Lang.JA: "出典:総務省、", Lang.EN: "Sources:MIC,"}[lang]
    for said in ("NaturalEarth", "GeoNames", "2026", "TeleGeography", sources):
        assert said in written


def test_filters_are_named_under_the_title() -> None:
    written = words_of("layers=cables&cables.status=planned&year=2020-2030")
    assert any("計画" in words and "2020-2030" in words for words in written)


def test_only_even_views_have_a_scale_bar() -> None:
    assert any(words.endswith(" km") for words in words_of("layers=datacenters&country=UZB"))
    assert not any(words.endswith(" km") for words in words_of("layers=cables"))
    assert not any(words.endswith(" km") for words in words_of("layers=cables&region=oceania"))


def test_a_paper_is_read_by_name_or_size() -> None:
    assert read_paper("A4", None) == PAPERS["a4"] == Paper(3508, 2480, 300)
    assert read_paper(" 800 x 600 ", 96) == Paper(800, 600, 96)
    assert read_paper("1920×1080", 100).dpi == 100


@pytest.mark.parametrize(("text", "dpi"), [
    ("a9", None), ("", None), ("199x500", None), ("500x10001", None), ("500x500", 29), ("500x500", 1201),
    ("-5x7", 72),
])
def test_a_paper_beyond_the_limits_is_refused_in_one_sentence(text: str, dpi: int | None) -> None:
    with pytest.raises(AtlasError) as caught:
        read_paper(text, dpi)
    assert text in caught.value.text[Lang.JA]
    assert "1920x1080" in caught.value.text[Lang.EN]


def figure_centre(query: str) -> float:
    """Give the meridian that a zoomed picture is centred on."""
    frame = scene_of(query).frame
    assert frame is not None
    return (frame[0] + (frame[2] - frame[0]) % 360 / 2 + 180) % 360 - 180


def completed() -> str:
    """Give the colour of Japan on the map of adopters."""
    look = find_layers()["isdbt"].field("status").category("completed")
    assert look is not None
    return look.colour


def is_colour(pixel: NDArray[np.uint8], colour: str) -> bool:
    """Tell whether a pixel has a colour, but for rounding."""
    return bool(np.abs(pixel / 255 - np.array(to_rgb(colour))).max() < 0.02)


def test_a_picture_with_no_room_left_for_its_map_says_what_to_do() -> None:
    scene = scene_of("layers=isdbt,cables,datacenters,mocs,landings&show=all")
    with pytest.raises(AtlasError, match="no room for the map"):
        save(scene, Paper(1500, 700, 220, enlarged=2.5))
