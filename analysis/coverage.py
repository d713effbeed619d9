"""Where each thing that the plan names is found in the atlas, by a table that people review (data/coverage.csv).

A thing is found on a page in a section, or in a view; the probe is a word that must be read there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.pages import open_page, read_aloud
from geo.tables import read_things
from i18n.text import Lang, Text
from layers.wording import facts, name_of
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene

COVERAGE = "coverage.csv"


@dataclass(frozen=True, slots=True)
class Covered:
    """A thing of the plan, and where it stands: a page with a section, or the query of a view."""

    id: str
    what: Text
    page: str
    section: str
    query: str
    probe: str

    @property
    def where(self) -> str:
        """Name the place as the documentation prints it."""
        return f"{self.page} › {self.section}" if self.page else f"?{self.query}"


def read_coverage() -> list[Covered]:
    """Read the table in its order; raises AtlasError when it cannot be read."""
    return read_things(COVERAGE, lambda row: Covered(
        row["id"], Text(row["what_ja"], row["what_en"]), row["page"], row["section"], row["query"], row["probe"],
    ))


def told(covered: Covered) -> Iterator[str]:
    """Open the place and read everything there, in Japanese; nothing when the section does not exist."""
    if not covered.page:
        yield from _view(covered.query)
        return
    for section in open_page(covered.page, Choice(lang=Lang.JA)).sections:
        if section.id == covered.section:
            yield from read_aloud(section)


def _view(query: str) -> Iterator[str]:
    scene = build_scene(read_choice(query).choice)
    yield scene.title[Lang.JA]
    for sheet in scene.sheets:
        for row in sheet.each_row():
            said = (f"{label} {words}" for label, words in facts(sheet.layer, row, Lang.JA))
            yield " ".join((name_of(row, Lang.JA), *said))
