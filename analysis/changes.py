"""What changed since a date, of a country or a region: what was edited in the data, and what happened in the world.

The two are kept apart: an edit has the day on which the desk made it, an event the date that the row itself gives. A
date counts as far as it is known: 2025 may be later than 2025-06 and is listed. What is only planned has not happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from analysis.edited import Edited, edited
from analysis.happened import Happened, happened
from i18n.errors import AtlasError
from i18n.text import Text, same
from layers.dataset import dataset_date
from layers.rules import is_date
from scene.choice import Choice

NO_DATE = Text(
    "「{given}」は日付ではありません。2025、2025-06、2025-06-30 のように書いてください。",
    "“{given}” is no date; write 2025, 2025-06 or 2025-06-30.",
)
EDITED_SINCE = Text("データの編集({since} 以降、{count} 行)", "Edited in the data since {since}: {count} rows")
NONE_EDITED = Text("データの編集({since} 以降)はありません。", "Nothing was edited in the data since {since}.")
HAPPENED_SINCE = Text("起きたことと状況の確認({since} 以降、{count} 件)",
                      "Events and statuses dated since {since}: {count}")
NONE_HAPPENED = Text("起きたことと状況の確認({since} 以降)はありません。", "No event or status is dated since {since}.")
EDIT_LINE = Text("{date} {file} {name}: {what}", "{date} {file} {name}: {what}")
YEAR_ALONE = Text("{year}(月は不明)", "{year} (month unknown)")
EVENT_LINE = Text("{date} [{layer}] {name}: {what}", "{date} [{layer}] {name}: {what}")


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a date, newest first."""

    since: str
    edited: tuple[Edited, ...]
    happened: tuple[Happened, ...]


Dateable = TypeVar("Dateable", Edited, Happened)


def changes(choice: Choice, since: str = "") -> Changes:
    """List what changed since a date (ISO; a year before the data set's own if blank) where the choice looks.

    Of the choice region and country count, in every layer; raises AtlasError for what is no date.
    """
    start = since or a_year_before()
    if not is_date(start):
        raise AtlasError(NO_DATE.format(given=start[:40]))
    place = Choice(region=choice.region, country=choice.country)
    events = sorted(happened(place, start), key=lambda each: (each.layer.order, each.id))
    edits = sorted(edited(place, start), key=lambda each: (each.file, each.id))
    return Changes(start, _newest_first(edits), _newest_first(events))


def a_year_before() -> str:
    """Give the date one year before the data set's own."""
    today = dataset_date().isoformat()
    return f"{int(today[:4]) - 1:04d}{today[4:]}".replace("02-29", "02-28")


def worded(found: Changes) -> Iterator[Text]:
    """Word the list, a line each: what was edited first, then what happened; an empty part says so."""
    yield say_edited(found)
    yield from map(edited_words, found.edited)
    yield say_happened(found)
    yield from map(event_words, found.happened)


def say_edited(found: Changes) -> Text:
    """Say how many rows were edited."""
    said = EDITED_SINCE if found.edited else NONE_EDITED
    return said.format(count=len(found.edited), since=found.since)


def say_happened(found: Changes) -> Text:
    """Say how many events and statuses are dated since."""
    said = HAPPENED_SINCE if found.happened else NONE_HAPPENED
    return said.format(count=len(found.happened), since=found.since)


def edited_words(edit: Edited) -> Text:
    """Word an edit."""
    return EDIT_LINE.format(date=edit.date, file=edit.file, name=edit.name, what=edit.what)


def event_words(event: Happened) -> Text:
    """Word an event."""
    known = YEAR_ALONE.format(year=event.date) if event.date.isdigit() else same(event.date)
    return EVENT_LINE.format(date=known, layer=event.layer.title, name=event.name, what=event.what)


def _newest_first(found: Iterable[Dateable]) -> tuple[Dateable, ...]:
    return tuple(sorted(found, key=lambda each: each.date, reverse=True))
