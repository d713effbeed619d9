"""What a legend must say of its scene: each category with its count and look, and what the other signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from i18n import words
from i18n.text import Text
from layers.base import VAGUE, Category, Kind
from render.palette import Palette
from render.picture import tags
from render.picture.proof.looks import Look, look_of
from scene.scene import Scene
from scene.sheet import Sheet


@dataclass(frozen=True)
class Entry:
    """A line of the legend: its words and count, and the look of its symbol where it stands for a category."""

    label: str
    count: str = ""
    look: Look | None = None
    kind: Kind | None = None


def entries_of(scene: Scene, palette: Palette) -> dict[str, Entry]:
    """List what a legend must say of the layers, by the key of each line."""
    entries = dict[str, Entry]()
    for sheet in scene.sheets:
        entries[sheet.layer.id] = Entry(sheet.layer.title[scene.lang], f"{len(sheet.rows):,}")
        for of, category, count in _categories(sheet):
            look = look_of(sheet.layer.kind, category, palette)
            key = tags.key_of(sheet.layer, sheet.layer.field(of), category)
            entries[key] = Entry(category.label[scene.lang], f"{count:,}", look, sheet.layer.kind)
    return entries


def _categories(sheet: Sheet) -> Iterator[tuple[str, Category, int]]:
    """List the categories of a sheet with the field that they are of; dashes in grey unless they bring a colour."""
    yield from ((sheet.coloured_by, category, count) for category, count in sheet.looks)
    for category, count in sheet.dashes:
        if category.mark != "solid":
            plain = category if category.outranks else replace(category, colour="")
            yield sheet.layer.dashed_by, plain, count


def explanations_of(scene: Scene) -> list[Text]:
    """List the explanations of dotted, ringed and paler that the rows need."""
    shown = [sheet for sheet in scene.sheets if len(sheet.rows)]
    assumed = any(stretch.assumed for sheet in shown if sheet.layer.kind == Kind.LINE
                  for stretches in sheet.rows["stretches"] for stretch in stretches)
    vague = [category.label for sheet in shown if "precision" in sheet.rows
             for category in sheet.layer.field("precision").categories
             if category.code in VAGUE and (sheet.rows["precision"] == category.code).any()]
    pale = any(sheet.rows["pale"].any() for sheet in shown)
    crowd = any(sheet.layer.is_crowd for sheet in shown)
    signs = ((words.DOTTED, assumed), (words.CIRCLES, crowd), *((label, True) for label in vague), (words.PALER, pale))
    return [label for label, shows in signs if shows]
