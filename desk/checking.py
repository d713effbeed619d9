"""Check edited tables with the rules of their declarations, against each other and not against those in data/."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from desk import words
from desk.reading import Page, bad_cell
from desk.sheets import sheet_of
from geo.files import ROOT, data_path, looking_at
from geo.tables import csv_text, read_table
from i18n.errors import AtlasError
from i18n.text import Text
from layers.base import Category, Field
from layers.common import fields_of_the_plan
from layers.schema import FIRST_ROW, ONCE, DataError, Problem, check
from layers.support import all_tables

Tables = Mapping[str, pd.DataFrame]
LONGEST = 300  # seconds


def stand_copy(folder: Path, tables: Tables) -> None:
    """Stand a copy of data/ in a folder, these tables in place of its own; the rest are links."""
    for file in data_path().iterdir():
        if file.name not in tables and not file.name.startswith("."):
            (folder / file.name).symlink_to(file.resolve(), target_is_directory=file.is_dir())
    for name, table in tables.items():
        (folder / name).write_bytes(csv_text(table).encode())


def check_cells(folder: Path, pages: Mapping[str, Page]) -> Iterator[Text]:
    """Check each table that came back, cell by cell, and what the cells refer to; worded as the sheets have them."""
    before = fields_of_the_plan()
    with looking_at(folder):
        for file, page in pages.items():
            try:
                fields = [_renewed(field, before) for field in all_tables()[file]]
                check(read_table(file), fields, file=file)
            except DataError as error:
                twins = {problem.row for problem in error.problems if problem.allowed == ONCE}
                yield from (in_sheet(problem, page) for problem in error.problems
                            if not (problem.twin and problem.row in twins))  # a row pasted twice is told of once
            except AtlasError as error:
                yield error.text


def _renewed(field: Field, before: tuple[Category, ...]) -> Field:
    """Let a column of the plan's fields take those of the new table, for its declaration holds the old ones."""
    return replace(field, categories=fields_of_the_plan()) if field.categories == before else field


def check_whole(folder: Path, pages: Mapping[str, Page]) -> Iterator[Text]:
    """Check the whole copy as a program would meet it that starts with these data: every rule, in a process anew."""
    env = {**os.environ, "ATLAS_DATA": str(folder)}
    command = [sys.executable, "-m", "desk.whole"]
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST, check=True
        )
        found = [Problem(each["file"], each["row"], Text(*each["text"]), each["column"], each["value"],
                         Text(*each["allowed"]), each["twin"]) for each in json.loads(done.stdout)]
    except (OSError, subprocess.SubprocessError, ValueError, KeyError) as error:
        raise AtlasError(words.NOT_CHECKED.format(why=type(error).__name__)) from None
    for problem in found:
        page = pages.get(problem.file)
        yield in_sheet(problem, page) if page else problem.text


def in_sheet(problem: Problem, page: Page) -> Text:
    """Word a problem by sheet and cell; what belongs to no row is as the file's own check words it."""
    sheet = sheet_of(problem.file)
    if problem.column in page.letters and problem.row:
        cell = f"{page.letters[problem.column]}{_number(page, problem.row)}"
        return bad_cell(sheet, cell, problem.column, problem.value, problem.allowed)
    if problem.twin:
        row, first = _number(page, problem.row), _number(page, problem.twin)
        return words.SAME_ROW.format(sheet=sheet, row=row, first=first)
    return words.NO_ROWS.format(sheet=sheet) if page.table.empty else problem.text


def _number(page: Page, row: int) -> int:
    """Find the row of the sheet that is this row of the file."""
    return page.numbers[row - FIRST_ROW]
