"""A thing that can be found: what it is, what it is called, and the view that opens it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from i18n.text import Text
from scene.choice import Choice


class Kind(StrEnum):
    """What can be found, in the order in which equals are listed."""

    COUNTRY = "country"
    REGION = "region"
    AREA = "area"
    FIELD = "field"
    LAYER = "layer"
    FILTER = "filter"
    LENS = "lens"
    ROW = "row"
    OWN = "own"  # a row that the person brought


ORDER = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing; names and words are folded and spaced."""

    kind: Kind
    id: str
    title: Text
    detail: Text
    choice: Choice  # the view that opens it
    names: tuple[str, ...]  # what it is called: understood in a phrase as well
    more: tuple[str, ...] = ()  # parts of names, towns: found, but no name of it
    text: str = ""  # all that is known of a row
    codes: frozenset[tuple[str, str]] = frozenset()  # of a row: (part of a choice, code) by which filters find it
    weight: int = 0  # rows under a filter: where a word means several, the fullest counts
    asks: tuple[tuple[str, frozenset[str]], ...] = ()  # (part, codes) that it narrows in a phrase, its own first

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.id
