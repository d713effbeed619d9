"""Check the whole of a data folder in a process of its own and print the problems for the desk to read (JSON)."""

from __future__ import annotations

import json
import sys

from i18n.errors import AtlasError
from i18n.text import Text
from layers.checks import check_all
from layers.schema import Problem


def found() -> tuple[Problem, ...]:
    """List all problems; one that stops the checks themselves is a problem too."""
    try:
        return check_all()
    except AtlasError as error:
        return (Problem("", 0, error.text),)


def _both(text: Text) -> list[str]:
    return [text.ja, text.en]


def _plain(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file, "row": problem.row, "column": problem.column, "value": problem.value,
        "twin": problem.twin,
        "text": _both(problem.text), "allowed": _both(problem.allowed),
    }


if __name__ == "__main__":
    json.dump([_plain(problem) for problem in found()], sys.stdout)
