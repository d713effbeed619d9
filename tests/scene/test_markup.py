"""Markup in an address is quoted in a notice or kept as words; nothing of it is ever filled in or an error."""

from __future__ import annotations

from urllib.parse import quote

from scene.grammar import read_choice, write_choice
from scene.readers import READERS
from tests.markup import PAYLOADS
from tests.profile import many


def test_every_part_of_an_address_takes_any_markup() -> None:
    for key in (*READERS, "isdbt.generation", "mocs.kind", "unknown.part"):
        for payload in PAYLOADS[:: many(sample=7, prove=1)]:
            reading = read_choice(f"{key}={quote(payload, safe='')}")
            assert read_choice(write_choice(reading.choice)).choice == reading.choice
            assert all(notice.ja and notice.en for notice in reading.notices)


def test_a_part_that_is_dropped_is_named_to_the_letter() -> None:
    for payload in ("{0}", "{count.__class__}", "%s", "$x$"):
        (notice,) = read_choice(f"layers={quote(payload)}").notices
        assert payload in notice.ja
        assert payload in notice.en


def test_a_part_whose_very_name_is_markup_is_dropped() -> None:
    for payload in PAYLOADS:
        assert read_choice(f"{quote(payload, safe='')}=1").choice == read_choice("").choice
