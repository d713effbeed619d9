"""The table of a scene: its rows in words, in the scene's language and in the order of its sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from i18n.text import Lang, Text
from layers import common
from layers.base import Field, Layer
from layers.wording import Row, cell_names, read_alike, read_cell
from scene.scene import Scene
from scene.sheet import Sheet

LAYER, ID = Text("種類", "Layer"), Text("番号", "Id")
COLOUR = Text("色分け", "Colour group")
STATUS, DATE = Text("状況", "Status"), Text("日付", "Date")


@dataclass(frozen=True, slots=True)
class Column:
    """A column and how a row reads in it; `names` gives the cells of a row that this follows from, if not from all."""

    id: str
    label: Text
    read: Callable[[Layer, Row, Lang], str]
    names: Callable[[Layer], Sequence[str] | None] = lambda _layer: None


def columns(scene: Scene) -> tuple[Column, ...]:
    """Give one layer's own table fields, or what all layers share with the layer and the id beside it."""
    if len(scene.sheets) == 1:
        fields = scene.sheets[0].layer.fields
        told = {"confidence", scene.sheets[0].coloured_by}
        return (*(column_of(field) for field in fields if field.in_table or field.id in told), *_cut(scene))
    return (
        Column("layer", LAYER, lambda layer, _row, lang: layer.title[lang], lambda _layer: ()),
        _shared("name", common.name().label),
        _shared("iso_a3", common.countries().label),
        column_of(common.plan_field()),
        _shared("status", STATUS),
        _shared("date", DATE),
        _shared("status_as_of", common.status_as_of().label),
        _shared("confidence", common.confidence().label),
        *_colours(scene),
        *_cut(scene),
        ids(),
    )


def cells(scene: Scene, chosen: Sequence[Column]) -> list[Sequence[str]]:
    """Read every row of a scene in the chosen columns."""
    return [line for sheet in scene.sheets
            for line in zip(*(read_all(column, sheet, scene.lang) for column in chosen), strict=True)]


def each_row(scene: Scene) -> Iterator[tuple[Sheet, Row]]:
    """Go through the rows of a scene with the sheet that each stands on."""
    for sheet in scene.sheets:
        for row in sheet.each_row():
            yield sheet, row


def read_all(column: Column, sheet: Sheet, lang: Lang) -> list[str]:
    """Read a column of all rows of a sheet; cells that are alike are read once where nothing else counts."""
    names = column.names(sheet.layer)
    if names is None:
        return [column.read(sheet.layer, row, lang) for row in sheet.each_row()]
    return read_alike(sheet.rows, names, lambda row: column.read(sheet.layer, row, lang))


def ids() -> Column:
    """Make the column of the rows' ids."""
    return Column("id", ID, lambda _layer, row, _lang: str(row["id"]), lambda _layer: ("id",))


def column_of(field: Field) -> Column:
    """Make the column of one field."""
    def read(layer: Layer, row: Row, lang: Lang) -> str:
        return read_cell(field, row, lang, layer)

    return Column(field.id, field.label, read, lambda _layer: cell_names(field))


def _colours(scene: Scene) -> Iterator[Column]:
    """Make the column that says what each row is coloured by, where a layer is not coloured as usual."""
    fields = {sheet.layer.id: sheet.field for sheet in scene.sheets}
    if any(sheet.coloured_by != sheet.layer.coloured_by for sheet in scene.sheets):
        yield Column("colour", COLOUR, lambda layer, row, lang: read_cell(fields[layer.id], row, lang),
                     lambda layer: cell_names(fields[layer.id]))


def _cut(scene: Scene) -> Iterator[Column]:
    """Make the column that says what a cut in thought does to each row."""
    cut = scene.cut
    if cut:
        yield Column("cut", cut.title, lambda _layer, row, lang: cut.fate(str(row["id"]))[lang], lambda _layer: ("id",))


def _shared(name: str, label: Text) -> Column:
    """Make a column that each layer fills from its own field of this name, if it has one."""

    def find(layer: Layer) -> Field | None:
        return next((field for field in layer.fields if field.id == name), None)

    def read(layer: Layer, row: Row, lang: Lang) -> str:
        own = find(layer)
        return read_cell(own, row, lang, layer) if own else ""

    def names(layer: Layer) -> Sequence[str]:
        own = find(layer)
        return cell_names(own) if own else ()

    return Column(name, label, read, names)
