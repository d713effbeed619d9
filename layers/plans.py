"""The atlas as it was planned at a moment: for each row the status and the date that were known then.

A plan's table lists the rows that have changed since. Of the others a row was known then when its date, or the date
of its source, is certain to be no later; it shows as it is. What cannot be shown to have been known is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import geopandas as gpd
import pandas as pd

from geo.files import data_path, stamp, stamps
from geo.tables import read_table
from i18n.text import Lang, Text, same
from i18n.years import word_date
from layers.base import Layer
from layers.schema import FIRST_ROW, Problem, bad_cell
from layers.wording import Row, records

KNOWN = "known_then"
WORDED = Text("{status}、{date}({basis})", "{status}, {date} ({basis})")
UNDATED = Text("{status}({basis})", "{status} ({basis})")
A_ROW = Text("どれかのレイヤーの番号", "the id of a row of some layer")


@dataclass(frozen=True, slots=True)
class Plan:
    """A moment (YYYY-MM) from which the atlas can be looked at, and the table of what was planned then."""

    id: str
    title: Text
    method: Text  # one sentence that stands wherever the plan shows
    file: str


_DECLARED = (
    Plan(
        "2022-07",
        Text("2022年7月時点の計画", "As planned in July 2022"),
        Text(
            "2022年7月時点の計画: 同月までに実現、署名、公表を確認できる項目だけを、分かる限り当時の状況と期日で示す",
            "As planned in July 2022: only what is confirmed as done, signed or announced by then, with the status "
            "and date of that time as far as known",
        ),
        "plan_2022_07.csv",
    ),
)
PLANS: Mapping[str, Plan] = {plan.id: plan for plan in _DECLARED}


def seen_from(plan: Plan, layer: Layer, rows: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give a layer's rows as they were planned, each in its place; `known_then` marks those known at the time.

    From there nothing is stale and no date has passed, so `overdue` and `pale` are off.
    """
    then = _table(plan)
    listed = rows["id"].isin(then.index)
    ids = rows["id"][listed]
    seen = rows.assign(overdue=False, pale=False)
    seen[KNOWN] = listed | _by(plan, rows["date"]) | _by(plan, rows["status_as_of"])
    seen.loc[listed, "status"] = ids.map(then["status"])
    seen.loc[listed, _planned_date(layer)] = ids.map(then["date"])
    seen.loc[listed, "status_as_of"] = plan.id
    return gpd.GeoDataFrame(layer.regroup(seen))


def _planned_date(layer: Layer) -> str:
    """Name the column of the date that a plan gives: the one that is only a promise, else the row's own."""
    return layer.promise.date if layer.promise else "date"


def plan_stamps() -> tuple[tuple[int, int], ...]:
    """Tell whether a plan's table changed, for caches."""
    return stamps(*(plan.file for plan in PLANS.values()))


def told(layer: Layer, row_id: str, lang: Lang) -> Iterator[tuple[str, str]]:
    """Word what was planned for a row, where that is listed: what stands beside the facts as now known."""
    for plan in PLANS.values():
        table = _table(plan)
        for then in records(table.loc[[row_id]]) if row_id in table.index else ():
            yield plan.title[lang], _worded(layer, then)[lang]


def misplanned(owners: Mapping[str, Layer]) -> Iterator[Problem]:
    """List what is wrong in the plans' tables, given the layer of each id: strange ids, and statuses of no category."""
    for plan in PLANS.values():
        for number, (row_id, then) in enumerate(_table(plan).iterrows(), FIRST_ROW):
            layer = owners.get(str(row_id))
            if layer is None:
                yield bad_cell(plan.file, number, "row_id", str(row_id), A_ROW)
            elif then["status"] not in layer.field("status").codes:
                allowed = same(" / ".join(layer.field("status").codes))
                yield bad_cell(plan.file, number, "status", then["status"], allowed)


def _by(plan: Plan, dates: pd.Series) -> pd.Series:
    """Tell which dates (ISO, as precise as known) are certain to be no later than the plan's month; a blank is not."""
    return dates.map(lambda date: bool(date) and (date[:7] <= plan.id if len(date) > 4 else date < plan.id[:4]))


def _worded(layer: Layer, then: Row) -> Text:
    status = layer.field("status").category(then["status"])
    assert status is not None  # `misplanned` holds the tables to it
    basis = Text(then["basis_ja"], then["basis_en"])
    if not then["date"]:
        return UNDATED.format(status=status.label, basis=basis)
    return WORDED.format(status=status.label, date=word_date(then["date"]), basis=basis)


def _table(plan: Plan) -> pd.DataFrame:
    return _read(plan.file, stamp(data_path(plan.file)), str(data_path()))


@lru_cache(maxsize=8)
def _read(file: str, _stamp: tuple[int, int], _folder: str) -> pd.DataFrame:
    return read_table(file).set_index("row_id")
