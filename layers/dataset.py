"""The date of the data set itself; the age of a fact is counted from it, never from the clock."""

from __future__ import annotations

import re
from datetime import date

from geo.files import data_path, kept
from i18n.errors import AtlasError
from i18n.text import Text

UNDATED = Text(
    "SOURCES.md: 「As of YYYY-MM-DD」の行がありません。",
    "SOURCES.md: the line “As of YYYY-MM-DD” is missing.",
)
STALE_YEARS = 3


@kept("SOURCES.md")
def dataset_date() -> date:
    """Read the date in data/SOURCES.md; raises AtlasError when it is not there."""
    path = data_path("SOURCES.md")
    text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    match = re.search(r"^As of (\d{4}-\d{2}-\d{2})", text, flags=re.MULTILINE | re.ASCII)
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise AtlasError(UNDATED) from None


def is_stale(status_as_of: str) -> bool:
    """Tell whether a status (ISO date, blank = unknown) is more than three years older than the data set."""
    return is_older(status_as_of, years=STALE_YEARS)


def is_older(date: str, *, years: int) -> bool:
    """Tell whether a date (ISO, blank = unknown) lies, all of it, more than so many years before the data set's."""
    today = dataset_date().isoformat()
    limit = f"{int(today[:4]) - years:04d}{today[4:]}"  # text, for a leap day has no date three years before
    return bool(date) and date < limit[: len(date)]


def is_overdue(planned_for: str) -> bool:
    """Tell whether a planned date (ISO, blank = none) had passed, all of it, on the data set's date."""
    return bool(planned_for) and planned_for < dataset_date().isoformat()[: len(planned_for)]
