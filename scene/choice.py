"""What is asked for: layers, filters, extent, projection, look, title and language; frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from geo.countries import Frame
from i18n.text import Lang, Text
from layers.registry import find_layers

DEFAULT_CENTRE = 150.0  # degrees east: the Pacific in the middle, and the seam cuts the fewest countries
DEFAULT_PROJECTION = "equal_earth"
LOOKS: Mapping[str, Text] = {
    "official": Text("標準", "Official"),
    "quiet": Text("控えめ", "Quiet"),
    "mono": Text("白黒", "Mono"),
    "dark": Text("暗色", "Dark"),
}
TITLE_LENGTH = 120


def default_layers() -> frozenset[str]:
    """Name the layers that are on when nothing is said."""
    return frozenset(layer.id for layer in find_layers().values() if layer.on_by_default)


@dataclass(frozen=True, slots=True)
class Choice:
    """One view; an empty set means "not narrowed". Its text form is `scene.grammar`'s query string."""

    layers: frozenset[str] = field(default_factory=default_layers)
    region: frozenset[str] = frozenset()
    country: frozenset[str] = frozenset()
    field: frozenset[str] = frozenset()
    own: frozenset[tuple[str, frozenset[str]]] = frozenset()  # ("cables.status", {"planned"}), one pair a key
    year: tuple[int, int] | None = None
    confidence: frozenset[str] = frozenset()
    show_all: bool = False
    lens: str = ""
    select: tuple[str, ...] = ()
    bbox: Frame | None = None
    projection: str = DEFAULT_PROJECTION
    centre: float = DEFAULT_CENTRE
    look: str = "official"
    title: str = ""
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

    def is_narrowed(self) -> bool:
        """Tell whether any filter is on."""
        return any((self.region, self.country, self.field, self.own, self.year, self.confidence, self.lens))

    def widened(self) -> Choice:
        """Lift every filter; layers, extent, look and language stay."""
        return Choice(
            layers=self.layers, select=self.select, bbox=self.bbox, projection=self.projection,
            centre=self.centre, look=self.look, title=self.title, lang=self.lang,
        )
