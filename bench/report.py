"""docs/benchmarks.md: each benchmark writes its own section between two marks, in place of the one before."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

REPORT = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def save(name: str, text: str) -> None:
    """Put the section of a benchmark into the report."""
    start, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    section = f"{start}\n{text}{end}\n"
    report = REPORT.read_text("utf-8")
    pattern = re.compile(f"{re.escape(start)}.*?{re.escape(end)}\n", re.DOTALL)
    new = pattern.sub(lambda _: section, report) if pattern.search(report) else f"{report}\n{section}"
    REPORT.write_text(new, "utf-8")


def machine() -> str:
    """Say on what was measured."""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
