"""Named questions over rows: each keeps the rows of one layer that answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from i18n.text import Text
from layers.dataset import is_overdue


@dataclass(frozen=True, slots=True)
class Lens:
    """A question, the layer it is put to, and which of its rows answer it; other layers are not touched."""

    id: str
    title: Text
    layer: str
    keep: Callable[[pd.DataFrame], pd.Series]


def _unconfirmed(rows: pd.DataFrame) -> pd.Series:
    return rows["status"].isin(["planned", "unknown"]) & rows["aso_date"].map(is_overdue)


def _late(rows: pd.DataFrame) -> pd.Series:
    return rows["status"].isin(["planned", "under_construction"]) & rows["date"].map(is_overdue)


_DECLARED = (
    Lens(
        "adopters_without_ewbs",
        Text("EWBSを運用していない採用国", "Adopters without EWBS in operation"),
        "isdbt",
        lambda rows: rows["ewbs"] != "operational",
    ),
    Lens(
        "switch_off_unconfirmed",
        Text("停波の期日を過ぎて未確認の国", "Switch-off date passed, not confirmed"),
        "isdbt",
        _unconfirmed,
    ),
    Lens(
        "japanese_suppliers",
        Text("日本企業が供給するケーブル", "Cables by Japanese suppliers"),
        "cables",
        lambda rows: rows["suppliers"].str.contains("NEC|Fujitsu"),
    ),
    Lens(
        "cables_past_target",
        Text("予定時期を過ぎて開始が未確認のケーブル", "Cables past their date, not confirmed"),
        "cables",
        _late,
    ),
)
LENSES: Mapping[str, Lens] = {lens.id: lens for lens in _DECLARED}
