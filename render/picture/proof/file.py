"""The file of a picture: whole, of the size asked for, and remembering its view; nothing in it points outside."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from xml.parsers import expat

from i18n.errors import AtlasError
from i18n.text import Text
from render.packet import read_memory
from render.picture.draw import Drawing
from render.picture.proof import faults
from render.picture.proof.reading import Writing
from scene.grammar import read_choice
from scene.paper import Paper
from scene.scene import Scene

SIGNATURE = b"\x89PNG\r\n\x1a\n"
METRE = 1 / 0.0254
"""Inches in a metre, in which PNG counts its dots."""
INSIDE = re.compile(r"#.*|data:.*|https?://(www\.w3\.org|purl\.org|creativecommons\.org)/.*", re.DOTALL)
"""What a link in an SVG may be: a place in the file itself, or the name of a vocabulary."""
DRAWN_AS_TEXT = frozenset({"text", "tspan", "image"})
"""Elements that would need a font or a file of whoever opens it."""


def check_file(drawing: Drawing, content: bytes, kind: str, written: Sequence[Writing]) -> Iterator[Text]:
    """Give what is wrong with the bytes of a file."""
    if kind == "pptx":
        from render.slides.proof import check_slide  # only a slide waits for python-pptx

        yield from check_slide(drawing, content, written)
    else:
        check = {"png": _png, "svg": _svg, "pdf": _pdf, "plain": _plain}[kind]
        yield from check(drawing.canvas.paper, content)
    yield from _memory(drawing.scene, content)


def _png(paper: Paper, content: bytes) -> Iterator[Text]:
    chunks = dict(_chunks(content))
    if b"IDAT" not in chunks or b"IEND" not in chunks:
        yield faults.BROKEN_FILE
        return
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    if (width, height) != paper.sides:
        yield _other_size(f"{width}x{height}", "{}x{}".format(*paper.sides))
    dots = struct.unpack(">IIB", chunks.get(b"pHYs", bytes(9)))
    if not all(abs(each - paper.dpi * METRE) <= 1 for each in dots[:2]):
        yield faults.OTHER_DPI.format(dpi=round(dots[0] / METRE), right=paper.dpi)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """List the chunks of a PNG whose checksum is right, up to the first that is broken or cut short."""
    at = len(SIGNATURE) if content.startswith(SIGNATURE) else len(content)
    while at + 12 <= len(content):
        length, name = struct.unpack(">I4s", content[at:at + 8])
        body, check = content[at + 8:at + 8 + length], content[at + 8 + length:at + 12 + length]
        if len(check) < 4 or zlib.crc32(body, zlib.crc32(name)) != struct.unpack(">I", check)[0]:
            return
        yield name, body
        at += 12 + length


def _memory(scene: Scene, content: bytes) -> Iterator[Text]:
    """Compare what a file remembers with the choice that it shows and the data behind it."""
    try:
        memory = read_memory(content)
    except AtlasError:
        yield faults.NO_MEMORY
        return
    if (read_choice(memory.query).choice, memory.as_of) != (scene.choice, scene.as_of):
        yield faults.OTHER_MEMORY


def _svg(paper: Paper, content: bytes) -> Iterator[Text]:
    elements = list[tuple[str, dict[str, str]]]()
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: elements.append((name, attributes))
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        yield faults.BROKEN_FILE
        return
    _name, root = elements[0]
    size = tuple(float(root[side].removesuffix("pt")) for side in ("width", "height"))
    yield from _page_size(size, paper)
    if any(name in DRAWN_AS_TEXT for name, _attributes in elements):
        yield faults.LOOSE_FONTS
    links = [value for _name, attributes in elements for key, value in attributes.items() if key.endswith("href")]
    if not all(map(INSIDE.fullmatch, links)):
        yield faults.OUTSIDE_LINK


def _pdf(paper: Paper, content: bytes) -> Iterator[Text]:
    from pypdf import PdfReader  # only this kind of file waits for it
    from pypdf.errors import PyPdfError

    try:
        pages = list(PdfReader(BytesIO(content), strict=True).pages)
        box = pages[0].mediabox
        fonts = [font.get_object() for font in pages[0].get("/Resources", {}).get("/Font", {}).values()]
    except (PyPdfError, IndexError, ValueError, KeyError):
        yield faults.BROKEN_FILE
        return
    if len(pages) != 1:
        yield faults.PAGES
    yield from _page_size((float(box.width), float(box.height)), paper)
    if not all(map(_is_embedded, fonts)):
        yield faults.LOOSE_FONTS


def _is_embedded(font: Mapping[str, object]) -> bool:
    inner = [each.get_object() for each in font.get("/DescendantFonts", [])] or [font]  # type: ignore[attr-defined]
    return all("/FontFile2" in each["/FontDescriptor"].get_object() for each in inner)


def _plain(paper: Paper, content: bytes) -> Iterator[Text]:
    """Look at a slide, and at the picture that it consists of."""
    from render.slides.plain import picture_of

    picture, size = picture_of(content)
    if not picture:
        yield faults.NO_PICTURE
        return
    yield from _page_size(size, paper)
    yield from _png(paper, picture)


def _page_size(size: tuple[float, ...], paper: Paper) -> Iterator[Text]:
    """Compare a page in points with the paper; a tenth of a point is rounding."""
    asked = [72 * side for side in paper.inches]
    if any(abs(one - other) > 0.1 for one, other in zip(size, asked, strict=True)):
        yield _other_size(*("{:.0f}x{:.0f} pt".format(*each) for each in (size, asked)))


def _other_size(size: str, asked: str) -> Text:
    return faults.OTHER_SIZE.format(size=size, right=asked)
