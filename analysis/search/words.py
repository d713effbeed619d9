"""Words that no other table has: short forms, readings and programmes, and what they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.search.fold import fold
from geo.tables import read_things, split

FILE = "search_words.csv"
TEXT, SKIP = "text", "skip"


@dataclass(frozen=True, slots=True)
class Words:
    """The table by its use; every word is folded and spaced."""

    names: Mapping[tuple[str, str], tuple[str, ...]]  # (kind, id) -> further names
    alike: Mapping[str, tuple[str, ...]]  # a word's letters -> what rows may call the same
    skipped: frozenset[str] = field(default_factory=frozenset)  # says nothing by itself: の, of


def read_words() -> Words:
    """Read the table; raises AtlasError when it is broken."""
    names, alike, skipped = dict[tuple[str, str], tuple[str, ...]](), dict[str, tuple[str, ...]](), set[str]()
    for word, kind, means in read_things(FILE, lambda row: (row["word"], row["kind"], row["means"])):
        folded = fold(word)
        if kind == SKIP:
            skipped.add(folded.letters)
        elif kind == TEXT:
            alike[folded.letters] = (folded.spaced, *(fold(other).spaced for other in split(means)))
        else:
            for one in split(means):
                names[kind, one] = (*names.get((kind, one), ()), folded.spaced)
    return Words(names, alike, frozenset(skipped))
