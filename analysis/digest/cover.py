"""The cover: the title asked for, the date of the data, and what the deck shows."""

from __future__ import annotations

from analysis.digest.scribe import VIEW, Scribe, counted
from analysis.digest.view import filters, told
from analysis.document import Document, Facts, Section
from i18n import digest as words
from i18n.text import Text, same
from i18n.years import plain_date
from layers.dataset import dataset_date
from scene.choice import Choice


def cover_digest(choice: Choice) -> Document:
    """Tell what the deck of a choice is about."""
    scribe = Scribe.of(told(choice))
    title: Text = same(choice.title) if choice.title else words.COVER
    date = plain_date(dataset_date().isoformat())
    view, narrowed = scribe.pen.view(), filters(scribe.choice)
    pairs = [scribe.pair(words.WHAT, scribe.says(scribe.scene.title, view, VIEW)),
             scribe.pair(words.ITEMS, scribe.says(counted(scribe.scene.count), view))]
    pairs += [scribe.pair(words.NARROWED, scribe.says(narrowed, view, VIEW))] if narrowed else []
    section = Section("about", words.IN_IT[scribe.lang], (Facts(tuple(pairs)),))
    subtitle = words.COVER_SUBTITLE.format(date=date)
    return scribe.document("cover", title[scribe.lang], subtitle, (section,), has_map=False)
