from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader

from analysis.reopened import say_changes
from i18n.errors import AtlasError
from render.packet import read_memory
from render.picture.fonts import missing
from render.picture.layout import NO_ROOM
from render.picture.memory import packet_of
from render.picture.save import FileKind, save
from scene.choice import Choice
from scene.grammar import read_choice
from scene.memory import Memory, remember
from scene.paper import Paper
from scene.scene import Scene, build_scene
from tests.profile import by_turns, many
from tests.render.picture.pictures import SMALL, scene_of
from tests.scene.choices import choices

BEGUN = "layers=isdbt&title=%3C%3Fxpacket%20begin%3D%22%22%20%3F%3E"
TRAP = "layers=isdbt&title=" + "%5D%5D%3E%3C%3Fxpacket%20end%3D%22w%22%3F%3E%26amp%3B%22'"
VIEWS = ["", "layers=cables&region=oceania&lang=en", "look=dark&layers=mocs", "layers=plan20&parts=none"]
TITLE = "]]><?xpacket end=\"w\"?>&amp;\"'"


TRAPPED = [(trap, kind) for trap in (TRAP, BEGUN) for kind in FileKind]


@pytest.mark.parametrize(("query", "kind"), [*by_turns(VIEWS, FileKind), *TRAPPED])
def test_a_picture_of_any_kind_holds_the_whole_memory(query: str, kind: FileKind) -> None:
    assert read_memory(save(scene_of(query), SMALL, kind)) == remember(scene_of(query))


def test_a_png_carries_the_packet_where_every_program_looks_for_it() -> None:
    info = Image.open(BytesIO(save(scene_of(TRAP), SMALL))).info
    assert info["XML:com.adobe.xmp"].encode() == packet_of(scene_of(TRAP))
    assert info["Title"] == TITLE


def test_an_svg_stays_well_formed_and_carries_the_packet_as_its_metadata() -> None:
    picture = save(scene_of(TRAP), SMALL, FileKind.SVG)
    tree = etree.fromstring(picture)
    (metadata,) = tree.findall("{*}metadata")
    assert [child.tag for child in metadata if isinstance(child.tag, str)] == ["{adobe:ns:meta/}xmpmeta"]
    assert tree.findtext("{*}title") == TITLE


def test_a_pdf_carries_the_packet_in_its_catalogue_and_keeps_its_page_and_title() -> None:
    scene = scene_of(TRAP)
    reader = PdfReader(BytesIO(save(scene, SMALL, FileKind.PDF)), strict=True)
    assert reader.root_object["/Metadata"].get_data() == packet_of(scene)  # type: ignore[attr-defined]
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": TITLE}
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    assert reader.metadata.creation_date is None
    assert reader.pdf_header >= "%PDF-1.4"  # the first version with transparency, and with such a stream
    assert [page.mediabox.width for page in reader.pages] == [SMALL.inches[0] * 72]


def test_a_png_from_before_there_were_packets_opens_with_its_link() -> None:
    chunks, file = PngInfo(), BytesIO()
    for key, words in (("Title", "題"), ("Query", "layers=isdbt&lang=en"), ("Data as of", "2026-10-01")):
        chunks.add_text(key, words)
    Image.new("RGB", (8, 8)).save(file, "png", pnginfo=chunks)
    assert read_memory(file.getvalue()) == Memory("layers=isdbt&lang=en", "2026-10-01")


def test_a_picture_that_another_program_saved_again_is_refused() -> None:
    file = BytesIO()
    Image.open(BytesIO(save(scene_of("layers=isdbt"), SMALL))).convert("L").save(file, "png", pnginfo=PngInfo())
    with pytest.raises(AtlasError, match="may have lost it"):
        read_memory(file.getvalue())


@settings(max_examples=many(sample=10, prove=100), phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(choice=choices(), kind=st.sampled_from(list(FileKind)))
def test_a_picture_reopened_from_its_file_gives_the_same_view_and_the_same_picture(
    choice: Choice, kind: FileKind
) -> None:
    scene = build_scene(replace(choice, title=drawable(choice.title), stamp=()))
    picture = drawn(scene, kind)
    memory = read_memory(picture)
    again = build_scene(read_choice(memory.query).choice)
    assert again.choice == scene.choice
    assert drawn(again, kind) == picture
    (said,) = say_changes(memory, again)
    assert said.en.endswith("nothing has changed.")


def drawn(scene: Scene, kind: FileKind) -> bytes:
    """Draw a small picture; a view that fills the paper with its title and legend is no picture."""
    try:
        return save(scene, Paper(480, 270, 36), kind)
    except AtlasError as error:
        assume(error.text != NO_ROOM)
        raise


def drawable(title: str) -> str:
    """Leave out what the fonts have no glyph for."""
    lacking = missing([title])
    return " ".join("".join(letter for letter in title if letter not in lacking).split())
