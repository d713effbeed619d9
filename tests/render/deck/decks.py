"""What the tests of decks share: a small deck, composed and packed, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from render.deck.house import house
from render.deck.package import packed
from render.deck.save import compose, setting_of
from render.deck.spread import Setting, Spread
from render.picture.memory import packet_of
from scene.grammar import read_choice
from scene.scene import build_scene

SMALL = "layers=isdbt,datacenters&region=latin_america,africa&deck=figures,regions&stamp=draft"
Spoil = Callable[[Any], object]


@dataclass(frozen=True)
class Deck:
    """A deck with what it was made of."""

    content: bytes
    spreads: list[Spread]
    setting: Setting


def deck(query: str = SMALL) -> Deck:
    """Compose and pack a deck without the proof."""
    choice = read_choice(query).choice
    base = house(choice.look)
    setting = setting_of(choice, base, plain=False)
    spreads = compose(setting)
    memory = packet_of(build_scene(choice))
    return Deck(packed(base, spreads, memory=memory, title=spreads[0].title, lang=choice.lang), spreads, setting)


def opened(content: bytes) -> Any:
    """Open a deck."""
    return Presentation(BytesIO(content))


def spoilt(content: bytes, spoil: Spoil) -> bytes:
    """Change a deck as someone with PowerPoint could."""
    file = opened(content)
    spoil(file)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def words(slide: Any) -> list[Any]:
    """List the text boxes of a slide, without its placeholders and its map."""
    return [shape for shape in slide.shapes if shape.has_text_frame and not shape.is_placeholder
            and shape.text_frame.text]


def map_of(slide: Any) -> Any:
    """Give the group that holds the map."""
    return next(shape for shape in slide.shapes if shape._element.tag == qn("p:grpSp"))


def described(shape: Any, meaning: str) -> None:
    """Let another sentence be read out for a shape."""
    shape._element.find(f".//{qn('p:cNvPr')}").set("descr", meaning)


def longer(shape: Any) -> None:
    """Say ten times as much in a text box."""
    run = shape.text_frame.paragraphs[-1].runs[0]
    run.text = run.text * 20


def smaller(shape: Any) -> None:
    """Set a text box in type that nobody can read."""
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(5)


def removed(shape: Any) -> None:
    """Take a shape away."""
    shape._element.getparent().remove(shape._element)
