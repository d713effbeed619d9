"""What a document's PDF remembers: the view that stands beside it, so that it can be opened from the file."""

from __future__ import annotations

from dataclasses import replace

from analysis.document import Document
from render.caption import licences
from render.packet import accessible, write_packet
from render.picture.memory import with_packet
from scene.choice import Choice
from scene.grammar import read_choice
from scene.memory import remember
from scene.scene import build_scene


def remembered(content: bytes, document: Document) -> bytes:
    """Lay the memory of a document's view into its PDF, which stays one that says it is PDF/UA-1."""
    scene = build_scene(view_beside(document))
    packet = write_packet(remember(scene), title=document.title, rights="; ".join(licences(scene)),
                          also=accessible(document.lang))
    return with_packet(content, packet)


def view_beside(document: Document) -> Choice:
    """Give the view of a document; one that stands beside none opens its page."""
    choice = read_choice(document.query or f"view={document.id}").choice
    return replace(choice, lang=document.lang)
