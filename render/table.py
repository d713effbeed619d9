"""The table of a scene: its rows in words, in the scene's language and in the order of its sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from i18n.text import Lang, Text
from layers import common
from layers.base import Field, Holds, Layer
from layers.wording import Row, read_cell
from scene.scene import Scene, Sheet

LAYER, ID = Text("種類", "Layer"), Text("番号", "Id")
COLOUR = Text("色分け", "Colour group")
STATUS, DATE = Text("状況", "Status"), Text("日付", "Date")


@dataclass(frozen=True, slots=True)
class Column:
    """A column and how a row reads in it; `of` gives the field that is all it reads of a layer, if there is one."""

    id: str
    label: Text
    read: Callable[[Layer, Row, Lang], str]
    of: Callable[[Layer], Field | None] = lambda _layer: None


def columns(scene: Scene) -> tuple[Column, ...]:
    """Give one layer's own table fields, or what all layers share with the layer and the id beside it."""
    if len(scene.sheets) == 1:
        fields = scene.sheets[0].layer.fields
        told = {"confidence", scene.sheets[0].coloured_by}
        return (*(column_of(field) for field in fields if field.in_table or field.id in told), *_cut(scene))
    return (
        Column("layer", LAYER, lambda layer, _row, lang: layer.title[lang]),
        _shared("name", common.name().label),
        _shared("iso_a3", common.countries().label),
        column_of(common.plan_field()),
        _shared("status", STATUS),
        _shared("date", DATE),
        _shared("status_as_of", common.status_as_of().label),
        _shared("confidence", common.confidence().label),
        *_colours(scene),
        *_cut(scene),
        Column("id", ID, lambda _layer, row, _lang: str(row["id"])),
    )


def cells(scene: Scene, chosen: Sequence[Column]) -> list[list[str]]:
    """Read every row of a scene in the chosen columns."""
    lang = scene.lang
    return [[column.read(sheet.layer, row, lang) for column in chosen] for sheet, row in each_row(scene)]


def each_row(scene: Scene) -> Iterator[tuple[Sheet, Row]]:
    """Go through the rows of a scene with the sheet that each stands on."""
    for sheet in scene.sheets:
        for row in sheet.each_row():
            yield sheet, row


def read_all(column: Column, sheet: Sheet, lang: Lang) -> list[str]:
    """Read a column of all rows of a sheet; cells that are alike are read once where nothing else counts."""
    field = column.of(sheet.layer)
    if field is None or field.holds == Holds.DATE:
        return [column.read(sheet.layer, row, lang) for row in sheet.each_row()]
    name = f"{field.id}_{lang}" if field.holds == Holds.BILINGUAL else field.id
    cells = sheet.rows[name].tolist()
    words = {cell: column.read(sheet.layer, {name: cell}, lang) for cell in set(cells)}
    return [words[cell] for cell in cells]


def column_of(field: Field) -> Column:
    """Make the column of one field."""
    def read(layer: Layer, row: Row, lang: Lang) -> str:
        return read_cell(field, row, lang, layer)

    return Column(field.id, field.label, read, lambda _layer: field)


def _colours(scene: Scene) -> Iterator[Column]:
    """Make the column that says what each row is coloured by, where a layer is not coloured as usual."""
    fields = {sheet.layer.id: sheet.field for sheet in scene.sheets}
    if any(sheet.coloured_by != sheet.layer.coloured_by for sheet in scene.sheets):
        yield Column("colour", COLOUR, lambda layer, row, lang: read_cell(fields[layer.id], row, lang))


def _cut(scene: Scene) -> Iterator[Column]:
    """Make the column that says what a cut in thought does to each row."""
    cut = scene.cut
    if cut:
        yield Column("cut", cut.title, lambda _layer, row, lang: cut.fate(str(row["id"]))[lang])


def _shared(name: str, label: Text) -> Column:
    """Make a column that each layer fills from its own field of this name, if it has one."""

    def find(layer: Layer) -> Field | None:
        return next((field for field in layer.fields if field.id == name), None)

    def read(layer: Layer, row: Row, lang: Lang) -> str:
        own = find(layer)
        return read_cell(own, row, lang, layer) if own else ""

    return Column(name, label, read, find)
