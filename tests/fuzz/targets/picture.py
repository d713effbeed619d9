"""A picture, slide or page that somebody hands in to be opened again: its record is read, or its lack told."""

from __future__ import annotations

from random import Random

from i18n.errors import AtlasError
from render.packet import HEAD, LONGEST_QUERY, OURS, TAIL, read_memory
from scene.grammar import read_choice
from tests.fuzz.mutators import worded, zipped
from tests.fuzz.target import FaultError, Spoil, Target, said

WORDS = (
    HEAD, TAIL, OURS, "<atlas:query>", "</atlas:query>", 'atlas:query="', "<atlas:facts>a=1 b=2</atlas:facts>",
    "<!DOCTYPE a>", "<!ENTITY a 'b'>", "&a;", "&#0;", "<![CDATA[", "layers=cables&amp;lang=en", "%00", "=",
    "TenkaiAtlas1", "tEXtQuery\0", b"\0\0\0\x10", b"\x89PNG\r\n\x1a\n", b"\xff\xff\xff\xff", b"%PDF-1.7",
    b"<svg xmlns='http://www.w3.org/2000/svg'>", "<Properties>", "</Properties>", "customXml/item1.xml",
    "docProps/custom.xml", b"PK\x03\x04", "<?xpacket ", "end=",
)
PLAIN = worded(*WORDS)
PACKED = zipped(PLAIN, members=("item1.xml", "custom.xml"))


def one(data: bytes) -> None:
    """Read the record of a file, and the view that it names."""
    try:
        memory = read_memory(data)
    except AtlasError as error:
        said(error.text)
        return
    if len(memory.query) > LONGEST_QUERY:
        raise FaultError("a query without end")
    said(*read_choice(memory.query).notices)


def mutate(data: bytes, random: Random, step: Spoil) -> bytes:
    """Change a file inside its zip where it is one."""
    return (PACKED if data.startswith(b"PK") and random.random() < 0.8 else PLAIN)(data, random, step)


TARGET = Target("picture", one, mutate, runs=100_000, sample=200, longest=16_384)
