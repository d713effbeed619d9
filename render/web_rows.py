"""Every row of every readable layer as the interactive map draws it, in the rows' own order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import shapely

from i18n.text import Lang, Text
from layers.base import Category, Holds, Kind, Layer
from layers.registry import find_layers
from layers.wording import look_of, name_of, read_cell
from render.web_shapes import lines_of, point_of
from scene.sieve import split
from scene.survey import readable

Row = Mapping[str, Any]
LABELLED = Text("{label}: {words}", "{label}: {words}")


def layers() -> list[dict[str, object]]:
    """List the layers; one whose data cannot be read is left out, the scene carries the notice."""
    return [_layer(sieve.layer, sieve.rows.to_dict("records")) for sieve in readable(find_layers())]


def both(text: Text) -> dict[str, str]:
    """Write a text by language."""
    return {lang.value: text[lang] for lang in Lang}


def _layer(layer: Layer, rows: list[dict[Any, Any]]) -> dict[str, object]:
    return {
        "id": layer.id,
        "kind": layer.kind.value,
        "title": both(layer.title),
        "looks": [_look(category) for category in layer.looks],
        "rows": [_row(layer, row) for row in rows],
    }


def _look(category: Category) -> dict[str, object]:
    look: dict[str, object] = {"label": both(category.label), "colour": category.colour, "mark": category.mark}
    return look | ({"hollow": True} if category.hollow else {})


def _row(layer: Layer, row: Row) -> dict[str, object]:
    codes = layer.field(layer.coloured_by).codes
    code = row[layer.coloured_by]
    drawn: dict[str, object] = {
        "id": row["id"],
        "look": codes.index(code) if code in codes else -1,
        "tip": {lang.value: list(_tip(layer, row, lang)) for lang in Lang},
    }
    flags = {"pale": bool(row["pale"]), "vague": row.get("precision") == "country"}
    return drawn | {flag: True for flag, holds in flags.items() if holds} | PLACES[layer.kind](row)


def _tip(layer: Layer, row: Row, lang: Lang) -> Iterator[str]:
    """Word what a pointer over the row reads: name, category, dates, as-of, and how sure the place is."""
    yield name_of(row, lang)
    yield look_of(layer, row, lang)
    for field in layer.fields:
        words = read_cell(field, row, lang, layer) if _is_told(field.holds, field.id, row) else ""
        if words:
            yield LABELLED[lang].format(label=field.label[lang], words=words)


def _is_told(holds: Holds, name: str, row: Row) -> bool:
    return holds == Holds.DATE or (name == "precision" and row["precision"] == "country")


def _areas(row: Row) -> dict[str, object]:
    return {"areas": split(row["iso_a3"])}


def _lines(row: Row) -> dict[str, object]:
    """Tell firm stretches from those whose landing is assumed; a line row without stretches is all firm."""
    if "stretches" not in row:
        return {"lines": lines_of([row["geometry"]])}
    firm = [stretch.line for stretch in row["stretches"] if not stretch.assumed]
    assumed = [stretch.line for stretch in row["stretches"] if stretch.assumed]
    drawn: dict[str, object] = {"lines": lines_of(firm)}
    return drawn | ({"assumed": lines_of(assumed)} if assumed else {})


def _points(row: Row) -> dict[str, object]:
    return {"points": [point_of(lon, lat) for lon, lat in shapely.get_coordinates(row["geometry"])]}


PLACES = {Kind.AREA: _areas, Kind.LINE: _lines, Kind.POINT: _points}
