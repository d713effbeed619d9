"""Which countries have a memorandum of cooperation, and which have a project: by the tables, whatever is filtered."""

from __future__ import annotations

from functools import lru_cache

from geo.files import data_path, stamp
from geo.tables import read_things, split
from layers.standing import HOME

MEMORANDUM = "moc"


def with_project() -> frozenset[str]:
    """Name the countries of all rows of projects.csv; raises AtlasError when it cannot be read."""
    return _partners("projects.csv", "", stamp(data_path("projects.csv")), str(data_path()))


def with_memorandum() -> frozenset[str]:
    """Name the countries that signed a memorandum of mocs.csv themselves; raises AtlasError when it cannot be read."""
    return _partners("mocs.csv", MEMORANDUM, stamp(data_path("mocs.csv")), str(data_path()))


def partners_of(cell: str) -> frozenset[str]:
    """Name the countries of a cell (codes joined by |) without Japan."""
    return frozenset(split(cell)) - {HOME}


@lru_cache(maxsize=8)
def _partners(file: str, kind: str, _stamp: tuple[int, int], _folder: str) -> frozenset[str]:
    rows = read_things(file, lambda row: (row["kind"], row["iso_a3"]))
    return frozenset(code for of_kind, cell in rows if kind in ("", of_kind) for code in partners_of(cell))
