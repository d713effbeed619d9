"""The index: every thing that can be found, by the letters of its names; made once and kept until a file changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain

from analysis.search import places, rows, subjects, words
from analysis.search.entry import ORDER, Entry, Kind
from geo.countries import COUNTRIES, read_countries
from geo.files import data_path, held_still, stamp
from layers.areas import AREAS
from layers.registry import our_layers
from layers.rows import stamps

FILES = (words.FILE, COUNTRIES, AREAS, "fields.csv", "regions.csv")


@dataclass(frozen=True, slots=True)
class Index:
    """All entries, and which of them each key finds: by a name of theirs, or by a part of one."""

    entries: tuple[Entry, ...]
    numbers: Mapping[tuple[str, str], int]  # (kind, id) -> place among the entries
    named: Mapping[str, tuple[int, ...]]
    part: Mapping[str, tuple[int, ...]]
    codes: Mapping[str, int]  # ISO codes, which in a phrase count only in capitals: "can", "per", "in"
    letters: Mapping[str, int]  # 米, 英, 印: countries in one letter
    words: words.Words
    in_phrases: frozenset[str]  # every key that is understood in a phrase
    guessable: tuple[str, ...]  # those that a misspelt word may be meant for
    longest: int  # letters of the longest of them
    said: str  # all that the rows say, one after the other
    begins: tuple[int, ...]  # where in it each entry begins
    carried: Mapping[tuple[str, str], frozenset[int]]  # the rows under each code

    def of(self, key: str) -> tuple[Entry, ...]:
        """Give what a key names."""
        return tuple(self.entries[number] for number in self.named.get(key, ()))

    def knows(self, key: str) -> bool:
        """Tell whether a phrase may hold this word."""
        return key in self.in_phrases

    def saying(self, way: str) -> Iterator[int]:
        """Go through the entries that say a word."""
        at = self.said.find(way)
        while at >= 0:
            number = bisect_right(self.begins, at) - 1
            yield number
            following = number + 1
            at = self.said.find(way, self.begins[following]) if following < len(self.begins) else -1


def read_index() -> Index:
    """Make the index of the data folder; raises AtlasError when its own table is broken."""
    behind = (*(stamps(layer) for layer in our_layers().values()), *(stamp(data_path(file)) for file in FILES))
    return _index(behind, str(data_path()))


@lru_cache(maxsize=4)
def _index(_stamps: tuple[object, ...], _folder: str) -> Index:
    table = words.read_words()
    with held_still():
        every = sorted(_entries(), key=lambda entry: (ORDER[entry.kind], -entry.weight))
    entries = tuple(
        replace(entry, names=(*entry.names, *table.names.get(entry.key, ()))) for entry in every
    )
    named = _by_key((name, number) for number, entry in enumerate(entries) for name in entry.names)
    part = _by_key((name, number) for number, entry in enumerate(entries) for name in _parts(entry))
    countries = {entry.id: number for number, entry in enumerate(entries) if entry.kind == Kind.COUNTRY}
    in_rows = {word.replace(" ", "") for entry in entries if entry.kind == Kind.ROW
               for word in rows.words_in_names(entry)}
    known = frozenset({*(key for key in named if len(key) > 1), *in_rows, *table.alike, *table.skipped})
    numbers = {entry.key: number for number, entry in enumerate(entries)}
    return Index(
        entries, numbers, named, part, _codes(countries), _letters(named, countries), table,
        known, tuple(key for key in named if len(key) > 3), max(map(len, known)),
        "".join(f"{entry.text}\n" for entry in entries),
        (0, *accumulate(len(entry.text) + 1 for entry in entries[:-1])), _carried(entries),
    )


def _entries() -> Iterator[Entry]:
    return chain(
        places.country_entries(), places.region_entries(), places.area_entries(), subjects.field_entries(),
        subjects.layer_entries(), subjects.filter_entries(), subjects.lens_entries(), rows.row_entries(),
    )


def _parts(entry: Entry) -> Iterator[str]:
    yield from entry.more
    if entry.kind == Kind.ROW:
        yield from rows.words_in_names(entry)


def _by_key(pairs: Iterator[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for name, number in pairs:
        found.setdefault(name.replace(" ", ""), {})[number] = None
    return {key: tuple(numbers) for key, numbers in found.items()}


def _codes(countries: Mapping[str, int]) -> dict[str, int]:
    lands = read_countries()
    return {code.lower(): number for three, number in countries.items() for code in (three, lands[three].iso_a2)}


def _carried(entries: tuple[Entry, ...]) -> dict[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], set[int]] = {}
    for number, entry in enumerate(entries):
        for code in entry.codes:
            found.setdefault(code, set()).add(number)
    return {code: frozenset(numbers) for code, numbers in found.items()}


def _letters(named: Mapping[str, tuple[int, ...]], countries: Mapping[str, int]) -> dict[str, int]:
    own = set(countries.values())
    return {key: numbers[0] for key, numbers in named.items() if len(key) == 1 and numbers[0] in own}
