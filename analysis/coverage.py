"""Where each thing that the plan names is found in the atlas, by a table that people review (data/coverage.csv).

A thing is found on a page in a section, or in a view; the probe is a word that must be read there.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.tables import read_things
from i18n.text import Text

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
