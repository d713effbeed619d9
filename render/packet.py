"""The packet of a memory: XMP, made to be found by looking through the bytes of whatever file it lies in.

A packet is XML between two marks that every kind of file can hold as it is. Other programs read its title and rights;
ours reads the link, the data's date and version, and the facts from a namespace of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from lxml import etree
from lxml.builder import ElementMaker

from i18n.errors import AtlasError
from i18n.text import Lang, Text
from i18n.words import APP
from render.zipped import kept_in
from scene.limits import LONGEST_PACKET
from scene.memory import Facts, Memory

OURS = "urn:tenkai-atlas:memory:1#"
NAMESPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "atlas": OURS,
}  # names, not addresses: nothing is asked of these hosts
PDF_UA = "http://www.aiim.org/pdfua/ns/id/"
X, RDF, DC, XMP, ATLAS = (ElementMaker(namespace=name, nsmap=NAMESPACES) for name in NAMESPACES.values())
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HEAD, TAIL = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'.encode(), b'\n<?xpacket end="r"?>'
MARKS = re.compile(rb"<\?xpacket (?:(begin)=[^>]{0,99}\?>|end=)")
LONGEST_QUERY = 10_000
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""
OLD_CHUNK = re.compile(rb"(.{4})tEXt(Query|Data as of)\0", re.DOTALL)
PNG_MARK = b"\x89PNG\r\n\x1a\n"
BROKEN = Text(
    "このファイルの表示条件の記録は壊れていて読めません。元のファイルから開いてください。",
    "The record of the view in this file is broken and cannot be read; open the original file.",
)
NONE_THERE = Text(
    "このファイルに表示条件の記録がありません。アトラスで作った PNG・SVG・PDF・PPTX・HTML を使ってください"
    "(ほかのソフトで保存し直した画像では、記録が失われていることがあります)。",
    "There is no record of a view in this file: use a PNG, SVG, PDF, PPTX or HTML made by the atlas "
    "(a picture that another program has saved again may have lost it).",
)


def write_packet(memory: Memory, *, title: str, rights: str, also: Iterable[etree._Element] = ()) -> bytes:
    """Write a memory as a packet in UTF-8, and what else a kind of file says there; the same memory, the same bytes."""
    description = RDF.Description(
        {f"{{{NAMESPACES['rdf']}}}about": ""},
        DC.title(_worded(title)), DC.source(f"?{memory.query}"), DC.rights(_worded(rights)),
        XMP.CreatorTool(APP[Lang.EN]),
        ATLAS.query(memory.query), ATLAS.asOf(memory.as_of), ATLAS.version(memory.version),
        ATLAS.facts(_listed(memory.facts or {})), *also,
    )  # fmt: skip
    written: bytes = etree.tostring(X.xmpmeta(RDF.RDF(description)), encoding="utf-8")
    return HEAD + written + TAIL


def accessible(lang: Lang) -> tuple[etree._Element, ...]:
    """Say of a PDF that it keeps to PDF/UA-1, and its language."""
    return ElementMaker(namespace=PDF_UA, nsmap={"pdfuaid": PDF_UA}).part("1"), DC.language(RDF.Bag(RDF.li(lang.value)))


def read_memory(content: bytes) -> Memory:
    """Read the memory in a file's bytes, of whatever kind it is; raises AtlasError when there is none to be read."""
    packets = [packet for part in (content, *kept_in(content)) for packet in _packets(part)]
    for packet in packets:
        if memory := _read(packet):
            return memory
    if any(OURS.encode() in packet for packet in packets):
        raise AtlasError(BROKEN)
    return _read_old(content)


def _packets(content: bytes) -> Iterator[bytes]:
    """Find the XML of the packets in a file: what lies between an end mark and the last begin mark before it.

    One that is too long or has no end gives what is there of it. A title may hold such marks; a packet never does.
    """
    begun = -1
    for mark in MARKS.finditer(content):
        if begun >= 0 and not mark[1]:
            yield content[begun:min(mark.start(), begun + LONGEST_PACKET + 1)]
        begun = mark.end() if mark[1] else -1
    if begun >= 0:
        yield content[begun:begun + LONGEST_PACKET + 1]


def _read(packet: bytes) -> Memory | None:
    """Read a packet; None when it is not one of ours. Nothing in it can stand for something else or be fetched."""
    if len(packet) > LONGEST_PACKET or b"<!" in packet:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(packet.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    query, as_of, version, facts = (_told(tree, name) for name in ("query", "asOf", "version", "facts"))
    if query is None or len(query) > LONGEST_QUERY:
        return None
    return Memory(query, as_of or "", version or "", _facts(facts or ""))


def _told(tree: etree._Element, name: str) -> str | None:
    """Give what an element of our namespace says; another program may have made an attribute of it."""
    for element in tree.iter():
        if element.tag == f"{{{OURS}}}{name}":
            return str(element.text or "")
        if f"{{{OURS}}}{name}" in element.attrib:
            return str(element.attrib[f"{{{OURS}}}{name}"])
    return None


def _read_old(content: bytes) -> Memory:
    """Read the text chunks of a PNG from before there were packets."""
    chunks = OLD_CHUNK.finditer(content) if content.startswith(PNG_MARK) else ()
    told = {each[2]: content[each.end():each.end() + int.from_bytes(each[1]) - len(each[2]) - 1][:LONGEST_QUERY]
            for each in chunks}
    if b"Query" not in told:
        raise AtlasError(NONE_THERE)
    query, as_of = (told.get(name, b"").decode("latin-1") for name in (b"Query", b"Data as of"))
    return Memory(query, as_of)


def _listed(facts: Facts) -> str:
    """Write facts as words without blanks: `cables:humboldt=1a2b3c4d`."""
    return " ".join(f"{quote(key, safe=':')}={mark}" for key, mark in facts.items())


def _facts(text: str) -> Facts:
    pairs = (word.rpartition("=") for word in text.split())
    return {unquote(key): mark for key, _equals, mark in pairs}


def _worded(text: str) -> etree._Element:
    return RDF.Alt(RDF.li({XML_LANG: "x-default"}, UNWRITABLE.sub("", text)))
