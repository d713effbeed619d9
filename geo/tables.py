"""The one reader of data/*.csv: every cell is text, and Namibia's NA is not a missing value."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

import pandas as pd

from geo.files import data_path, stamp
from i18n.errors import AtlasError
from i18n.text import Text

GONE = Text("ファイル {file} が見つかりません。", "File {file} is not there.")
NO_FOLDER = Text("データのフォルダー {folder} がありません。", "The data folder {folder} is not there.")
UNREADABLE = Text("ファイル {file} を読めません({why})。", "File {file} cannot be read ({why}).")
NOT_UTF8 = Text("ファイル {file} は UTF-8 で保存されていません。", "File {file} is not saved as UTF-8.")
RAGGED = Text(
    "{file} {row}行目: {found} 列あります。見出しと同じ {wanted} 列にしてください。",
    "{file}, row {row}: {found} cells; the header has {wanted}.",
)
NO_ROWS = Text("{file}: 行がありません。", "{file}: there are no rows.")
EMPTY = Text("ファイル {file} は空です。", "File {file} is empty.")
TWICE = Text("{file}: 見出し {column} が重複しています。", "{file}: column {column} stands there twice.")
NO_COLUMN = Text("{file}: 列 {column} がありません。", "{file}: column {column} is missing.")
NO_NUMBER = Text(
    "{file} {row}行目: 数でなければならない値が数ではありません({why})。",
    "{file}, row {row}: a value that must be a number is none ({why}).",
)
NEWLINE = Text("\n", "\n")
Thing = TypeVar("Thing")


def read_table(name: str) -> pd.DataFrame:
    """Read data/NAME as text cells ("" = blank); raises AtlasError naming the file and every ragged row."""
    return _read(name, stamp(data_path(name)), str(data_path())).copy()


def read_things(name: str, make: Callable[[dict[str, str]], Thing]) -> list[Thing]:
    """Make one thing of each row of data/NAME; raises AtlasError for a missing column or number, or no row at all."""
    made = []
    for number, row in enumerate(read_table(name).to_dict("records"), start=2):
        try:
            made.append(make({str(column): cell for column, cell in row.items()}))
        except KeyError as error:
            raise AtlasError(NO_COLUMN.format(file=name, column=error.args[0])) from None
        except ValueError as error:
            raise AtlasError(NO_NUMBER.format(file=name, row=number, why=error)) from None
    if not made:
        raise AtlasError(NO_ROWS.format(file=name))
    return made


def split(cell: str) -> list[str]:
    """Split a cell that holds a list joined by |, blanks and repeats left out."""
    return list(dict.fromkeys(part for part in cell.split("|") if part))


def csv_text(table: pd.DataFrame) -> str:
    """Write a table of text cells as the files of data/ have it."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(table.columns)
    lines.writerows(table.itertuples(index=False, name=None))
    return text.getvalue()


@lru_cache(maxsize=64)
def _read(name: str, _stamp: tuple[int, int], _folder: str) -> pd.DataFrame:
    try:
        with data_path(name).open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
    except FileNotFoundError:
        gone = GONE.format(file=name) if data_path().is_dir() else NO_FOLDER.format(folder=data_path())
        raise AtlasError(gone) from None
    except UnicodeDecodeError:
        raise AtlasError(NOT_UTF8.format(file=name)) from None
    except (OSError, csv.Error) as error:
        raise AtlasError(UNREADABLE.format(file=name, why=error)) from None
    while lines and not lines[-1]:
        lines.pop()  # an editor's blank lines at the end
    if not lines:
        raise AtlasError(EMPTY.format(file=name))
    return _frame(name, lines)


def _frame(name: str, lines: list[list[str]]) -> pd.DataFrame:
    header, *body = lines
    wanted = len(header)
    wrong = [
        *(TWICE.format(file=name, column=column) for column, times in Counter(header).items() if times > 1),
        *(RAGGED.format(file=name, row=number, found=len(line), wanted=wanted)
          for number, line in enumerate(body, start=2) if len(line) != wanted),
    ]
    if wrong:
        raise AtlasError(NEWLINE.join(wrong))
    return pd.DataFrame(body, columns=header, dtype=object)
