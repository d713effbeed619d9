"""Find what a typed text means: things to open, the view that a phrase asks for, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.search.beside import Beside, Found, find_beside
from analysis.search.conditions import Taken, choose, take
from analysis.search.entry import Entry, Kind
from analysis.search.fold import LONGEST, fold, name_all
from analysis.search.hits import best
from analysis.search.index import Index, read_index
from analysis.search.phrase import Word, read_phrase
from analysis.search.years import Years, take_years
from geo.files import held_still
from i18n.search import TAKEN_AS, YEARS_TAKEN
from i18n.text import Lang
from scene.choice import Choice
from scene.grammar import write_choice

LIMIT = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, and the view that opens it (a whole query string)."""

    kind: Kind
    id: str
    title: str
    detail: str
    query: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text finds; `choice` is None unless the text asks for filters, which `taken` words."""

    hits: tuple[Hit, ...] = ()
    choice: Choice | None = None
    taken: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()


def find(text: str, lang: Lang, limit: int = LIMIT, *, beside: Sequence[Beside] = ()) -> Answer:
    """Answer a typed text; raises AtlasError only when the data itself is broken.

    `beside` are the rows that the person brought; as many of them are found as of ours, and named after these.
    """
    with held_still():
        return _answer(text[:LONGEST], lang, limit, beside)


def _answer(typed: str, lang: Lang, limit: int, beside: Sequence[Beside]) -> Answer:
    index = read_index()
    rest, years = take_years(typed)
    words = () if _names_something(typed, index) else read_phrase(rest, index)
    looked_for = (*words, *(Word(str(year), str(year)) for year in dict.fromkeys(years or ()) if words))
    found, own = best(typed, looked_for, index, limit), find_beside(typed, beside, limit)
    taken = take(words)
    choice = _choice(taken, years if words or _is_only_years(rest) else None, lang)
    return Answer(
        (*(_hit(entry, lang) for entry in found), *(_own_hit(row, lang) for row in own)),
        choice,
        tuple(_worded(taken, years, lang)) if choice else (),
        _not_understood(words, found, own),
    )


def _names_something(text: str, index: Index) -> bool:
    """Tell whether the whole text is a name: then there is no phrase to split."""
    letters = fold(text).letters
    return letters in index.named or letters in index.codes


def _is_only_years(rest: str) -> bool:
    return not fold(rest).letters


def _choice(taken: Sequence[Taken], years: Years | None, lang: Lang) -> Choice | None:
    """Offer a view when the words ask for more than one thing that can be opened by itself."""
    if len(taken) + bool(years) < 2 and not (years and not taken):
        return None
    return replace(choose(taken, years), lang=lang)


def _worded(taken: Iterable[Taken], years: Years | None, lang: Lang) -> Iterable[str]:
    """Say what each word was taken to mean."""
    for each in taken:
        meaning = each.meaning
        is_plain = each.word.folded in name_all(meaning.ja, meaning.en)
        yield meaning[lang] if is_plain else TAKEN_AS.format(word=each.word.typed, meaning=meaning)[lang]
    if years:
        yield YEARS_TAKEN.format(years="–".join(map(str, dict.fromkeys(years))))[lang]


def _not_understood(words: Iterable[Word], found: Iterable[Entry], own: Iterable[Found]) -> tuple[str, ...]:
    """Name the words that mean nothing and that nothing found says."""
    said = " ".join(f" {' '.join((*entry.names, *entry.more))} {entry.text}" for entry in found)
    called = [fold(row.name).letters for row in own]
    unknown = (word for word in words if not word.is_known and word.folded not in said
               and not any(word.folded.replace(" ", "") in name for name in called))
    return tuple(dict.fromkeys(word.typed for word in unknown))


def _hit(entry: Entry, lang: Lang) -> Hit:
    query = write_choice(replace(entry.choice, lang=lang))
    return Hit(entry.kind, entry.id, entry.title[lang], entry.detail[lang], query)


def _own_hit(row: Found, lang: Lang) -> Hit:
    """Open a row that the person brought, its layer alone, as a hit of ours opens its own."""
    choice = Choice(layers=frozenset({row.layer_id}), select=(row.row_id,), lang=lang)
    return Hit(Kind.OWN, row.row_id, row.name, row.title[lang], write_choice(choice))
