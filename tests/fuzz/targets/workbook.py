"""An edited workbook as the desk takes it back: read, compared and checked cell by cell; nothing is written."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from desk.apply import lines_of, look_at
from desk.difference import said as told
from i18n.errors import AtlasError
from layers.support import all_tables
from tests.fuzz.mutators import worded, zipped
from tests.fuzz.target import Target, said

FILES = ("datacenters.csv", "cable_support.csv")
WORDS = (
    "<row r='9'>", "</row>", '<c r="A4" t="s"><v>0</v></c>', '<c r="XFD1048576"><v>1</v></c>', 't="inlineStr"',
    't="e"', 't="b"', 't="d"', "<f>1+1</f>", "<is><t>東京</t></is>", "<v>1e400</v>", "<v>NaN</v>", "<v>-1</v>",
    "<v>45000.5</v>", 's="2"', 'r="A0"', 'hidden="1"', "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>",
    "<dimension ref='A1:XFD1048576'/>", "&#0;", "_x000D_", "_x0000_", "UZB|KAZ", "2023-02-30", "2024-01-01", "planned",
    "<b>", "http://a.b/", "state='hidden'", "<si/>", "<cols><col min='1' max='16384' hidden='1'/></cols>",
    "<t>confidence</t>", "<t xml:space='preserve'> </t>",
)
LIKELY = ("sheet2.xml", "sheet3.xml", "sharedStrings.xml", "sheet1.xml", "workbook.xml", "styles.xml")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="atlas-fuzz-")


@contextmanager
def few_tables() -> Iterator[None]:
    """Let the desk have two tables only, and leave out the check of the whole, which is a process of its own."""
    few = {file: all_tables()[file] for file in FILES}
    with ExitStack() as patched:
        for module in ("apply", "book", "checking"):
            patched.enter_context(patch(f"desk.{module}.all_tables", lambda: few))
        patched.enter_context(patch("desk.apply.check_whole", lambda _folder, _pages: iter(())))
        yield


def one(data: bytes) -> None:
    """Look at a workbook that came back; every problem and every edit has its words."""
    path = Path(_folder().name) / "in.xlsx"
    path.write_bytes(data)
    with few_tables():
        try:
            outcome = look_at(path)
        except AtlasError as error:
            said(error.text)
            return
        said(*(lines_of(outcome.problems) if outcome.problems else told(outcome.edits)))


TARGET = Target("workbook", one, zipped(worded(*WORDS), members=LIKELY), runs=6_000, sample=10, seconds=5.0,
                longest=262_144)
