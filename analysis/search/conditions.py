"""The view that a phrase asks for: its words as layers, places, fields, codes of filters and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.search.entry import Entry, Kind
from analysis.search.phrase import Word
from analysis.search.years import Years
from i18n.text import LISTED, Text
from layers.registry import find_layers
from scene.choice import Choice
from scene.survey import layer_counts

FIRST = "status"  # where a word is a code of several filters of a layer, its status counts first


@dataclass(frozen=True, slots=True)
class Taken:
    """A word of the phrase and the things that it was taken to mean."""

    word: Word
    entries: tuple[Entry, ...]

    @property
    def meaning(self) -> Text:
        """Say what the word was taken to mean: a filter stands for its layer, a layer for its field."""
        kinds = {entry.kind for entry in self.entries}
        closest = next((kind for kind in (Kind.FILTER, Kind.LAYER) if kind in kinds), None)
        told = (entry.title for entry in self.entries if closest in (None, entry.kind))
        return LISTED.join(list(dict.fromkeys(told)))


def take(words: Iterable[Word]) -> tuple[Taken, ...]:
    """Settle what each word means beside the others; words that set no filter are left out."""
    asking = [word for word in words if any(entry.asks for entry in word.means)]
    layers = {entry.id for word in asking for entry in word.means if entry.kind == Kind.LAYER}
    return tuple(Taken(word, _settled(word.means, layers)) for word in asking)


def choose(taken: Sequence[Taken], years: Years | None) -> Choice:
    """Make the choice that all words together ask for."""
    parts: dict[str, set[str]] = defaultdict(set)
    for each in taken:
        for entry in each.entries:
            for part, wanted in entry.asks:
                parts[part] |= wanted
    if parts["layers"] and parts["layers"] <= _layers_of_field_words(taken, parts["field"]):
        parts["field"].clear()  # 地デジ is a field and a layer; beside the layer alone the field says nothing more
    choice = Choice(year=years, lens=min(parts.pop("lens", {""})))  # one lens at a time
    layers = frozenset(parts.pop("layers"))
    for part, codes in parts.items():
        choice = choice.narrowed(part, frozenset(codes))
    return replace(choice, layers=layers) if layers else _with_layers(choice)


def _settled(means: Sequence[Entry], layers: set[str]) -> tuple[Entry, ...]:
    """Of the filters that a word means keep those of the layers that are named, one a layer.

    A word that means a place, a field or a question means no filter besides.
    """
    others = tuple(entry for entry in means if entry.kind not in (Kind.FILTER, Kind.ROW))
    if any(entry.kind != Kind.LAYER for entry in others):
        return others
    best: dict[str, Entry] = {}
    filters = (entry for entry in means if entry.kind == Kind.FILTER)
    for entry in sorted(filters, key=lambda entry: (_name(entry) != FIRST, -entry.weight)):
        best.setdefault(_layer(entry), entry)
    named = {layer: entry for layer, entry in best.items() if layer in layers}
    return (*others, *(named or best).values())


def _layers_of_field_words(taken: Iterable[Taken], fields: set[str]) -> set[str]:
    """Name the layers of the words that mean a layer and, beside it, the one field of the phrase."""
    return {
        entry.id
        for each in taken if {other.id for other in each.entries if other.kind == Kind.FIELD} == fields
        for entry in each.entries if entry.kind == Kind.LAYER
    }


def _with_layers(choice: Choice) -> Choice:
    """Keep the usual layers unless only others show something."""
    counts = layer_counts(choice)
    if any(counts.get(layer) for layer in choice.layers):
        return choice
    showing = frozenset(layer for layer in find_layers() if counts.get(layer))
    return replace(choice, layers=showing) if showing else choice


def _layer(entry: Entry) -> str:
    return entry.id.partition(".")[0]


def _name(entry: Entry) -> str:
    return entry.id.partition(".")[2].partition("=")[0]
