from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import deck
from i18n.errors import AtlasError
from i18n.text import Lang, Text
from render.deck import template as looked
from render.deck.base import title_of
from render.deck.template import open_template
from tests.profile import many
from tests.render.deck.templates import (
    changed,
    declared_as,
    linked,
    low_title,
    template,
    with_object,
    without_feet,
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


BOMB = {f"ppt/media/image{at}.bin": bytes(3_000_000) for at in range(8)}
REFUSED: dict[str, tuple[Callable[[bytes], bytes], Text]] = {
    "macros by kind": (
        lambda wide: declared_as(wide, b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), deck.MACROS),
    "macros by part": (lambda wide: changed(wide, lambda _n, p: p, **{"ppt/vbaProject.bin": b"x"}), deck.MACROS),
    "old or locked": (lambda wide: looked.OLE + wide, deck.OLD_OR_LOCKED),
    "no zip": (lambda wide: b"%PDF-1.7", deck.BROKEN),
    "empty": (lambda wide: b"", deck.BROKEN),
    "cut short": (lambda wide: wide[:len(wide) // 2], deck.BROKEN),
    "another zip": (lambda wide: changed(wide, lambda n, p: None if n == "ppt/presentation.xml" else p), deck.BROKEN),
    "no master": (lambda wide: changed(wide, lambda n, p: None if "slideMaster1.xml" in n else p), deck.BROKEN),
    "entities": (declared, deck.BROKEN),
    "bomb": (lambda wide: changed(wide, lambda _n, p: p, **BOMB), deck.SWOLLEN),
    "many parts": (lambda wide: changed(wide, lambda _n, p: p, **{f"x{at}": b"" for at in range(2001)}), deck.SWOLLEN),
    "too large": (lambda wide: wide + bytes(looked.MOST_BYTES), deck.TOO_LARGE),
    "no title": (lambda _wide: template(change=without_titles), deck.NO_TITLE),
    "no room": (lambda _wide: template(change=low_title), deck.NO_ROOM),
    "outside": (lambda _wide: template(change=linked), deck.OUTSIDE),
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


def test_no_part_of_the_old_slides_is_left(wide: bytes) -> None:
    file = BytesIO()
    open_template(wide).file.save(file)
    assert not [name for name in ZipFile(file).namelist() if name.startswith("ppt/slides/")]
