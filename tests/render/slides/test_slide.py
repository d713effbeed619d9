from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Emu

from geo.countries import read_countries
from i18n.text import Lang
from render.caption import as_of
from render.packet import read_memory
from render.picture.save import save
from render.slides.shapes import FONT
from scene.grammar import read_choice
from scene.scene import Scene
from tests.render.picture.pictures import SLIDE, scene_of
from tests.render.slides.decks import difference, opened, painted, pptx_of, shapes_in

WORLD = "layers=isdbt,cables,datacenters"
CODE = re.compile(r"[A-Z]{3} ")


@pytest.fixture(scope="module")
def world() -> bytes:
    return pptx_of(WORLD)


def test_each_country_in_view_is_a_shape_of_its_own_under_its_code_and_name(world: bytes) -> None:
    names = {shape.name for shape in shapes_in(opened(world)) if CODE.match(shape.name)}
    assert len(names) >= 190
    assert {f"{code} {country.name.ja}" for code, country in read_countries().items()} >= names
    assert "BRA ブラジル" in names


def test_the_world_is_small_enough_to_mail(world: bytes) -> None:
    assert len(world) <= 3_000_000


def test_a_country_recoloured_alone_leaves_all_else_as_it_was(world: bytes) -> None:
    shown = opened(world)
    brazil = next(shape for shape in shapes_in(shown) if shape.name == "BRA ブラジル")
    brazil.fill.solid()  # type: ignore[attr-defined]
    brazil.fill.fore_color.rgb = RGBColor.from_string("FF00FF")  # type: ignore[attr-defined, no-untyped-call]
    file = BytesIO()
    shown.save(file)
    before, after = (written(shapes_in(opened(content))) for content in (world, file.getvalue()))
    assert [name for (name, one), (_name, other) in zip(before, after, strict=True) if one != other] == ["BRA ブラジル"]


def written(shapes: Sequence[object]) -> list[tuple[str, bytes]]:
    return [(shape.name, etree.tostring(shape._element)) for shape in shapes]  # type: ignore[attr-defined]


def test_what_is_read_out_for_a_shape_says_what_the_scene_says(world: bytes) -> None:
    scene, read_out = scene_of(WORLD), alternatives(world)
    for sheet in scene.sheets:
        rows = zip(sheet.each_row(), sheet.drawn_as(), strict=True)
        keys = {str(row["id"]): look.label.ja for row, look in rows} | {
            str(row["iso_a3"]): look.label.ja for row, look in zip(sheet.each_row(), sheet.drawn_as(), strict=True)
            if sheet.layer.id == scene.sheets[0].layer.id}
        told = {key: said for key, said in keys.items() if key in read_out}
        assert told
        assert all(f"{sheet.layer.title.ja}: {said}" in read_out[key] for key, said in told.items())


def alternatives(content: bytes) -> dict[str, str]:
    shapes = (shape._element.find(f".//{qn('p:cNvPr')}") for shape in shapes_in(opened(content)))
    return {shape.get("name").split(" ")[0]: shape.get("descr") or "" for shape in shapes if shape is not None}


def test_numbers_of_shapes_are_unique_in_a_slide(world: bytes) -> None:
    numbers = [each.get("id") for each in opened(world).slides[0].shapes._spTree.iter(qn("p:cNvPr"))]
    assert len(numbers) == len(set(numbers))


def test_the_slide_has_its_title_as_a_title_and_every_word_as_text() -> None:
    shown = opened(pptx_of("region=oceania&stamp=draft"))
    slide = shown.slides[0]
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == scene_of("region=oceania").title.ja
    said = "".join(shape.text_frame.text for shape in shapes_in(shown) if shape.has_text_frame)  # type: ignore[attr-defined]
    for words in ("運用中", "フィジー", "出典", "未定稿", "2026年"):
        assert words in said


def test_a_view_that_shows_nothing_is_headed_by_its_date_where_the_picture_has_it() -> None:
    query = "layers=&bbox=0,0,2,2&lang=en"
    title = opened(pptx_of(query)).slides[0].shapes.title  # the slide is held back where its words are moved
    assert title is not None
    assert title.text_frame.text == as_of(scene_of(query))


def test_no_text_leaves_the_slide_even_where_a_program_spaces_it_out() -> None:
    for query in ("", "region=oceania", "lang=en", "country=UZB&parts=title,legend,rows,sources"):
        shown = opened(pptx_of(query))
        texts = [shape for shape in shapes_in(shown) if shape.has_text_frame and shape.text_frame.text]  # type: ignore[attr-defined]
        assert all(shape.left >= 0 and shape.left + shape.width <= (shown.slide_width or 0) for shape in texts)


def test_the_fonts_stand_on_japanese_windows(world: bytes) -> None:
    faces = {each.get("typeface") for each in opened(world).slides[0].shapes._spTree.iter(qn("a:latin"), qn("a:ea"))}
    assert faces == {FONT}


@pytest.mark.parametrize("query", [
    "region=oceania&look=dark", "country=UZB&lang=en&size=a4", "layers=isdbt&size=960x1080",
])
def test_a_slide_remembers_its_view(query: str) -> None:
    scene = scene_of(query)
    content = pptx_of(query)
    assert read_choice(read_memory(content).query).choice == scene.choice
    assert read_memory(content).facts


def test_a_dark_slide_is_dark_behind_and_a_transparent_one_takes_the_presentation_s_ground() -> None:
    dark, clear = (pptx_of(f"layers=isdbt&look=dark&ground={ground}") for ground in ("filled", "transparent"))
    grounds = [opened(content).slides[0]._element.find(f".//{qn('p:bg')}") for content in (dark, clear)]
    assert grounds[0] is not None
    assert grounds[1] is None


@pytest.mark.parametrize("query", [WORLD, "region=oceania&lang=en", "layers=isdbt,mocs&region=latin_america&look=dark"])
def test_libreoffice_prints_it_as_our_own_picture_looks(query: str, tmp_path: Path) -> None:
    ours = Image.open(BytesIO(save(scene_of(query), SLIDE))).convert("RGB")
    assert difference(ours, painted(pptx_of(query), tmp_path)) <= 0.02


def test_a_slide_is_as_large_as_its_paper(world: bytes) -> None:
    shown = opened(world)
    assert [Emu(side or 0).inches for side in (shown.slide_width, shown.slide_height)] == pytest.approx(SLIDE.inches)


def test_an_english_slide_reads_english() -> None:
    scene: Scene = scene_of("layers=isdbt&lang=en")
    assert scene.lang == Lang.EN
    assert "BRA Brazil" in {shape.name for shape in shapes_in(opened(pptx_of("layers=isdbt&lang=en")))}
