"""The columns of a file of rows for people: the table's, then codes, every other fact, and where a row is from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from i18n.text import Lang, Text
from layers.base import Kind, Layer
from layers.wording import SOURCE_NAMES, Row, sources
from render.caption import licences, what_if
from render.download.about import AS_OF, LICENCES, NOTES, SOURCES, VIEW, link
from render.records import drawn_km
from render.table import Column, column_of, columns, ids
from scene.scene import Scene

CODES = Text("国コード", "Country codes")
DRAWN = Text("図上の長さ(km)", "Drawn length (km)")
SOURCE_COLUMN = "sources"


def known(scene: Scene) -> tuple[Column, ...]:
    """Take the table's columns, then the codes and, of a single layer, every other fact."""
    shown = columns(scene)
    layers = [sheet.layer for sheet in scene.sheets]
    own = [field for field in layers[0].fields if field.in_facts] if len(layers) == 1 else []
    codes = Column("iso_codes", CODES, lambda _layer, row, _lang: str(row["iso_a3"]), lambda _layer: ("iso_a3",))
    more = [ids(), codes, *map(column_of, own)]
    if any(layer.kind == Kind.LINE for layer in layers):
        more.append(Column("drawn", DRAWN, _drawn))
    return (*shown, *_besides(shown, more))


def origin(scene: Scene, address: str) -> tuple[Column, ...]:
    """Give the columns that say of every row where it is from and of what view it is a part."""
    view, licence, cut = link(scene, address), "; ".join(licences(scene)), what_if(scene)[:2]
    return (
        Column(SOURCE_COLUMN, SOURCES, _sources, lambda _layer: SOURCE_NAMES),
        _same("as_of", AS_OF, lambda _layer, _lang: scene.as_of),
        _same("notes", NOTES, lambda layer, lang: " / ".join(note[lang] for note in (layer.note, *cut) if note)),
        _same("licence", LICENCES, lambda _layer, _lang: licence),
        _same("view", VIEW, lambda _layer, _lang: view),
    )


def _same(name: str, label: Text, read: Callable[[Layer, Lang], str]) -> Column:
    """Make a column that says the same of every row of a layer."""
    return Column(name, label, lambda layer, _row, lang: read(layer, lang), lambda _layer: ())


def _besides(shown: Iterable[Column], more: Iterable[Column]) -> list[Column]:
    """Leave out what already stands in the table, and the raw sources: a column of their own words them."""
    seen = {column.id for column in shown} | {"source_urls", "source_note"}
    return [column for column in more if column.id not in seen]


def _drawn(layer: Layer, row: Row, _lang: Lang) -> str:
    return str(drawn_km(row["geometry"])) if layer.kind == Kind.LINE else ""


def _sources(_layer: Layer, row: Row, lang: Lang) -> str:
    return " | ".join(source.href or source.text for source in sources(row, lang))
