"""The glossary: what the special words on the page mean."""

from __future__ import annotations

from dataclasses import dataclass

from geo.tables import read_things
from i18n.text import Lang, Text
from layers.wording import Source, pages

FILE = "glossary.csv"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the page and its meaning; `source_urls` is empty where no fact is stated."""

    term_id: str
    name: Text
    meaning: Text
    source_urls: str

    def sources(self, lang: Lang) -> tuple[Source, ...]:
        """List the pages that the meaning rests on."""
        return pages(self.source_urls, lang)


def read_terms() -> list[Term]:
    """Read the terms in the order of the file, which goes from the plan to its fields."""
    return read_things(FILE, lambda row: Term(
        row["term_id"], Text(row["term_ja"], row["term_en"]), Text(row["meaning_ja"], row["meaning_en"]),
        row["source_urls"],
    ))
