"""Where a picture keeps its memory: a chunk of a PNG, the metadata of an SVG, a stream of a PDF."""

from __future__ import annotations

from io import BytesIO
from typing import cast

from PIL.PngImagePlugin import PngInfo

from i18n.text import Lang
from i18n.words import APP
from render.caption import licences
from render.packet import write_packet
from scene.grammar import write_choice
from scene.memory import remember
from scene.scene import Scene

PNG_CHUNK = "XML:com.adobe.xmp"
"""The keyword under which every program looks for a packet in a PNG."""
SVG_METADATA = b"<metadata>", b"</metadata>"


def png_chunks(scene: Scene) -> PngInfo:
    """Give the chunks of a PNG: plain words that any viewer shows, and the packet, which must not be compressed."""
    chunks = PngInfo()
    told = {"Title": scene.title[scene.lang], "Source": APP[Lang.EN], "Query": write_choice(scene.choice),
            "Data as of": scene.as_of, "Copyright": "; ".join(licences(scene))}
    for key, words in told.items():
        chunks.add_text(key, words)
    chunks.add_itxt(PNG_CHUNK, packet_of(scene).decode("utf-8"))
    return chunks


def in_svg(content: bytes, scene: Scene) -> bytes:
    """Lay the packet into the metadata of an SVG, in place of what matplotlib says of itself."""
    before, begin, rest = content.partition(SVG_METADATA[0])
    _said, end, after = rest.partition(SVG_METADATA[1])
    return b"".join((before, begin, packet_of(scene), end, after))


def in_pdf(content: bytes, scene: Scene) -> bytes:
    """Lay the packet of a scene into a PDF."""
    return with_packet(content, packet_of(scene))


def with_packet(content: bytes, packet: bytes) -> bytes:
    """Lay a packet into the catalogue of a PDF, as it is: a stream that is compressed could not be found."""
    from pypdf import PdfWriter  # a fifth of a second that only a PDF is worth
    from pypdf.generic import NameObject, StreamObject

    writer, file = PdfWriter(clone_from=BytesIO(content)), BytesIO()
    writer.pdf_header = content[:8].decode("ascii")  # the version that it was written in
    writer.xmp_metadata = packet
    stream = cast(StreamObject, writer.root_object["/Metadata"])
    stream[NameObject("/Type")], stream[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
    writer.write(file)
    return file.getvalue()


def packet_of(scene: Scene) -> bytes:
    """Write what a picture of a scene remembers."""
    return write_packet(remember(scene), title=scene.title[scene.lang], rights="; ".join(licences(scene)))
