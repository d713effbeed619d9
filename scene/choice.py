"""What is asked for: layers, filters, extent, projection, look, title and language; frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from geo.countries import Frame
from i18n.text import Lang, Text
from layers.base import Layer
from layers.lenses import LENSES
from layers.registry import find_layers

DEFAULT_CENTRE = 150.0  # degrees east: the Pacific in the middle, and the seam cuts the fewest countries
DEFAULT_PROJECTION = "equal_earth"
DEFAULT_SIZE = "1920x1080"
LOOKS: Mapping[str, Text] = {
    "official": Text("標準", "Official"),
    "quiet": Text("控えめ", "Quiet"),
    "mono": Text("白黒", "Mono"),
    "dark": Text("暗色", "Dark"),
}
TITLE_LENGTH = 120
PARTS: Mapping[str, Text] = {
    "title": Text("題名", "Title"),
    "legend": Text("凡例", "Legend"),
    "graticule": Text("経緯線", "Graticule"),
    "rows": Text("一覧", "List of rows"),
    "sources": Text("出典と注記", "Sources and notes"),
}
"""What a picture may carry around and under the facts."""
USUAL_PARTS = frozenset(PARTS) - {"rows"}
DECK_PARTS: Mapping[str, Text] = {
    "overview": Text("全体像", "Overview"),
    "fields": Text("分野ごと", "Each field"),
    "regions": Text("地域ごと", "Each region"),
    "chosen": Text("選んだ国", "Chosen countries"),
    "countries": Text("すべての国", "Every country"),
    "figures": Text("数値", "Figures"),
    "sources": Text("出典", "Sources"),
}
"""What a deck of slides is made of after its cover, in this order; each field, region and country has a slide."""
USUAL_DECK = frozenset(DECK_PARTS) - {"countries"}
GROUNDS: Mapping[str, Text] = {"filled": Text("あり", "Filled"), "transparent": Text("透明", "Transparent")}
"""What lies under the map of a picture; a transparent one takes the slide's own ground."""
STAMPS: Mapping[str, Text] = {
    "care": Text("取扱注意", "Handle with care"),
    "draft": Text("未定稿", "Draft"),
}
"""Marks of a stamp line that read in both languages; any other piece of it is printed as written."""
OF_PICTURE = ("projection", "centre", "centre_lat", "look", "size", "dpi", "title", "parts", "ground", "stamp",
              "deck")
"""Parts of a choice that change nothing but pictures and decks."""
STAMP_PIECES, STAMP_LENGTH, STAMP_GAP = 6, 40, "   "
"""Pieces of a stamp line, full-width letters (two half-width ones count as one) of all of it, and what parts them."""
MOST_SELECTED = 4
"""Countries or items that can be open at once, and so stand side by side."""


def default_layers(lens: str = "") -> frozenset[str]:
    """Name the layers that are on when nothing is said: the usual ones, and the one that a question is put to."""
    usual = frozenset(layer.id for layer in find_layers().values() if layer.on_by_default)
    return usual | {LENSES[lens].layer} if lens else usual


@dataclass(frozen=True, slots=True)
class Choice:
    """One view; an empty set means "not narrowed". Its text form is `scene.grammar`'s query string."""

    layers: frozenset[str] = field(default_factory=default_layers)
    region: frozenset[str] = frozenset()
    country: frozenset[str] = frozenset()
    field: frozenset[str] = frozenset()
    own: frozenset[tuple[str, frozenset[str]]] = frozenset()  # ("cables.status", {"planned"}), one pair a key
    year: tuple[int, int] | None = None
    plan: str = ""  # the moment from which the rows are seen; "" is now
    confidence: frozenset[str] = frozenset()
    show_all: bool = False
    lens: str = ""
    view: str = ""  # the page that stands beside the map, see scene.pages; "" is none
    select: tuple[str, ...] = ()
    table: str = ""  # the layer whose table is open; "" is all layers in one
    sort: str = ""  # a column of the table, "-" before it for falling order; "" is the layers' own order
    page: int = 0  # of the table; 0 is where the selection stands, else the first
    bbox: Frame | None = None
    colour: frozenset[str] = frozenset()  # "cables.theme": a field that a layer is coloured by instead of its own
    cut: tuple[str, ...] = ()  # cables and landings that fail in thought
    projection: str = DEFAULT_PROJECTION
    centre: float = DEFAULT_CENTRE
    centre_lat: float = 0.0  # of a globe; the other projections stand upright
    look: str = "official"
    size: str = DEFAULT_SIZE  # of a picture: "a4" or WIDTHxHEIGHT in pixels
    dpi: int = 0  # of a picture; 0 is what goes with the size
    title: str = ""
    parts: frozenset[str] = USUAL_PARTS  # of a picture
    ground: str = "filled"
    stamp: tuple[str, ...] = ()  # keys of STAMPS and words of one's own
    deck: frozenset[str] = USUAL_DECK  # of a deck: keys of DECK_PARTS
    lang: Lang = Lang.JA

    def codes(self, key: str) -> frozenset[str]:
        """Give what a part is narrowed to: `region`, `country`, `field`, `confidence` or `LAYER.FIELD`."""
        if "." in key:
            return dict(self.own).get(key, frozenset())
        chosen: frozenset[str] = getattr(self, key)
        return chosen

    def narrowed(self, key: str, codes: frozenset[str]) -> Choice:
        """Narrow one part to these codes, or lift it with none."""
        if "." not in key:
            part: dict[str, Any] = {key: codes}
            return replace(self, **part)
        others = {name: chosen for name, chosen in self.own if name != key}
        return replace(self, own=frozenset((others | {key: codes} if codes else others).items()))

    def coloured_by(self, layer: Layer) -> str:
        """Give the field that a layer is coloured by."""
        asked = [field.id for field in layer.colourings if f"{layer.id}.{field.id}" in self.colour]
        return asked[0] if asked else layer.coloured_by

    def coloured(self, layer: Layer, field_id: str) -> Choice:
        """Colour a layer by a field."""
        others = frozenset(key for key in self.colour if key.partition(".")[0] != layer.id)
        own = frozenset() if field_id == layer.coloured_by else frozenset({f"{layer.id}.{field_id}"})
        return replace(self, colour=others | own)

    def asked(self, lens: str) -> Choice:
        """Put a question, or none with ""; the layer that it is put to comes on."""
        return replace(self, lens=lens, layers=self.layers | {LENSES[lens].layer} if lens else self.layers)

    def opened(self, name: str, *, add: bool = False) -> Choice:
        """Select a country or row alone, or none with ""; `add` sets it beside the others, or takes it away."""
        if not (add and name):
            return replace(self, select=(name,) if name else ())
        others = tuple(other for other in self.select if other != name)
        return replace(self, select=others if len(others) < len(self.select) else (*others, name))

    def at_its_page(self, before: Choice) -> Choice:
        """Leave a page that was turned to in another table: 0 lets the table find its place anew.

        Closing what is selected, moving the map and changing the picture leave the table as it is.
        """
        turned = self.page != before.page
        is_opened = bool(self.select) and self.select != before.select
        is_same = self._table() == before._table() and not is_opened
        return self if turned or is_same else replace(self, page=0)

    def _table(self) -> Choice:
        """Give the choice without what leaves the rows of the table and their order as they are."""
        return replace(self, view="", select=(), page=0, bbox=None, lang=Lang.JA, **Choice().of_picture())

    def is_narrowed(self) -> bool:
        """Tell whether any filter is on."""
        parts = self.region, self.country, self.field, self.own, self.year, self.plan, self.confidence, self.lens
        return any(parts)

    def widened(self) -> Choice:
        """Lift every filter; layers, extent, colours, cut, look and language stay."""
        return Choice(
            layers=self.layers, view=self.view, select=self.select, table=self.table, sort=self.sort, bbox=self.bbox,
            colour=self.colour, cut=self.cut, lang=self.lang, **self.of_picture(),
        )

    def of_picture(self) -> dict[str, Any]:
        """Give the parts that only a picture shows, by name."""
        return {name: getattr(self, name) for name in OF_PICTURE}
