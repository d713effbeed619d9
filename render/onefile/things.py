"""What the search of the one file can find: places, fields, layers, filters, questions and rows, by folded names."""

from __future__ import annotations

from analysis.search.entry import Entry, Kind
from analysis.search.index import read_index
from i18n.text import Text


def things() -> list[list[object]]:
    """List what can be found: kind, id, title and detail in both languages, names without blanks, what it narrows."""
    return [_thing(entry) for entry in read_index().entries]


def _thing(entry: Entry) -> list[object]:
    names = sorted({name.replace(" ", "") for name in (*entry.names, *entry.more)})
    asks = {} if entry.kind == Kind.ROW else {part: sorted(codes) for part, codes in entry.asks}
    return [entry.kind.value, entry.id, _both(entry.title), _both(entry.detail), names, asks]


def _both(text: Text) -> list[str]:
    return [text.ja] if text.ja == text.en else [text.ja, text.en]
