"""What the search of the one file can find: places, fields, layers, filters, questions and rows, by folded names."""

from __future__ import annotations

from analysis.search.entry import Entry, Kind
from analysis.search.index import read_index
from render.onefile.told import pair


def things() -> list[list[object]]:
    """List what can be found: kind, id, title and detail in both languages, names without blanks, what it narrows."""
    return [_thing(entry) for entry in read_index().entries]


def _thing(entry: Entry) -> list[object]:
    names = sorted({name.replace(" ", "") for name in (*entry.names, *entry.more)})
    asks = {} if entry.kind == Kind.ROW else {part: sorted(codes) for part, codes in entry.asks}
    title, detail = (pair(text.ja, text.en) for text in (entry.title, entry.detail))
    return [entry.kind.value, entry.id, title, detail, names, asks]
