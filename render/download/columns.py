"""The columns of a file of rows for people: the table's, then codes, every other fact, and where a row is from."""

from __future__ import annotations

from collections.abc import Iterable

from i18n.text import Lang, Text
from layers.base import Kind, Layer
from layers.wording import Row, sources
from render.caption import licences, what_if
from render.download.about import AS_OF, LICENCES, NOTES, SOURCES, VIEW, link
from render.records import drawn
from render.table import ID, Column, column_of, columns
from scene.scene import Scene

CODES = Text("国コード", "Country codes")
DRAWN = Text("図上の長さ(km)", "Drawn length (km)")
SOURCE_COLUMN = "sources"


def known(scene: Scene) -> tuple[Column, ...]:
    """Take the table's columns, then the codes and, of a single layer, every other fact."""
    shown = columns(scene)
    layers = [sheet.layer for sheet in scene.sheets]
    own = [field for field in layers[0].fields if field.in_facts] if len(layers) == 1 else []
    codes = Column("iso_codes", CODES, lambda _layer, row, _lang: str(row["iso_a3"]))
    more = [Column("id", ID, lambda _layer, row, _lang: str(row["id"])), codes, *map(column_of, own)]
    if any(layer.kind == Kind.LINE for layer in layers):
        more.append(Column("drawn", DRAWN, lambda layer, row, _lang: "".join(map(str, drawn(layer, row).values()))))
    return (*shown, *_besides(shown, more))


def origin(scene: Scene, address: str) -> tuple[Column, ...]:
    """Give the columns that say of every row where it is from and of what view it is a part."""
    view, licence, cut = link(scene, address), "; ".join(licences(scene)), what_if(scene)[:2]
    return (
        Column(SOURCE_COLUMN, SOURCES, _sources),
        Column("as_of", AS_OF, lambda _layer, _row, _lang: scene.as_of),
        Column("notes", NOTES, lambda layer, _row, lang: " / ".join(note[lang] for note in (layer.note, *cut) if note)),
        Column("licence", LICENCES, lambda _layer, _row, _lang: licence),
        Column("view", VIEW, lambda _layer, _row, _lang: view),
    )


def _besides(shown: Iterable[Column], more: Iterable[Column]) -> list[Column]:
    """Leave out what already stands in the table, and the raw sources: a column of their own words them."""
    seen = {column.id for column in shown} | {"source_urls", "source_note"}
    return [column for column in more if column.id not in seen]


def _sources(_layer: Layer, row: Row, lang: Lang) -> str:
    return " | ".join(source.href or source.text for source in sources(row, lang))
