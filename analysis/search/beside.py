"""The rows that a person brought, by name: an index of one layer that its session alone holds, and what a text finds.

Nothing here is kept for anybody: who makes an index hands it to each question.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from analysis.search.fold import fold, fold_lines
from i18n.text import Text
from layers.base import Layer

SHORTEST = 2
"""Letters of which a name may begin with, or hold, what is typed; a single one must be all of it."""
MOST_LOOKED_AT = 2_000
"""Rows with the longest of several words in which the others are looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """The rows of one layer: their names folded, one a line, so that a look through 200,000 takes milliseconds."""

    layer_id: str
    title: Text
    ids: Sequence[str]
    names: Sequence[str]
    lines: str  # a line end before and behind each
    begins: Sequence[int]  # where in them each name begins


@dataclass(frozen=True, slots=True)
class Found:
    """A row that was found."""

    layer_id: str
    title: Text  # of the layer
    row_id: str
    name: str


def index_rows(layer: Layer) -> Beside:
    """Make the index of a layer that was brought; such rows have one name in both languages."""
    table = layer.read(layer.file)
    names = [str(name) for name in table["name_ja"]]
    return index_names(layer.id, layer.title, [str(row_id) for row_id in table["id"]], names)


def index_names(layer_id: str, title: Text, ids: Sequence[str], names: Sequence[str]) -> Beside:
    """Make the index of rows with these ids and names."""
    folded = fold_lines(names)
    begins = tuple(accumulate((len(line) + 1 for line in folded[:-1]), initial=1)) if folded else ()
    return Beside(layer_id, title, ids, names, "\n".join(("", *folded, "")), begins)


def find_beside(typed: str, indices: Sequence[Beside], limit: int) -> tuple[Found, ...]:
    """Give the rows that a text finds: named so, then named with it at the beginning, then anywhere, then by words."""
    letters = fold(typed).letters
    words = sorted({fold(word).letters for word in typed.split()} - {""}, key=lambda word: (-len(word), word))
    found: dict[tuple[str, str], Found] = {}
    for rows in (_named(letters, indices), _with_all(words, indices)):
        for index, number in rows:
            if len(found) == limit:
                break
            row = Found(index.layer_id, index.title, index.ids[number], index.names[number])
            found.setdefault((row.layer_id, row.row_id), row)
    return tuple(found.values())


def _named(letters: str, indices: Sequence[Beside]) -> Iterator[tuple[Beside, int]]:
    """Go through the rows that hold the letters in one piece, the nearest first."""
    if not letters:
        return
    ways = (f"\n{letters}\n", f"\n{letters}", letters) if len(letters) >= SHORTEST else (f"\n{letters}\n",)
    for way in ways:
        for index in indices:
            yield from ((index, number) for number in _lines_with(way, index))


def _with_all(words: Sequence[str], indices: Sequence[Beside]) -> Iterator[tuple[Beside, int]]:
    """Go through the rows that hold all of several words, the longest first."""
    if len(words) < 2:
        return
    longest, *others = words
    for index in indices:
        for _, number in zip(range(MOST_LOOKED_AT), _lines_with(longest, index), strict=False):
            line = index.lines[index.begins[number] : index.lines.find("\n", index.begins[number])]
            if all(word in line for word in others):
                yield index, number


def _lines_with(way: str, index: Beside) -> Iterator[int]:
    """Go through the lines with these letters; a line end at their front belongs to the line behind it."""
    ahead = way.startswith("\n")
    at = index.lines.find(way)
    while at >= 0:
        number = bisect_right(index.begins, at + ahead) - 1
        yield number
        following = number + 1
        at = index.lines.find(way, index.begins[following] - 1) if following < len(index.begins) else -1
