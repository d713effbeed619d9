"""Named questions over rows: each keeps the rows of one layer that answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from i18n.text import Text
from layers.dataset import is_older, is_overdue
from layers.partners import MEMORANDUM, partners_of, with_memorandum, with_project

UNRENEWED_YEARS = 5


@dataclass(frozen=True, slots=True)
class Lens:
    """A question, the layer it is put to, and which of its rows answer it; other layers are not touched."""

    id: str
    title: Text
    layer: str
    method: Text  # one sentence that says how it decides
    keep: Callable[[pd.DataFrame], pd.Series]


def _unconfirmed(rows: pd.DataFrame) -> pd.Series:
    late = rows["status"].isin(["planned", "in_progress"]) & rows["aso_date"].map(is_overdue)
    return late | (rows["status"] == "unknown")


def _late(rows: pd.DataFrame) -> pd.Series:
    return rows["status"].isin(["planned", "under_construction"]) & rows["date"].map(is_overdue)


def _without_project(rows: pd.DataFrame) -> pd.Series:
    known = with_project()
    return (rows["kind"] == MEMORANDUM) & rows["iso_a3"].map(lambda cell: bool(partners_of(cell) - known))


def _without_memorandum(rows: pd.DataFrame) -> pd.Series:
    known = with_memorandum()
    return rows["iso_a3"].map(lambda cell: bool(partners_of(cell) - known)).astype(bool)


def _unrenewed(rows: pd.DataFrame) -> pd.Series:
    stands = (rows["kind"] == MEMORANDUM) & ~rows["status"].isin(["renewed", "superseded"])
    return stands & rows["date"].map(lambda date: is_older(date, years=UNRENEWED_YEARS))


def _on_one_cable(rows: pd.DataFrame) -> pd.Series:
    return (rows["by_land"] == "0") & ~rows["systems_now"].str.contains("|", regex=False)


_DECLARED = (
    Lens(
        "adopters_without_ewbs",
        Text("EWBSを運用していない採用国", "Adopters without EWBS in operation"),
        "isdbt",
        Text("EWBSの状況が「運用中」でない採用国(試行、予定、不明)",
             "Adopters whose EWBS is not recorded as operational: trial, planned or unknown"),
        lambda rows: rows["ewbs"] != "operational",
    ),
    Lens(
        "switch_off_unconfirmed",
        Text("停波の期日を過ぎたか、停波が未確認の採用国", "Adopters with switch-off overdue or not confirmed"),
        "isdbt",
        Text("停波の期日をデータの時点で過ぎて完了が未確認の国と、停波の状況が未確認の国",
             "Adopters whose date had passed on the date of the data without confirmation, and those whose switch-off "
             "is not confirmed"),
        _unconfirmed,
    ),
    Lens(
        "japanese_suppliers",
        Text("日本企業が供給するケーブル", "Cables by Japanese suppliers"),
        "cables",
        Text("供給者に日本企業を含むケーブル(海外企業との共同を含む)",
             "Cables with a Japanese company among the suppliers, joint supply included"),
        lambda rows: rows["supplier_group"].isin(["japanese", "mixed"]),
    ),
    Lens(
        "cables_past_target",
        Text("予定時期を過ぎて開始が未確認のケーブル", "Cables past their date, not confirmed"),
        "cables",
        Text("計画または建設中で、運用開始の予定をデータの時点で過ぎたケーブル",
             "Cables planned or being built whose date of service had passed on the date of the data"),
        _late,
    ),
    Lens(
        "memorandum_without_project",
        Text("協力覚書があり案件がない相手国", "Partners with a memorandum but no project"),
        "mocs",
        Text("協力覚書(種別)のうち、案件の一覧に1件もない国を相手に含むもの(EU・ASEAN等を通じた文書は数えない)",
             "Memoranda of cooperation with a partner that has no row in the list of projects; documents through EU, "
             "ASEAN and other bodies do not count"),
        _without_project,
    ),
    Lens(
        "project_without_memorandum",
        Text("案件があり協力覚書がない相手国", "Partners with a project but no memorandum"),
        "projects",
        Text("協力覚書(種別)が一覧に1件もない国を相手に含む案件(EU・ASEAN等を通じた文書は数えない)",
             "Projects with a partner that has no memorandum of cooperation in the list; documents through EU, ASEAN "
             "and other bodies do not count"),
        _without_memorandum,
    ),
    Lens(
        "memoranda_unrenewed",
        Text("5年を過ぎて更新のない協力覚書", "Memoranda over five years old without renewal"),
        "mocs",
        Text("署名からデータの時点までに5年を過ぎ、更新も後継も記録されていない協力覚書(日付のないものは除く)",
             "Memoranda of cooperation signed more than five years before the date of the data, with no renewal or "
             "successor recorded; undated ones are left out"),
        _unrenewed,
    ),
    Lens(
        "islands_on_one_cable",
        Text("海底ケーブルが1本以下の島", "Islands on one cable or none"),
        "redundancy",
        Text("同じ陸地に他国の陸揚げ地がなく、この一覧で運用中のケーブルが1本以下の国・地域",
             "Countries and territories with no other country's landing on the same land and at most one system of the "
             "list in service"),
        _on_one_cable,
    ),
)
LENSES: Mapping[str, Lens] = {lens.id: lens for lens in _DECLARED}
