"""Every row of every readable layer as the interactive map draws it, in the rows' own order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import geopandas as gpd
import shapely

from geo.tables import split
from i18n.text import Lang, Text
from layers.base import VAGUE, Category, Field, Holds, Kind, Layer, Stretch
from layers.plans import PLANS, seen_from
from layers.wording import look_of, name_of, read_cell, records
from layers.zones import OUTLINE, SIZE
from render.web_crowd import crowd_of
from render.web_shapes import lines_of, point_of, polygons_of
from scene.survey import readable

Row = Mapping[str, Any]
LABELLED = Text("{label}: {words}", "{label}: {words}")


def layers(wanted: Iterable[str]) -> list[dict[str, object]]:
    """List the layers; one whose data cannot be read is left out, the scene carries the notice."""
    return [_layer(sieve.layer, sieve.rows) for sieve in readable(wanted)]


def by_column(wanted: Iterable[str]) -> list[dict[str, object]]:
    """List the layers with their rows by column, which packs smaller; null where a row lacks a key (see rows.js)."""
    return [layer | {"rows": _columns(layer["rows"])} for layer in layers(wanted)]


def _columns(rows: Any) -> dict[str, list[object]]:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def both(text: Text) -> dict[str, str]:
    """Write a text by language."""
    return {lang.value: text[lang] for lang in Lang}


def _layer(layer: Layer, rows: gpd.GeoDataFrame) -> dict[str, object]:
    return _about(layer) | ({"crowd": crowd_of(layer, rows), "rows": []} if layer.is_crowd else _drawn(layer, rows))


def _about(layer: Layer) -> dict[str, object]:
    return {
        "id": layer.id,
        "kind": layer.kind.value,
        "title": both(layer.title),
        "colouredBy": layer.coloured_by,
        "dashedBy": layer.dashed_by,
        "dashes": both(layer.field(layer.dashed_by).label) if layer.dashed_by else None,
        "colourings": {field.id: [_look(category) for category in field.categories] for field in layer.colourings},
        "dated": bool(layer.date_means),
    }


def _drawn(layer: Layer, rows: gpd.GeoDataFrame) -> dict[str, object]:
    """List the rows that are drawn one by one, with what differs by plan."""
    now = _told(layer, rows)
    then = {plan.id: _told(layer, seen_from(plan, layer, rows)) for plan in PLANS.values()}
    placed = map(PLACES[layer.kind], records(rows))  # once: a plan moves no place
    return {"rows": [row | place | _as_planned(row, {plan: those[number] for plan, those in then.items()})
                     for number, (row, place) in enumerate(zip(now, placed, strict=True))]}


def _told(layer: Layer, rows: gpd.GeoDataFrame) -> list[dict[str, object]]:
    return [_row(layer, row) for row in records(rows)]


def _as_planned(row: dict[str, object], then: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    """Give by plan what differs; that nothing is pale there goes without saying."""
    differs = {plan: {key: was.get(key) for key in {**row, **was} if key != "pale" and row.get(key) != was.get(key)}
               for plan, was in then.items()}
    found = {plan: values for plan, values in differs.items() if values}
    return {"plans": found} if found else {}


def _look(category: Category) -> dict[str, object]:
    look: dict[str, object] = {"code": category.code, "label": both(category.label)}
    look |= {"colour": category.colour, "mark": category.mark}
    flags = {"hollow": category.hollow, "outranks": category.outranks}
    width = {} if category.width == 1 else {"width": category.width}
    return look | {flag: True for flag, holds in flags.items() if holds} | width


def _row(layer: Layer, row: Row) -> dict[str, object]:
    drawn: dict[str, object] = {
        "id": row["id"],
        "looks": {field.id: _number(field, row) for field in layer.colourings},
        "tip": {lang.value: list(_tip(layer, row, lang)) for lang in Lang},
    }
    flags = {"pale": bool(row["pale"]), "vague": row.get("precision") in VAGUE}
    year = {"year": int(row["date"][:4])} if row["date"] else {}
    return drawn | {flag: True for flag, holds in flags.items() if holds} | year


def _number(field: Field, row: Row) -> int:
    """Give the position of a row's category in its field, -1 for a blank or foreign code."""
    code = row[field.id]
    return field.codes.index(code) if code in field.codes else -1


def _tip(layer: Layer, row: Row, lang: Lang) -> Iterator[str]:
    """Word what a pointer over the row reads: name, category, dates, as-of, systems, and how sure the place is."""
    yield name_of(row, lang)
    yield look_of(layer, row, lang)
    for field in layer.fields:
        words = read_cell(field, row, lang, layer) if _is_told(field.holds, field.id, row) else ""
        if words:
            yield LABELLED[lang].format(label=field.label[lang], words=words)


def _is_told(holds: Holds, name: str, row: Row) -> bool:
    return holds == Holds.DATE or name == "systems" or (name == "precision" and row["precision"] in VAGUE)


def _areas(row: Row) -> dict[str, object]:
    return {"areas": split(row["iso_a3"])}


def _lines(row: Row) -> dict[str, object]:
    """Give the landings, then the firm stretches and those whose landing is assumed, each with lane and joints."""
    joints = list(dict.fromkeys(["", *(end for each in row["stretches"] for end in (each.start, each.stop))]))
    firm = [each for each in row["stretches"] if not each.assumed]
    assumed = [each for each in row["stretches"] if each.assumed]
    ends = {"ends": split(row.get("landing_ids", ""))}
    return ends | _in_lanes("lines", firm, joints) | (_in_lanes("assumed", assumed, joints) if assumed else {})


def _in_lanes(name: str, stretches: list[Stretch], joints: list[str]) -> dict[str, object]:
    """Write lines, and for each of them [lane, joint at its start, joint at its stop], 0 = a place on land."""
    parts = [(steps, [each.lane, joints.index(each.start), joints.index(each.stop)])
             for each in stretches for steps in lines_of([each.line])]
    return {name: [steps for steps, _lane in parts], f"{name}_lanes": [lane for _steps, lane in parts]}


def _points(row: Row) -> dict[str, object]:
    return {"points": [point_of(lon, lat) for lon, lat in shapely.get_coordinates(row["geometry"])]}


def _zones(row: Row) -> dict[str, object]:
    """Give the rings of a zone, made light, and its rank in size: what is smaller lies on top."""
    return {"rings": polygons_of(row[OUTLINE]), "size": float(f"{row[SIZE]:.4g}")}


PLACES = {Kind.AREA: _areas, Kind.ZONE: _zones, Kind.LINE: _lines, Kind.POINT: _points}
