"""The country that a document is about: the scene narrowed to it in all layers, and the pen that writes of it."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.document import Citations, Line
from analysis.pen import Pen
from geo.countries import Country, read_countries
from i18n.text import Lang, Text
from layers.base import Layer
from layers.registry import our_layers
from layers.wording import Row
from scene.choice import Choice
from scene.scene import Scene, build_scene
from scene.sheet import Sheet


@dataclass(frozen=True)
class Subject:
    """A country or area, what the choice lets through of it, and the pen, which cites on the way."""

    country: Country
    scene: Scene
    pen: Pen

    @property
    def lang(self) -> Lang:
        return self.pen.lang

    @property
    def citations(self) -> Citations:
        return self.pen.citations

    def said(self, text: Text) -> str:
        """Give a phrase in the document's language."""
        return text[self.lang]

    def sheet(self, layer_id: str) -> Sheet | None:
        """Give a layer's part of the scene; None where its data cannot be read."""
        return next((sheet for sheet in self.scene.sheets if sheet.layer.id == layer_id), None)

    def hidden(self, sheet: Sheet) -> int:
        """Count the rows of a layer that the defaults hold back."""
        return 0 if self.scene.choice.show_all else sheet.beyond

    def view(self, layer: Layer, row_id: str = "") -> str:
        """Write the view that shows a layer's rows of this country, one of them opened."""
        return self.pen.item(layer.id, row_id) if row_id else self.pen.view(layer=layer.id)

    def line(self, text: str, layer: Layer, row: Row) -> Line:
        """Make a line of what a row says, cited and linked."""
        row_id = str(row["id"])
        return Line(text, self.citations.of(row), self.view(layer, row_id), row_id)


def subject_of(choice: Choice, code: str) -> Subject:
    """Narrow a choice to a country in all layers; how it was looked at (selection, table, extent) is left behind."""
    narrowed = Choice(
        layers=frozenset(our_layers()), region=choice.region, country=frozenset({code}), field=choice.field,
        own=choice.own, year=choice.year, plan=choice.plan, confidence=choice.confidence,
        show_all=choice.show_all, lens=choice.lens, lang=choice.lang,
    )
    return Subject(read_countries()[code], build_scene(narrowed), Pen.of(narrowed))
