"""Where a country stands: digital television, ways out by cable and the next one, data centres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.digest.scribe import Pair, Scribe, as_of
from analysis.digest.short import LETTERS
from i18n import digest as words
from i18n.text import LISTED, Lang, Text, same, wide
from i18n.years import plain_date
from layers import cables, datacenters, isdbt, redundancy
from layers.base import Layer
from layers.wording import Row, dated, newest_first
from scene.scene import build_scene


def standing(scribe: Scribe) -> Iterator[Pair]:
    """Tell what is known of the country's television, cables and data centres, a line each."""
    for row in _rows(scribe, isdbt.LAYER):
        yield scribe.pair(words.TELEVISION, scribe.of_row(_television(row, scribe.lang), isdbt.LAYER, row))
    yield from _ways(scribe)
    yield from _next_cable(scribe)
    for row in newest_first(_rows(scribe, datacenters.LAYER))[:1]:
        yield scribe.pair(datacenters.LAYER.title, scribe.row(datacenters.LAYER, row))


def _rows(scribe: Scribe, layer: Layer) -> list[Row]:
    return [row for sheet in scribe.scene.sheets if sheet.layer.id == layer.id for row in sheet.each_row()]


def _television(row: Row, lang: Lang) -> str:
    """Say when it was adopted and how far the switch-off is; the start of broadcasts only where there is room."""
    layer = isdbt.LAYER
    adopted, start = ([words.LABELLED.format(label=layer.field(name).label, value=plain_date(str(row[name])))]
                      if row[name] else [] for name in ("date", "broadcast_start"))
    status = _read(layer, "status", row)
    if row["aso_date"]:
        date = dated(layer.field("aso_date"), row, plain_date(str(row["aso_date"])), layer)
        status = words.LABELLED.format(label=status, value=date)
    rest = [status, *filter(None, [as_of(row)])]
    full = LISTED.join([*adopted, *start, *rest])[lang]
    is_short = wide(full + words.TELEVISION[lang]) <= LETTERS
    return full if is_short else LISTED.join([*adopted, *rest])[lang]


def _read(layer: Layer, name: str, row: Row) -> Text:
    field = layer.field(name)
    category = field.category(str(row[name]))
    return category.label if category else same(str(row[name]))


def _ways(scribe: Scribe) -> Iterator[Pair]:
    """Count the independent ways out of a country whose cables are told; the layer itself is off on the map."""
    if cables.LAYER.id not in scribe.choice.layers:
        return
    beside = build_scene(replace(scribe.choice, layers=frozenset({redundancy.LAYER.id})))
    for sheet in beside.sheets:
        for row in sheet.each_row():
            coming = row["ways_coming"] != row["ways_now"]
            said = (words.WAYS_COMING if coming else words.WAYS_NOW).format(
                now=row["ways_now"], coming=row["ways_coming"])
            yield scribe.pair(words.WAYS, scribe.of_row(said[scribe.lang], sheet.layer, row))


def _next_cable(scribe: Scribe) -> Iterator[Pair]:
    """Name the cable that is to enter service next, its date as last stated."""
    promise = cables.LAYER.promise
    coming = [row for row in _rows(scribe, cables.LAYER) if promise and row["status"] in promise.while_status]
    for row in sorted(coming, key=lambda row: (not row["date"], str(row["date"]), str(row["id"])))[:1]:
        yield scribe.pair(words.NEXT_CABLE, scribe.row(cables.LAYER, row))
