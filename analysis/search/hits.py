"""Which entries a text finds, the best first: by their name, a part of it, by what is near it, by all they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from analysis.search.entry import Entry, Kind
from analysis.search.fold import fold, name_all
from analysis.search.index import Index
from analysis.search.near import near
from analysis.search.phrase import Word

NAMED, CODED, PARTLY_NAMED, BEGUN, WITHIN, SAID = 1000.0, 980.0, 880.0, 700.0, 560.0, 400.0
NEAR_ENOUGH = 0.76
SHORTEST = 4
MOST_NEAR = 12
Scores = dict[int, float]


def best(text: str, words: Sequence[Word], index: Index, limit: int) -> tuple[Entry, ...]:
    """Give the entries that a text finds, the best first."""
    letters = fold(text).letters
    scores: Scores = {}
    for number, score in _all(letters, words, index):
        scores[number] = max(score, scores.get(number, 0.0))
    ranked = sorted(scores, key=lambda number: (-scores[number], len(index.entries[number].title.ja), number))
    return tuple(index.entries[number] for number in ranked[:limit])


def _all(letters: str, words: Sequence[Word], index: Index) -> Iterator[tuple[int, float]]:
    if letters:
        yield from _by_name(letters, index)
    if len(letters) >= SHORTEST:
        yield from _by_nearness(letters, index)
    if words:
        yield from _by_words(words, index)


def _by_name(letters: str, index: Index) -> Iterator[tuple[int, float]]:
    if letters in index.codes:
        yield index.codes[letters], CODED
    yield from ((number, NAMED) for number in index.named.get(letters, ()))
    yield from ((number, PARTLY_NAMED) for number in index.part.get(letters, ()))
    for called, less in ((index.named, 0.0), (index.part, 60.0)):
        for key, numbers in called.items():
            if letters in key and len(letters) > 1:
                score = (BEGUN if key.startswith(letters) else WITHIN) + 100 * len(letters) / len(key) - less
                yield from ((number, score) for number in numbers)


def _by_nearness(letters: str, index: Index) -> Iterator[tuple[int, float]]:
    for called, less in ((index.named, 0.0), (index.part, 60.0)):
        for key, likeness in near(letters, list(called), least=NEAR_ENOUGH, limit=MOST_NEAR):
            score = SAID + 500 * (likeness - NEAR_ENOUGH) / (1 - NEAR_ENOUGH) - less
            yield from ((number, score) for number in called[key])


def _by_words(words: Sequence[Word], index: Index) -> Iterator[tuple[int, float]]:
    """Score rows by how many of the words they say, and entries that a word of the phrase names."""
    for word in words:
        for entry in word.means:
            yield index.numbers[entry.key], (NAMED if len(words) == 1 else SAID + 150)
    asked = [_ways(word, index) for word in words]
    counted = Counter(number for word, ways in zip(words, asked, strict=True) for number in _rows(word, ways, index))
    for number, found in counted.items():
        if found * 2 > len(asked):
            called = f" {' '.join(index.entries[number].names)} "
            named = sum(any(way in called for way in ways) for ways in asked)
            yield number, SAID * found / len(asked) + 200 * (found == len(asked)) + 100 * named / len(asked)


def _rows(word: Word, ways: Sequence[str], index: Index) -> set[int]:
    """Find the rows under the codes that a word means, and those that say it."""
    codes = ((part, code) for entry in word.means for part, wanted in entry.asks[:1] for code in wanted)
    under = (index.carried.get(code, frozenset()) for code in codes)
    return set().union(*under, *(index.saying(way) for way in ways))


def _ways(word: Word, index: Index) -> tuple[str, ...]:
    """List how rows may say a word: as typed, by the title of what it means, by what is called the same."""
    alike = index.words.alike.get(word.folded.replace(" ", ""), ())
    titles = [title for entry in word.means if entry.kind != Kind.ROW for title in (entry.title.ja, entry.title.en)]
    every = dict.fromkeys((word.folded, *name_all(*titles), *alike))
    return tuple(f" {way}" if way[0].isascii() else way for way in every)
