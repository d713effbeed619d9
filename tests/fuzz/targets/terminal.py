"""The words of a command line: done, or refused with one sentence, and never a traceback."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from typer.testing import CliRunner

import cli
from commands.speaking import UNEXPECTED
from i18n.text import Lang
from tests.folders import copied_data
from tests.fuzz.mutators import worded
from tests.fuzz.target import FaultError, Target

COMMANDS = (
    "rows", "layers", "search", "brief", "region", "field", "plan20", "overview", "matrix", "sources", "changes", "cut",
    "redundancy", "export", "reopen", "workbook apply", "sheet", "pictures", "deck", "--help", "",
)
DRAWN = ("sheet", "pictures", "deck")
FLAT = (".csv", ".xlsx", ".geojson", ".gpkg")
"""What `export` writes without drawing."""
BLOCKED = "a file/"
"""A folder that cannot be made: what would be drawn for seconds is refused there, its words having been read."""
WORDS = (
    "\n--lang\nen", "\n--format\njson", "\n--since\n2024", "\n--limit\n3", "\n--each\ncountry", "\n--size\na4",
    "\n--dpi\n300", "\n--plain", "\n--kind\npng", "\n--zip", "\n--dry-run", "\n--landing\n", "\n--own\nown.csv",
    "\n--out\na.md", "\n--", "\n-", "\nUZB", "\nウズベキスタン", "\noceania", "\npostal", "\nisdbt", "\ncables",
    "\nregion=africa&lang=en", "\nlayers=cables", "\nmocs.kind=moc&year=2019", "\nshow=all", "\na.csv", "\na.geojson",
    "\nown.csv", "\n%00", "\n\x1b[2J", "=", "{", "}", "\n",
)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Make the folder that commands run in, with a copy of data/ and a file of one's own."""
    folder = tempfile.TemporaryDirectory(prefix="atlas-fuzz-")
    copied_data(Path(folder.name))
    (Path(folder.name) / BLOCKED.strip("/")).touch()
    (Path(folder.name) / "own.csv").write_text("名前,緯度,経度\n東京,35.7,139.7\n", "utf-8")
    return folder


@contextmanager
def _there() -> Iterator[None]:
    before, folder = Path.cwd(), _folder().name
    os.chdir(folder)
    with patch.dict(os.environ, {"ATLAS_DATA": f"{folder}/data"}):
        try:
            yield
        finally:
            os.chdir(before)


def words_of(data: bytes) -> list[str]:
    """Read a case as a command line, one word a line; no word leads out of the folder, none draws for seconds."""
    command, *words = data.decode("utf-8", "replace").split("\n")
    first = command if command in COMMANDS else COMMANDS[len(command) % len(COMMANDS)]
    safe = [word.lstrip("/").replace("..", "") for word in words]
    drawn = first in DRAWN or (first == "export" and not any(word.endswith(FLAT) for word in safe[:1]))
    if drawn and safe and not safe[0].startswith("-"):
        safe[0] = BLOCKED + safe[0]
    return [*first.split(), *_undrawn(safe)]


def _undrawn(words: Sequence[str]) -> Iterator[str]:
    """Leave out files and formats that are typeset, a second each."""
    for word in words:
        yield "a.md" if word.endswith((".pdf", ".docx")) else "md" if word in ("pdf", "docx") else word


def one(data: bytes) -> None:
    """Give a command line to the program."""
    words = words_of(data)
    with _there():
        result = CliRunner().invoke(cli.app, words)
    told = result.output + result.stderr
    if result.exception and not isinstance(result.exception, SystemExit):
        raise FaultError(f"{words}: {result.exception!r}") from result.exception
    if result.exit_code not in (0, 1, 2) or any(UNEXPECTED[lang].partition("{")[0] in told for lang in Lang):
        raise FaultError(f"{words}: {result.exit_code}, {told[-400:]}")


TARGET = Target("terminal", one, worded(*WORDS), runs=10_000, sample=10, seconds=20.0, longest=256)
