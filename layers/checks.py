"""Everything that may be wrong with the data: each file by itself, then what must fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from geo import local_cables
from geo.countries import FINE_OUTLINES, OUTLINES
from geo.routes import FOLDER, read_routes
from geo.tables import read_table
from geo.topology import read_topology
from i18n.errors import AtlasError
from i18n.text import Text
from layers import edits
from layers.base import Layer
from layers.dataset import dataset_date
from layers.outlines import check_outlines
from layers.plans import misplanned
from layers.registry import our_layers
from layers.rows import read_rows
from layers.schema import FIRST_ROW, DataError, Problem, bad_cell
from layers.support import SUPPORT, all_tables, check_table

PLACED = Text(
    "地図に置ける行(国・機関・座標・区間のどれかが必要)",
    "a row that stands somewhere (it needs a country, a body, a point or segments)",
)
ELSEWHERE = Text("ほかのレイヤー({file})で使っていない番号", "an id that no other layer ({file}) has")
UNLIKE_SEGMENTS = Text(
    "{file}: cable_segments.csv の区間と合いません。make data-cables で作り直してください。",
    "{file} does not match the segments of cable_segments.csv; make data-cables builds it again.",
)
SOURCES = "SOURCES.md"


def check_all() -> tuple[Problem, ...]:
    """List every problem of the data, file by file; an empty list means that all is right."""
    by_file = [_found_by(file, check_table, file) for file in _files()]
    outlines = [_found_by(file, check_outlines, file) for file in (OUTLINES, FINE_OUTLINES)]
    own = _found_by(local_cables.FOLDER, local_cables.read_local_sets)
    texts = [*_found_by(SOURCES, dataset_date), *_found_by(edits.FILE, edits.recorded)]
    found = [*chain(*by_file, *outlines), *texts, *own] or [*_misdrawn()]
    if not found:
        found = [*_placeless(), *_shared_ids(), *_misplanned()]
    told = dict[Text, Problem]()
    for problem in found:
        told.setdefault(problem.text, problem)  # a file that others need is told of once, not with each of them
    return tuple(told.values())


def count_checked() -> tuple[int, int]:
    """Count the files that `check_all` looks at and the rows of their tables."""
    rows = sum(len(read_table(file)) for file in _files())
    return len(_files()) + len((OUTLINES, FINE_OUTLINES, SOURCES)), rows


def _files() -> tuple[str, ...]:
    """List the tables; when a broken one keeps the layers from being declared, those behind them remain."""
    try:
        return tuple(all_tables())
    except AtlasError:
        return tuple(SUPPORT)


def _found_by(file: str, check: Callable[..., object], *subject: str) -> list[Problem]:
    try:
        check(*subject)
    except DataError as error:
        return list(error.problems)
    except AtlasError as error:
        return [Problem(file, 0, error.text)]
    return []


def _misdrawn() -> Iterator[Problem]:
    """Routes that were drawn from other segments than those of the table."""
    topology = read_topology()
    for cable_id in topology.systems:
        file = f"{FOLDER}{cable_id}.geojson"
        asked = [(each.number, each.start, each.stop) for each in topology.segments_of(cable_id)]
        try:
            drawn = [(route.segment, route.start, route.stop) for route in read_routes(cable_id)]
        except AtlasError as error:
            yield Problem(file, 0, error.text)
            continue
        if asked != drawn:
            yield Problem(file, 0, UNLIKE_SEGMENTS.format(file=file))


def _placeless() -> Iterator[Problem]:
    """Rows that are right by themselves but stand nowhere on the map."""
    for layer in our_layers().values():
        rows = read_rows(layer)
        for row_id in rows.loc[rows.geometry.is_empty, "id"]:
            yield _about(layer, row_id, PLACED)


def _shared_ids() -> Iterator[Problem]:
    """Ids that two layers use: a link to such a row would open the wrong one."""
    taken: dict[str, str] = {}
    for layer in our_layers().values():
        for row_id in read_rows(layer)["id"]:
            if row_id in taken:
                yield _about(layer, row_id, ELSEWHERE.format(file=taken[row_id]))
            taken.setdefault(row_id, layer.file)


def _misplanned() -> Iterator[Problem]:
    """Rows of a plan that no layer has, or whose status their layer does not know."""
    owners = {str(row_id): layer for layer in our_layers().values() for row_id in read_rows(layer)["id"]}
    return misplanned(owners)


def _about(layer: Layer, row_id: str, allowed: Text) -> Problem:
    column = layer.field("id").column
    row = layer.read(layer.file)[column].tolist().index(row_id) + FIRST_ROW
    return bad_cell(layer.file, row, column, row_id, allowed)
