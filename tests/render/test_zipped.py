from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.errors import AtlasError
from render.packet import read_memory, write_packet
from render.zipped import LETTERS, kept_in, properties
from scene.limits import LONGEST_PACKET, MOST_PARTS
from scene.memory import Memory

MEMORY = Memory("layers=isdbt&title=%E9%A1%8C", "2026-11-22", "0123456789ab",
                {f"cables:a{number}": f"{number:08x}" for number in range(200)})
PACKET = write_packet(MEMORY, title="題 & <題>", rights="")


def zipped(parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", method) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED])
@pytest.mark.parametrize(("name", "content"), [
    ("customXml/item1.xml", PACKET), ("customXml/item3.xml", PACKET), ("docProps/custom.xml", properties(PACKET)),
])
def test_an_office_file_that_was_packed_again_gives_the_whole_memory(name: str, content: bytes, method: int) -> None:
    other = {"[Content_Types].xml": b"<Types/>", "customXml/item9.xml": b"<other/>"}
    assert read_memory(zipped({**other, name: content}, method)) == MEMORY


def test_parts_that_the_browser_has_unpacked_give_it_as_well() -> None:
    assert read_memory(b"<other/>" + properties(PACKET)) == MEMORY


def test_properties_are_short_enough_for_every_program_and_come_in_any_order() -> None:
    written = properties(PACKET)
    pieces = written.split(b"<property")[1:]
    assert all(len(piece) < LETTERS + 200 for piece in pieces)
    last = pieces[-1].removesuffix(b"</Properties>")
    turned = [b"<property" + piece for piece in (last, *pieces[-2::-1])]
    assert len(pieces) > 2
    assert read_memory(written[:written.index(b"<property")] + b"".join(turned) + b"</Properties>") == MEMORY


@pytest.mark.parametrize("parts", [
    {"customXml/item1.xml": b"\0" * (LONGEST_PACKET - 10) + PACKET[:10]},
    {"customXml/item1.xml": PACKET + b" " * LONGEST_PACKET},
    {f"customXml/item{number}.xml": b"<a/>" for number in range(MOST_PARTS)} | {"customXml/item99.xml": PACKET},
    {"docProps/custom.xml": properties(zlib.compress(PACKET))},
    {"docProps/custom.xml": properties(PACKET).replace(b"TenkaiAtlas1<", b"Tenkai<").replace(b"lpwstr>e", b"lpwstr>!")},
    {"docProps/custom.xml": b'<!DOCTYPE a [<!ENTITY b "c">]>' + properties(PACKET).replace(b"lpwstr>e", b"lpwstr>&b;")},
    {"word/document.xml": PACKET},
])
def test_what_is_too_much_or_broken_or_elsewhere_is_refused(parts: dict[str, bytes]) -> None:
    with pytest.raises(AtlasError):
        read_memory(zipped(parts))


def test_properties_that_swell_are_unpacked_no_further_than_a_packet_is_long() -> None:
    swollen = zipped({"docProps/custom.xml": properties(b"a" * 50 * LONGEST_PACKET)})
    assert max(map(len, kept_in(swollen))) == LONGEST_PACKET


@given(st.data(), st.integers(0, 255), st.binary(max_size=30))
def test_a_broken_zip_gives_a_memory_or_a_sentence(data: st.DataObject, byte: int, noise: bytes) -> None:
    content = bytearray(BROKEN)
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[at] = byte
    cut = data.draw(st.integers(0, len(content)))
    for broken in (bytes(content), bytes(content[:cut]), bytes(content[:cut]) + noise + bytes(content[cut:])):
        with suppress(AtlasError):
            assert isinstance(read_memory(broken), Memory)


BROKEN = zipped({"customXml/item1.xml": PACKET[:600], "docProps/custom.xml": properties(PACKET[:600])})


def test_the_properties_of_a_template_stay_and_ours_stand_beside_them() -> None:
    theirs = (b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property '
              b'fmtid="{0}" pid="7" name="Label"/></Properties>')
    both = properties(PACKET, theirs)
    assert b'pid="7" name="Label"' in both
    assert b'pid="8" name="TenkaiAtlas1"' in both
    assert read_memory(zipped({"docProps/custom.xml": both})) == MEMORY
    assert properties(PACKET, b"<broken") == b"<broken"
