"""Views that the one file is tried with, and a reader of what stands in it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from render.onefile.page import to_html
from scene.grammar import read_choice
from scene.scene import Scene, build_scene

PAYLOAD = "</script><script>window.__pwned=1</script><!--<script>"
VIEWS = (
    "", "show=all&layers=isdbt,cables,landings,datacenters,mocs,redundancy,projects,plan20", "lang=en",
    "region=oceania", "region=oceania,africa&lang=en", "country=TON", "country=UZB&layers=mocs,projects",
    "field=submarine_cable", "year=2019-2025", "year=2020&layers=mocs", "confidence=high", "cables.status=planned",
    "mocs.kind=moc&region=southeast_asia", "lens=cables_past_target", "lens=adopters_without_ewbs&layers=isdbt",
    "plan=2022-07", "plan=2022-07&year=2015-2030&layers=cables,mocs", "select=TON,humboldt", "bbox=160,-30,-160,0",
    "colour=cables.theme&layers=cables", "cut=tonga-cable&layers=cables,landings", "layers=&stamp=care,%E6%B3%A8",
    "title=%E5%9B%B3",
)
"""Queries: every part of a choice that the one file knows."""


@dataclass
class Document(HTMLParser):
    """The elements of a page as a browser parts them: scripts and sheets with their text, and all attributes."""

    scripts: list[tuple[dict[str, str | None], str]] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)  # element, attribute, value
    title: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: tuple[str, dict[str, str | None]] | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag in ("script", "style", "title"):
            self._open, self._text = (tag, dict(attrs)), ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if self._open is None or tag != self._open[0]:
            return
        if tag == "script":
            self.scripts.append((self._open[1], self._text))
        elif tag == "style":
            self.styles.append(self._text)
        else:
            self.title = self._text
        self._open = None

    @property
    def running(self) -> list[str]:
        """Give the scripts that a browser runs."""
        return [text for attributes, text in self.scripts if "type" not in attributes]

    def block(self, name: str) -> Any:
        """Read a block of data."""
        return next(json.loads(text) for attributes, text in self.scripts if attributes.get("id") == name)

    @property
    def policy(self) -> str:
        return next(value for tag, name, value in self.attributes if name == "content" and "default-src" in value)


def scene_of(query: str) -> Scene:
    """Build the scene of a query."""
    return build_scene(read_choice(query).choice)


def parted(content: bytes) -> Document:
    """Part a page."""
    document = Document()
    document.feed(content.decode("utf-8"))
    document.close()
    return document


def document_of(query: str) -> Document:
    """Write the one file of a query and part it."""
    return parted(to_html(scene_of(query)))
