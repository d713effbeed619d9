from __future__ import annotations

import re
import tracemalloc
import warnings
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import deck
from i18n.errors import AtlasError
from i18n.text import Lang, Text
from render.deck import handed_in
from render.deck.base import title_of
from render.deck.template import open_template
from tests.profile import many
from tests.render.deck.templates import (
    by,
    changed,
    crowded,
    declared_as,
    linked,
    linked_from_outside_its_parts,
    low_title,
    lying,
    numbered_alike,
    of_kilometres,
    off_the_slide,
    pointing_to_a_slide,
    template,
    unlisted,
    with_object,
    without_feet,
    without_notes_place,
    without_title_only,
    without_titles,
)


@pytest.fixture(scope="module")
def wide() -> bytes:
    return template()


def test_a_template_gives_its_size_and_loses_its_slides(wide: bytes) -> None:
    base = open_template(wide)
    assert base.size == pytest.approx((960, 540), abs=0.1)
    assert not len(base.file.slides)
    assert not base.is_house


def test_layouts_are_found_by_their_placeholders(wide: bytes) -> None:
    base = open_template(wide)
    assert (base.cover.name, base.plain.name) == ("Title Slide", "Title Only")


def test_a_template_of_4_by_3_has_room() -> None:
    base = open_template(template(wide=10.0))
    assert base.size == pytest.approx((720, 540), abs=0.1)
    assert base.room.body.right <= 720


def test_the_room_lies_between_the_title_and_the_footers(wide: bytes) -> None:
    base = open_template(wide)
    title = title_of(base.plain)
    assert title is not None
    assert base.room.body.top * 12700 > title.top + title.height
    assert base.room.body.bottom < 540 - 24


def test_a_potx_is_taken_as_well(wide: bytes) -> None:
    content = declared_as(wide, b"presentationml.template.main+xml")
    assert open_template(content).plain.name == "Title Only"


def test_without_a_layout_of_a_title_alone_the_next_best_one_serves() -> None:
    def change(file: object) -> None:
        slides = file.slides._sldIdLst  # type: ignore[attr-defined]
        file.part.drop_rel(slides[0].rId)  # type: ignore[attr-defined]
        slides.remove(slides[0])
        without_title_only(file)

    base = open_template(template(change=change))
    assert base.plain.name != "Title Only"
    assert title_of(base.plain) is not None


def test_a_template_without_footers_leaves_room_for_ours() -> None:
    assert open_template(template(change=without_feet)).room.own_feet


def declared(wide: bytes) -> bytes:
    root = b"<p:presentation"
    return changed(wide, lambda name, part: part.replace(root, b"<!DOCTYPE x>" + root, 1)
                   if name == "ppt/presentation.xml" else part)


def declared_in_wide_letters(wide: bytes) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if name != "ppt/presentation.xml":
            return part
        return ("<!DOCTYPE x [<!ENTITY a 'b'>]>" + part.decode().partition("?>")[2]).encode("utf-16")

    return changed(wide, change)


def twice(wide: bytes) -> bytes:
    with ZipFile(out := BytesIO(wide), "a") as book, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book.writestr("ppt/presentation.xml", book.read("ppt/presentation.xml"))
    return out.getvalue()


def packed_by_another_way(wide: bytes) -> bytes:
    with ZipFile(out := BytesIO(wide), "a") as book:
        book.writestr("ppt/media/image9.bin", bytes(9), ZIP_BZIP2)
    return out.getvalue()


def without_sides(wide: bytes) -> bytes:
    return changed(wide, lambda name, part: re.sub(rb'(<a:ext cx="[0-9]+") cy="[0-9]+"', rb"\1", part)
                   if name == "ppt/slideLayouts/slideLayout1.xml" else part)


BOMB = {f"ppt/media/image{at}.bin": bytes(3_000_000) for at in range(8)}
REFUSED: dict[str, tuple[Callable[[bytes], bytes], Text]] = {
    "macros by kind": (
        lambda wide: declared_as(wide, b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), deck.MACROS),
    "macros by part": (lambda wide: changed(wide, lambda _n, p: p, **{"ppt/vbaProject.bin": b"x"}), deck.MACROS),
    "old or locked": (lambda wide: handed_in.OLE + wide, deck.OLD_OR_LOCKED),
    "no zip": (lambda wide: b"%PDF-1.7", deck.BROKEN),
    "empty": (lambda wide: b"", deck.BROKEN),
    "cut short": (lambda wide: wide[:len(wide) // 2], deck.BROKEN),
    "another zip": (lambda wide: changed(wide, lambda n, p: None if n == "ppt/presentation.xml" else p), deck.BROKEN),
    "no master": (lambda wide: changed(wide, lambda n, p: None if "slideMaster1.xml" in n else p), deck.BROKEN),
    "entities": (declared, deck.BROKEN),
    "entities in wide letters": (declared_in_wide_letters, deck.BROKEN),
    "two parts of one name": (twice, deck.BROKEN),
    "packed by a way that cannot be stopped": (packed_by_another_way, deck.BROKEN),
    "a place without sides on its cover": (without_sides, deck.BROKEN),
    "a layout whose master is gone": (
        lambda wide: changed(wide, lambda n, p: None if n.endswith("slideLayout1.xml.rels") else p), deck.BROKEN),
    "bomb": (lambda wide: changed(wide, lambda _n, p: p, **BOMB), deck.SWOLLEN),
    "many parts": (lambda wide: changed(wide, lambda _n, p: p, **{f"x{at}": b"" for at in range(2001)}), deck.SWOLLEN),
    "too large": (lambda wide: wide + bytes(handed_in.MOST_BYTES), deck.TOO_LARGE),
    "no title": (lambda _wide: template(change=without_titles), deck.NO_TITLE),
    "no room": (lambda _wide: template(change=low_title), deck.NO_ROOM),
    "a place off the slide": (lambda _wide: template(change=off_the_slide), deck.OFF_SLIDE),
    "slides of kilometres": (lambda _wide: template(change=of_kilometres), deck.TOO_WIDE),
    "hundreds of places": (lambda _wide: template(change=crowded), deck.MANY_PLACES),
    "outside": (lambda _wide: template(change=linked), deck.OUTSIDE),
    "outside, of no part": (linked_from_outside_its_parts, deck.OUTSIDE),
    "link to a slide": (lambda _wide: template(change=pointing_to_a_slide), deck.OUTSIDE),
    "object": (lambda _wide: template(change=with_object), deck.ALIVE),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_must_not_be_opened_is_refused_in_one_sentence(case: str, wide: bytes) -> None:
    spoil, sentence = REFUSED[case]
    with pytest.raises(AtlasError) as caught:
        open_template(spoil(wide))
    for lang in Lang:
        assert caught.value.text[lang].startswith(sentence[lang].split("{")[0][:20])
        assert "\n" not in caught.value.text[lang]


@settings(max_examples=many(sample=25, prove=300), deadline=None)
@given(share=st.floats(0, 0.999), damage=st.binary(min_size=1, max_size=4))
def test_a_damaged_template_is_opened_or_refused_and_nothing_else(wide: bytes, share: float, damage: bytes) -> None:
    at = int(share * len(wide))
    spoilt = wide[:at] + damage + wide[at + len(damage):]
    with suppress(AtlasError):
        assert title_of(open_template(spoilt).plain)


def test_a_place_that_reaches_off_the_slide_is_named_with_its_layout() -> None:
    with pytest.raises(AtlasError) as caught:
        open_template(template(change=off_the_slide))
    assert "「Title 1」がスライド(33.9×19.1 cm)の外" in caught.value.text.ja
    assert "of the layout “Title Only”" in caught.value.text.en


def saved(template: bytes) -> ZipFile:
    file = BytesIO()
    open_template(template).file.save(file)
    return ZipFile(file)


@pytest.mark.parametrize("change", [None, unlisted])
def test_no_part_of_the_old_slides_is_left(change: Callable[[object], None] | None) -> None:
    book = saved(template(change=change))
    assert not [name for name in book.namelist() if name.startswith("ppt/slides/")]
    assert "docProps/thumbnail.jpeg" not in book.namelist()


def test_who_wrote_a_template_is_not_told_and_no_clock_is_read() -> None:
    book = saved(template(change=by("A. Person")))
    assert not [name for name in book.namelist() if b"A. Person" in book.read(name)]
    assert b"1980-01-01T00:00:00Z" in book.read("docProps/core.xml")


def test_places_that_have_one_number_are_told_apart() -> None:
    base = open_template(template(change=numbered_alike))
    tops = [shape.top for shape in base.file.slides.add_slide(base.cover).placeholders]
    assert len(set(tops)) == len(tops) == 2


def test_a_master_of_notes_without_a_place_for_them_gives_way_to_the_usual_one() -> None:
    base = open_template(template(change=without_notes_place))
    slide = base.file.slides.add_slide(base.plain)
    assert slide.notes_slide.notes_text_frame is not None


def test_a_part_that_swells_beyond_what_the_file_says_is_unpacked_no_further(wide: bytes) -> None:
    swollen = lying(wide, swells_to=64_000_000)
    tracemalloc.start()
    open_template(swollen)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 16_000_000
