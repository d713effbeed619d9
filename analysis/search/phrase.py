"""A typed phrase as its words: at each place the longest that is known, then the nearest to what is misspelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.search.entry import Entry, Kind
from analysis.search.fold import Folded, fold
from analysis.search.index import Index
from analysis.search.near import near

NEAR_ENOUGH = 0.83  # of 1: how like a name a misspelt word must be
SHORTEST = 4  # letters of a word that may be misspelt
KANA = re.compile(r"[ぁ-ゖ]{1,3}")
CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,3}(?![A-Za-z0-9])")
HOME = "JPN"
DENYING = "未非"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the phrase and what it may mean; nothing when it is only looked for."""

    typed: str
    folded: str  # spaced
    means: tuple[Entry, ...] = ()
    is_known: bool = True


def read_phrase(text: str, index: Index) -> tuple[Word, ...]:
    """Split a phrase into words; what says nothing by itself is left out."""
    plain = unicodedata.normalize("NFKC", text)
    found, rest = list[Word](), plain
    for code in CODE.findall(plain):
        if code.lower() in index.codes and code.lower() not in index.named:
            found.append(Word(code, code.lower(), (index.entries[index.codes[code.lower()]],)))
            rest = re.sub(rf"\b{code}\b", " ", rest)
    folded = fold(rest)
    return (*found, *(word for start, stop, known in _pieces(folded, index)
                      for word in _words(folded, start, stop, known, index)))


def _pieces(folded: Folded, index: Index) -> Iterator[tuple[int, int, bool]]:
    """Cut the letters into known words and what stands between them."""
    at, unknown_from = 0, 0
    while at < len(folded.letters):
        stop = _longest(folded, at, index)
        if not stop:
            at += 1
            continue
        if unknown_from < at:
            yield unknown_from, at, False
        yield at, stop, True
        at = unknown_from = stop
    if unknown_from < at:
        yield unknown_from, at, False


def _longest(folded: Folded, start: int, index: Index) -> int:
    """Find where the longest known word that begins here ends; 0 when none does."""
    for stop in range(min(len(folded.letters), start + index.longest), start, -1):
        if index.knows(folded.letters[start:stop]) and _may_stand(folded, start, stop):
            return stop
    return 0


def _may_stand(folded: Folded, start: int, stop: int) -> bool:
    """Tell whether a word may begin and end here: Latin words and short kana only where a run does.

    未完了 is not 完了: behind a letter that denies it, no word begins.
    """
    word = folded.letters[start:stop]
    if start and folded.letters[start - 1] in DENYING:
        return False
    whole = KANA.fullmatch(word) is not None
    return all(at in folded.breaks or not (whole or _inside_latin(folded, at)) for at in (start, stop))


def _inside_latin(folded: Folded, at: int) -> bool:
    return folded.is_latin(at - 1) or folded.is_latin(at)


def _words(folded: Folded, start: int, stop: int, known: bool, index: Index) -> Iterator[Word]:
    letters = folded.letters[start:stop]
    if letters in index.words.skipped:
        return
    if known:
        yield Word(folded.typed(start, stop), folded.cut(start, stop), _sorted_out(index.of(letters)))
    elif all(letter in index.letters for letter in letters):
        yield from _chain(letters, index)
    else:
        yield from _guessed(folded, start, stop, index)


def _chain(letters: str, index: Index) -> Iterator[Word]:
    """Read countries in one letter each; in 日英 it is the other country that is meant."""
    countries = [(letter, index.entries[index.letters[letter]]) for letter in letters]
    abroad = [pair for pair in countries if pair[1].id != HOME] or countries
    for letter, country in abroad:
        yield Word(letter, letter, (country,))


def _guessed(folded: Folded, start: int, stop: int, index: Index) -> Iterator[Word]:
    """Take unknown letters for the nearest name, together or word by word."""
    spaced = folded.cut(start, stop)
    nearest = _nearest(folded.letters[start:stop], index)
    if nearest or " " not in spaced:
        yield Word(folded.typed(start, stop), spaced, nearest, is_known=bool(nearest))
        return
    for one in spaced.split():
        stop = start + len(one)
        if one not in index.words.skipped:
            nearest = _nearest(one, index)
            yield Word(folded.typed(start, stop), one, nearest, is_known=bool(nearest))
        start = stop


def _nearest(letters: str, index: Index) -> tuple[Entry, ...]:
    if len(letters) < SHORTEST:
        return ()
    found = near(letters, index.guessable, least=NEAR_ENOUGH, limit=1)
    return _sorted_out(index.of(found[0][0])) if found else ()


def _sorted_out(means: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Leave the rows of a name out where it names something that can be filtered by."""
    return tuple(entry for entry in means if entry.kind != Kind.ROW) or means
