"""The one reader of data/*.csv: every cell is text, and Namibia's NA is not a missing value."""

from __future__ import annotations

import csv
from functools import lru_cache

import pandas as pd

from geo.files import data_path, stamp
from i18n.errors import AtlasError
from i18n.text import Text

GONE = Text("ファイル {file} が見つかりません。", "File {file} is not there.")
NOT_UTF8 = Text("ファイル {file} は UTF-8 で保存されていません。", "File {file} is not saved as UTF-8.")
RAGGED = Text(
    "ファイル {file} の {row} 行目は {found} 列です。見出しと同じ {wanted} 列にしてください。",
    "File {file}, row {row}: {found} cells; the header has {wanted}.",
)
EMPTY = Text("ファイル {file} は空です。", "File {file} is empty.")


def read_table(name: str) -> pd.DataFrame:
    """Read data/NAME as text cells ("" = blank); raises AtlasError naming the file and the first bad row."""
    return _read(name, stamp(data_path(name)), str(data_path())).copy()


@lru_cache(maxsize=64)
def _read(name: str, _stamp: tuple[int, int], _folder: str) -> pd.DataFrame:
    try:
        with data_path(name).open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
    except FileNotFoundError:
        raise AtlasError(GONE.format(file=name)) from None
    except UnicodeDecodeError:
        raise AtlasError(NOT_UTF8.format(file=name)) from None
    if not lines:
        raise AtlasError(EMPTY.format(file=name))
    return _frame(name, lines)


def _frame(name: str, lines: list[list[str]]) -> pd.DataFrame:
    header, *body = lines
    for number, line in enumerate(body, start=2):
        if len(line) != len(header):
            values = {"file": name, "row": number, "found": len(line), "wanted": len(header)}
            raise AtlasError(RAGGED.format(**values))
    return pd.DataFrame(body, columns=header, dtype=object)
