"""The groups that cables are coloured and filtered by: supplier, period of RFS, what Japan's part is."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from geo.tables import read_things, split
from i18n.errors import AtlasError
from i18n.text import Text, same
from layers.base import Category
from layers.wording import Row, records

COMPANIES, SUPPORT = "cable_companies.csv", "cable_support.csv"
HOME = "JPN"
SUPPLIER = (
    Category("japanese", Text("日本企業", "Japanese"), "#8f1d0a", "solid", width=1.5),
    Category("mixed", Text("日本企業と海外企業", "Japanese and other"), "#c24fc4", "solid", width=1.2),
    Category("other", Text("海外企業", "Not Japanese"), "#17508f", "solid", width=0.8),
    Category("unknown", Text("供給者は未確認", "Supplier not known"), "#a68517", "solid", width=0.7),
)
PERIOD = (
    Category("before_2010", Text("2009年以前", "2009 or earlier"), "#5c4310", "solid", width=0.7),
    Category("2010s", Text("2010〜2019年", "2010 to 2019"), "#e0561f", "solid"),
    Category("2020_2024", Text("2020〜2024年", "2020 to 2024"), "#0f8a78", "solid", width=1.2),
    Category("from_2025", Text("2025年以降(予定を含む)", "2025 or later, planned ones included"), "#1d3a6b", "solid",
             width=1.5),
    Category("undated", Text("時期は未確認", "No date known"), "#b03ccf", "solid", width=0.7),
)
ENDS = {"before_2010": "2010", "2010s": "2020", "2020_2024": "2025", "from_2025": "9999"}
"""The year before which each period ends, in order."""
PART = (
    Category("supplier", Text("日本企業が供給", "Japanese supplier")),
    Category("owner", Text("日本企業が所有・出資", "Japanese owner")),
    Category("finance", Text("日本の公的支援・融資", "Japanese public support or loans")),
    Category("proposal", Text("総務省が提案", "Proposed by MIC")),
    Category("landing", Text("日本に陸揚げ", "Lands in Japan")),
    Category("none", Text("確認されていない", "None found")),
)


def companies(part: str) -> tuple[Category, ...]:
    """Read the names of the owners or the suppliers as categories; none while their table is broken."""
    try:
        named = read_things(COMPANIES, lambda row: (row["name"], split(row["part"])))
    except AtlasError:
        return ()  # the check of the table tells what is wrong with it
    return tuple(Category(name, same(name)) for name, parts in named if part in parts)


def group(rows: pd.DataFrame) -> pd.DataFrame:
    """Add each cable's groups: `supplier_group`, `period` and `japan_part`."""
    homes = read_things(COMPANIES, lambda row: (row["is_japanese"], row["name"]))
    japanese = {name for is_japanese, name in homes if is_japanese == "1"}
    support = dict(read_things(SUPPORT, lambda row: (row["cable_id"], row["support"])))
    return rows.assign(
        supplier_group=[supplier_group(split(names), japanese) for names in rows["suppliers"]],
        period=[period(date) for date in rows["date"]],
        japan_part=[_parts(row, japanese, support) for row in records(rows)],
    )


def supplier_group(names: Collection[str], japanese: Collection[str]) -> str:
    """Tell whether suppliers are Japanese, others, or both; names may hold one blank."""
    at_home = {name in japanese for name in names if name}
    if not at_home:
        return "unknown"
    return "mixed" if len(at_home) == 2 else "japanese" if True in at_home else "other"


def period(date: str) -> str:
    """Give the period that a date (ISO, "" = unknown) falls in."""
    return next(name for name, end in ENDS.items() if date[:4] < end) if date else "undated"


def _parts(row: Row, japanese: Collection[str], support: dict[str, str]) -> str:
    """List what Japan has to do with a cable, in the order of PART."""
    found = {
        "supplier": bool(set(split(row["suppliers"])) & set(japanese)),
        "owner": bool(set(split(row["owners"])) & set(japanese)),
        "landing": HOME in split(row["iso_a3"]),
    }
    stated = split(support.get(row["id"], ""))
    parts = [part.code for part in PART if found.get(part.code) or part.code in stated]
    return "|".join(parts) or "none"
