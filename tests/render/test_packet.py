from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from i18n.errors import AtlasError
from i18n.text import Lang
from render.packet import HEAD, OURS, TAIL, read_memory, write_packet
from scene.choice import Choice
from scene.grammar import read_choice, write_choice
from scene.limits import LONGEST_PACKET
from scene.memory import Memory
from tests.scene.choices import choices, titles

KEYS = st.text(min_size=1, max_size=30)
MARKS = st.text("0123456789abcdef", min_size=8, max_size=8)
TRAPS = ["]]>", '<?xpacket end="r"?>', "&amp; & <b>", "🎌🇯🇵", "\"'“”", "<!DOCTYPE x>", "</metadata>", "<!-- -->"]
SWELLING = b"""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>"""


def packed(inner: bytes) -> bytes:
    """Put an element into a packet as another program might write it."""
    space = f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="{OURS}"'.encode()
    return HEAD + b"<x " + space + b">" + inner + b"</x>" + TAIL


def refusal(content: bytes) -> str:
    """Read what cannot be read, and give the sentence that says so."""
    with pytest.raises(AtlasError) as caught:
        read_memory(content)
    assert caught.value.text[Lang.JA].count("\n") == 0
    return caught.value.text[Lang.EN]


def title_in(packet: bytes) -> str:
    """Read the title as any other program would."""
    tree = etree.fromstring(packet[len(HEAD):-len(TAIL)])
    (found,) = tree.xpath("//*[local-name()='title']//*[local-name()='li']/text()")
    return str(found)


@given(choice=choices(), facts=st.dictionaries(KEYS, MARKS, max_size=9), noise=st.binary(max_size=99))
def test_what_is_written_is_read_back_from_the_middle_of_any_file(
    choice: Choice, facts: dict[str, str], noise: bytes
) -> None:
    query = write_choice(choice)
    memory = Memory(query, "2026-11-22", "0123456789ab", facts)
    packet = write_packet(memory, title="題", rights="")
    assert read_memory(noise + packet + noise) == memory
    assert write_choice(read_choice(read_memory(packet).query).choice) == query
    assert write_packet(memory, title="題", rights="") == packet


@given(title=titles().filter(bool))
def test_other_programs_read_the_title_as_it_is(title: str) -> None:
    assert title_in(write_packet(Memory(""), title=title, rights="")) == title


@pytest.mark.parametrize("trap", TRAPS)
def test_words_that_look_like_marks_come_back_intact(trap: str) -> None:
    memory = Memory(f"title={trap}", trap, trap, {f"local:{trap} a": "0a0a0a0a"})
    packet = write_packet(memory, title=trap, rights=trap)
    assert read_memory(packet) == memory
    assert title_in(packet) == trap
    assert len(re.findall(rb"<\?xpacket", packet)) == 2


def test_letters_that_xml_cannot_hold_are_left_out_of_the_title() -> None:
    assert title_in(write_packet(Memory(""), title="a\x0bb\ud800c", rights="")) == "abc"


def test_a_program_that_makes_attributes_of_our_elements_loses_nothing() -> None:
    inner = b'<rdf:Description z:query="layers=isdbt" z:asOf="2026-01-02" z:version="1" z:facts="isdbt:BRA=00000000"/>'
    assert read_memory(packed(inner)) == Memory("layers=isdbt", "2026-01-02", "1", {"isdbt:BRA": "00000000"})


def test_the_packet_of_another_program_is_passed_over() -> None:
    other, ours = HEAD + b"<a>1</a>" + TAIL, write_packet(Memory("layers=isdbt"), title="", rights="")
    assert read_memory(other + b"\0\0" + ours).query == "layers=isdbt"
    assert "no record" in refusal(other)


@pytest.mark.parametrize("content", [
    b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"PK\x03\x04", HEAD, b"<?xpacket end",
])
def test_a_file_without_a_memory_is_refused_in_one_sentence(content: bytes) -> None:
    assert "another program has saved again may have lost it" in refusal(content)


@pytest.mark.parametrize("spoilt", [
    HEAD + SWELLING + packed(b"<z:query>&b;</z:query>")[len(HEAD):],
    packed(b"<z:query>a</z:wrong>"),
    packed(b"<z:query>" + b"a" * 20_000 + b"</z:query>"),
    packed(b"<z:query>a</z:query>" + b" " * LONGEST_PACKET),
    packed(b"<z:query>a</z:query>" + b"<a>" * 5_000 + b"</a>" * 5_000),
    packed(b"<z:query>a</z:query>")[:-len(TAIL) - 4],
    packed(b"<z:query>\xff\xfe</z:query>"),
])
def test_a_packet_that_is_spoilt_or_made_to_swell_is_refused_in_one_sentence(spoilt: bytes) -> None:
    assert "is broken" in refusal(spoilt)


def test_many_marks_without_a_packet_are_gone_through_at_once() -> None:
    assert "no record" in refusal(HEAD * 50_000)
    assert "no record" in refusal((HEAD + TAIL) * 50_000)


@given(st.binary(max_size=400), st.integers(0, 900), st.integers(0, 255))
def test_a_spoilt_byte_gives_a_memory_or_a_sentence(noise: bytes, at: int, byte: int) -> None:
    memory = Memory("layers=isdbt", "2026-11-22", "1", {"a:b": "00000000"})
    packet = bytearray(write_packet(memory, title="題", rights=""))
    packet[at % len(packet)] = byte
    with suppress(AtlasError):
        assert isinstance(read_memory(noise + bytes(packet)), Memory)


@pytest.mark.parametrize("title", [
    '<?xpacket begin="" ?>', '<?xpacket begin="" ?>a<?xpacket begin="" ?>', HEAD.decode(),
])
def test_a_title_that_begins_a_packet_hides_none(title: str) -> None:
    memory = Memory("layers=isdbt")
    assert read_memory(title.encode() + b"\0" + write_packet(memory, title=title, rights="")) == Memory(
        "layers=isdbt", facts={})
