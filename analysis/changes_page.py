"""What changed since a date as a page: edits of the data and events in the world, kept apart."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.changes import changes, edited_words, event_words, say_edited, say_happened
from analysis.document import Block, Bullets, Document, Line, Paragraph, Section
from analysis.edited import Edited
from analysis.happened import Happened
from analysis.pen import Pen, whole
from i18n import plan_words as words
from i18n.text import Text
from scene.choice import Choice


def changes_page(choice: Choice, since: str = "") -> Document:
    """Write what changed since a date (ISO; a year before the data set's own if blank) where the choice looks."""
    pen, found = Pen.of(whole(choice)), changes(choice, since)
    events, edits = [_event(pen, event) for event in found.happened], [_edit(pen, edit) for edit in found.edited]
    sections = (
        _section(pen, "happened", words.HAPPENED, say_happened(found), events),
        _section(pen, "edited", words.EDITED, say_edited(found), edits),
    )
    title = words.CHANGES[pen.lang]
    return pen.document("changes", title, words.CHANGES_SINCE.format(date=found.since)[pen.lang], sections)


def _section(pen: Pen, name: str, title: Text, head: Text, lines: Sequence[Line]) -> Section:
    listed: list[Block] = [Bullets(tuple(lines), ordered=True)] if lines else []
    return Section(name, title[pen.lang], (Paragraph((pen.says(head),)), *listed))


def _event(pen: Pen, event: Happened) -> Line:
    return Line(event_words(event)[pen.lang], pen.citations.of(event.row), pen.item(event.layer.id, event.id), event.id)


def _edit(pen: Pen, edit: Edited) -> Line:
    return Line(edited_words(edit)[pen.lang], fact=edit.id)
