"""The layer made of what a person brought: filtered, coloured and exported like ours, and known to nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from itertools import cycle, product
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from shapely import get_coordinates, get_parts, to_ragged_array

from i18n.errors import AtlasError
from i18n.own import THIN_OUT
from i18n.text import Text, same
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer, Stretch
from layers.zones import with_outlines
from own.classes import BLANK_COLOUR, Classed, classed
from own.columns import Column, ColumnKind
from own.headings import find_places
from own.limits import MOST_DRAWN, MOST_VERTICES_DRAWN
from own.naming import labels_of, names_of, naming
from own.reading import Own, PlacedBy

KIND = Text("すべて同じ色", "One colour for all")
ALL_ROWS = Text("すべての行", "All rows")
BLANK = Text("(空欄)", "(blank)")
MANY = Text("{name} は {count} 件あり、一度に描ける {most} 件を超えています。{advice}",
            "{name} has {count} rows; {most} is the most that is drawn. {advice}")
SOURCE = Text("持ち込みのデータ", "Own data")
NOTE = Text("「{name}」は利用者が持ち込んだデータで、アトラスの資料ではありません",
            "“{name}” was brought by the user and is no data of the atlas")
ORDER = 20
"""After all of ours."""
ID_BYTES = 10
"""Rows are kept by id for the whole server: so many that nobody finds a file whose id is another's."""
COLOURS = ("#d81b60", "#0068b7", "#111111", "#8a6d00")
FORMS = {
    Kind.POINT: (("hexagon", False), ("hexagon", True), ("hexstar", False)),
    Kind.LINE: (("solid", False), ("dashed", False), ("dotted", False)),
    Kind.AREA: (("", False), ("hatched", False)),
    Kind.ZONE: (("", False), ("hatched", False), ("reversed", False), ("crossed", False)),
}
"""Of each kind the marks and fillings that are a second sign beside the four colours."""
ALL, NONE, UNSAFE = "own", "blank", frozenset(",|&")
EVERY = "kind"
"""The column that says the same of every row."""
MOST_COLOURED = 8
PARTED = "\x1f"
"""Between what is joined; no cell holds it."""
IN_TABLE = 6
"""Columns that stand in the table; all of them stand among the facts and in every download."""


def layer_of(own: Own, *, title: str = "", coloured_by: str = "") -> Layer:
    """Make the layer of what was read, under its title, coloured by one of its categories or in one colour.

    Its id follows from what the rows say and how they look, so that whatever is kept under it is never another's.
    More points than can be drawn one by one are a crowd; raises AtlasError for so many lines or countries.
    """
    kind, called, is_crowd = _drawn_as(own), title or own.name, len(own.rows) > MOST_DRAWN
    if is_crowd and kind != Kind.POINT:
        counts = {"count": f"{len(own.rows):,}", "most": f"{MOST_DRAWN:,}"}
        raise AtlasError(MANY.format(name=own.name, advice=THIN_OUT, **counts))
    classes = [] if is_crowd else _classes(own, kind)
    fields = (*_fields(own, kind), *(each.field for each in classes))
    colours = _coloured_by(fields, coloured_by)
    stem, shapes = _stem(own), own.rows.geometry.to_numpy().tolist()
    rows = _rows(own, stem, called).assign(**{each.field.id: each.codes for each in classes})
    return Layer(
        id=_id(stem, called, colours), title=same(called), kind=kind, order=ORDER, file=f"own/{own.name}",
        fields=fields, coloured_by=colours, place=lambda _rows: shapes,
        read=lambda _file: rows, prepare=partial(_prepare, kind=kind, shapes=shapes),
        source=SOURCE, note=NOTE.format(name=called), on_by_default=False, confidence_hides=False, is_checked=True,
        is_crowd=is_crowd,
    )


def _coloured_by(fields: Sequence[Field], asked: str) -> str:
    """Give the column asked for, else the first whose categories all look different, else the one of all rows."""
    own = {field.id: len(field.codes) for field in fields if field.filters}
    few = [name for name, codes in own.items() if codes <= MOST_COLOURED]
    return asked if asked in own or asked == EVERY else next(iter(few), EVERY)


def _drawn_as(own: Own) -> Kind:
    """Draw areas that are countries as countries, others as zones with an outline of their own."""
    return Kind.ZONE if own.kind == Kind.AREA and own.placed_by != PlacedBy.COUNTRIES else own.kind


def _classes(own: Own, kind: Kind) -> list[Classed]:
    blank = Category(NONE, BLANK, BLANK_COLOUR, *FORMS[kind][0])
    return classed(own.columns, own.rows, FORMS[kind][0], blank)


def _fields(own: Own, kind: Kind) -> Sequence[Field]:
    in_table = _in_table(own)
    together = Category(ALL, ALL_ROWS, *_looks(kind, 1)[0])
    return (
        common.key("id"), replace(common.name(), is_whole=True), common.countries(required=False),
        Field(EVERY, KIND, Holds.CODE, categories=(together,), in_facts=False),
        *(_field(column, kind, column in in_table) for column in own.columns),
    )


def _in_table(own: Own) -> list[Column]:
    """Choose the columns of the table: not those that its name, its country and the map say already, if others are."""
    places = find_places([column.name for column in own.columns])
    told = [at for at in (*places.countries[:1], places.lat, places.lon) if at >= 0]
    blank = [column.id for column in own.columns if column.holds == ColumnKind.TEXT and not any(own.rows[column.id])]
    said = {naming(own.columns), *blank, *(own.columns[at].id for at in told)}
    return sorted(own.columns, key=lambda column: column.id in said)[:IN_TABLE]


def _field(column: Column, kind: Kind, in_table: bool) -> Field:
    if column.holds != ColumnKind.CATEGORY:
        holds = Holds.NUMBER if column.holds == ColumnKind.NUMBER else Holds.TEXT
        return Field(column.id, same(column.name), holds, in_table=in_table, is_whole=True)
    looks = _looks(kind, len(column.values) + 1)
    labels = (*map(same, labels_of(column.values)), BLANK)
    categories = tuple(Category(code, label, *look)
                       for code, label, look in zip((*_codes(column), NONE), labels, looks, strict=True))
    return Field(column.id, same(column.name), Holds.CODE, categories=categories, filters=True, in_table=in_table)


def _looks(kind: Kind, count: int) -> list[tuple[str, str, bool]]:
    """Give so many looks, no two alike until all are used: four colours in one form, then in the next."""
    every = ((colour, mark, hollow) for (mark, hollow), colour in product(FORMS[kind], COLOURS))
    return [look for look, _ in zip(cycle(every), range(count), strict=False)]


def _codes(column: Column) -> list[str]:
    """Name the categories in an address by their values, or by their number where that could be misread."""
    plain = [value for value in column.values if not UNSAFE & set(value) and value.strip() == value]
    alone = {value.casefold() for value in plain} - {NONE}
    safe = len(alone) == len(column.values)
    return list(column.values) if safe else [f"v{number}" for number, _ in enumerate(column.values, 1)]


def _rows(own: Own, stem: str, called: str) -> pd.DataFrame:
    """Write the rows as a table of text, as every layer's is read."""
    names = _objects(names_of(own, called))
    plain: dict[str, Any] = {
        "id": [f"{stem}-{row}" for row in own.rows["row"].tolist()], "name_ja": names, "name_en": names,
        "iso_a3": own.rows["iso_a3"].to_numpy(), EVERY: ALL,
    }
    for column in own.columns:
        plain[column.id] = own.cells.get(column.id) or _cells(own.rows[column.id].tolist(), column)
    held = {name: cells if name == EVERY else _objects(cells) for name, cells in plain.items()}
    return pd.DataFrame(held, dtype=object, copy=False)


def _objects(cells: Sequence[str] | NDArray[Any]) -> NDArray[Any]:
    """Hold cells as they are: a table that is given lists looks through them."""
    return cells if isinstance(cells, np.ndarray) else np.fromiter(cells, object, len(cells))


def _cells(values: Sequence[Any], column: Column) -> Sequence[str]:
    if column.holds == ColumnKind.CATEGORY:
        codes = dict(zip(column.values, _codes(column), strict=True))
        return [codes.get(value, NONE) for value in values]
    if column.holds == ColumnKind.NUMBER:
        return ["" if cell == "nan" else cell for cell in map("{:.15g}".format, values)]
    return values


def _prepare(rows: pd.DataFrame, *, kind: Kind, shapes: Sequence[Any]) -> pd.DataFrame:
    """Give lines their stretches, and zones what they are drawn with on the map of the page."""
    if kind == Kind.ZONE:
        return with_outlines(rows, shapes, most=MOST_VERTICES_DRAWN)
    stretches: Any = [tuple(map(Stretch, get_parts(shape))) for shape in shapes] if kind == Kind.LINE else ()
    return rows.assign(stretches=stretches) if kind == Kind.LINE else rows


def _stem(own: Own) -> str:
    """Give what the rows say, under which headings, as a few digits."""
    said = sha256()
    for part in _said(own):
        said.update(len(part).to_bytes(8, "little") + part)
    return _named(said)


def _said(own: Own) -> Iterator[bytes]:
    """Go through all that the rows say: headings, cells by column, shapes."""
    yield PARTED.join((own.name, *(f"{column.holds}{column.name}" for column in own.columns))).encode()
    for column in own.rows.columns.drop("geometry"):
        cells = own.rows[column].to_numpy()
        yield PARTED.join(cells).encode() if cells.dtype == object else cells.tobytes()
    yield from (numbers.tobytes() for numbers in _vertices(own))


def _vertices(own: Own) -> Iterator[NDArray[Any]]:
    """Give all vertices and what parts them: of points, soonest told, the row that each belongs to."""
    shapes = own.rows.geometry.to_numpy()
    if own.kind == Kind.POINT:
        vertices, rows = get_coordinates(shapes, return_index=True)
        yield from (vertices, rows)
    else:
        _type, vertices, offsets = to_ragged_array(shapes)
        yield vertices
        yield from offsets


def _id(stem: str, *looks: str) -> str:
    return _named(sha256(PARTED.join((stem, *looks)).encode()))


def _named(said: Any) -> str:
    return f"own{said.hexdigest()[:2 * ID_BYTES]}"
