"""What a shape of a slide stands for: its name in the list of objects, and the words that are read out for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geo.countries import read_countries
from geo.tables import split
from i18n.text import Lang, Text
from layers.base import Kind
from layers.wording import name_of
from render.picture.draw import Drawing
from render.slides.shapes import Named
from scene.scene import Scene
from scene.sheet import Sheet

IS = Text("{layer}: {look}", "{layer}: {look}")
BETWEEN = Text("。", "; ")


def meanings(drawing: Drawing) -> Mapping[str, Named]:
    """Name countries by code, rows by id, circles by number; what is read out says what the scene tells of each.

    Of a crowd only the rows that stand by themselves are named.
    """
    return {**_meanings(_drawn(drawing)), **{key: Named(key, said) for key, said in drawing.canvas.circles.items()}}


def _drawn(drawing: Drawing) -> Scene:
    """Leave out of a drawing's scene the rows of crowds that are gathered into circles."""
    alone = {key for keys in drawing.canvas.known.values() for key in keys}
    sheets = (replace(sheet, rows=sheet.rows[sheet.rows["id"].isin(alone)]) if sheet.layer.is_crowd else sheet
              for sheet in drawing.scene.sheets)
    return replace(drawing.scene, sheets=tuple(sheets))


def _meanings(scene: Scene) -> Mapping[str, Named]:
    facts = defaultdict[str, list[str]](list)
    for sheet in scene.sheets:
        for key, said in _said(sheet, scene.lang):
            facts[key].append(said)
    names = {code: country.name[scene.lang] for code, country in read_countries().items()}
    for sheet in scene.sheets:
        if sheet.layer.kind != Kind.AREA:
            names |= {str(row["id"]): name_of(row, scene.lang) for row in sheet.each_row()}
    return {key: _named(key, name, facts.get(key, ()), scene.lang) for key, name in names.items()}


def _said(sheet: Sheet, lang: Lang) -> Iterator[tuple[str, str]]:
    """Say of each row, or of each country that it colours, which category of its layer it is."""
    for row, look in zip(sheet.each_row(), sheet.drawn_as(), strict=True):
        said = IS.format(layer=sheet.layer.title, look=look.label)[lang]
        keys = split(str(row["iso_a3"])) if sheet.layer.kind == Kind.AREA else [str(row["id"])]
        yield from ((key, said) for key in keys)


def _named(key: str, name: str, facts: Sequence[str], lang: Lang) -> Named:
    return Named(f"{key} {name}", BETWEEN[lang].join([name, *facts]))
