"""Which countries have a memorandum of cooperation, and which have a project: by the tables, whatever is filtered."""

from __future__ import annotations

from geo.files import kept
from geo.tables import read_things, split
from layers.standing import HOME

MEMORANDUM = "moc"


@kept("projects.csv")
def with_project() -> frozenset[str]:
    """Name the countries of all rows of projects.csv; raises AtlasError when it cannot be read."""
    return _partners("projects.csv", "")


@kept("mocs.csv")
def with_memorandum() -> frozenset[str]:
    """Name the countries that signed a memorandum of mocs.csv themselves; raises AtlasError when it cannot be read."""
    return _partners("mocs.csv", MEMORANDUM)


def partners_of(cell: str) -> frozenset[str]:
    """Name the countries of a cell (codes joined by |) without Japan."""
    return frozenset(split(cell)) - {HOME}


def _partners(file: str, kind: str) -> frozenset[str]:
    rows = read_things(file, lambda row: (row["kind"], row["iso_a3"]))
    return frozenset(code for of_kind, cell in rows if kind in ("", of_kind) for code in partners_of(cell))
