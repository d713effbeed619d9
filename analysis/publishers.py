"""Publishers: who issued the pages that rows rest on, by the names that people know."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from geo.files import kept
from geo.tables import read_things, split
from i18n.errors import AtlasError
from i18n.text import Lang, Text, same
from layers.wording import FROM_OUTLINE, Row
from scene.sheet import Sheet

TABLE = "publishers.csv"
OUTLINE = "seed"
PUBLIC = re.compile(r"(^|\.)(go|gov|gob|gouv|govt|gub|europa)\.")
"""In the host of a public body."""
PUBLIC_WEIGHT = 10
"""How many rows of others one row of a public body outweighs, where only some publishers can be named."""
NUMBER = re.compile(r" ?\b\d{5,}\b")
"""A number of the publisher's own, which would part one kind of source into hundreds."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher by its name, the layers that it supports, and how many of their rows rest on it."""

    name: str
    layers: tuple[Text, ...]
    rows: int


@kept(TABLE)
def read_publishers() -> Mapping[str, Text]:
    """Read the names of hosts; none while their table is broken, so that hosts stand for themselves."""
    try:
        named = read_things(TABLE, lambda row: (row["host"], Text(row["name_ja"], row["name_en"])))
    except AtlasError:
        return {}  # the check of the table tells what is wrong with it
    return dict(named)


def hosts(row: Row) -> frozenset[str]:
    """Name the hosts of the pages that a row cites, without `www.`."""
    return _hosts(str(row["source_urls"]))


def notes(row: Row, lang: Lang) -> frozenset[str]:
    """Give what a row says of its sources in words, without the publishers' own numbers."""
    return _notes(str(row[f"source_note_{lang}"]))


def publishers_of(sheets: Iterable[Sheet], lang: Lang) -> tuple[Publisher, ...]:
    """List the publishers of all rows of some sheets, each once, the one that most rows rest on first.

    Public bodies come before others of somewhat more rows.
    """
    cited, supports = Counter[str](), defaultdict[str, dict[Text, None]](dict)
    for sheet in sheets:
        for names, count in Counter(behind_rows(sheet, lang)).items():
            cited.update(dict.fromkeys(names, count))
            for name in names:
                supports[name][sheet.layer.title] = None
    one = weigh(cited, lang)
    weights = {name: rows * one[name] for name, rows in cited.items()}
    ranked = sorted(cited, key=lambda name: (-weights[name], name))
    return tuple(Publisher(name, tuple(supports[name]), cited[name]) for name in ranked)


def weigh(names: Iterable[str], lang: Lang) -> dict[str, int]:
    """Tell what one row of each publisher counts where only some can be named."""
    public = _public(lang)
    return {name: PUBLIC_WEIGHT if name in public or PUBLIC.search(name) else 1 for name in names}


def _public(lang: Lang) -> frozenset[str]:
    """Name the public bodies that are known by another name than their host."""
    named = (name[lang] for host, name in read_publishers().items() if PUBLIC.search(host))
    return frozenset({FROM_OUTLINE[lang], *named})


def behind_rows(sheet: Sheet, lang: Lang) -> list[frozenset[str]]:
    """Name, row by row, who stands behind it."""
    known = read_publishers()
    cells = list(zip(*(sheet.rows[name].tolist() for name in ("source_urls", f"source_note_{lang}")), strict=True))
    behind_each = {(urls, note): _behind(str(urls), str(note), known, lang) for urls, note in set(cells)}
    return [behind_each[each] for each in cells]


def behind(row: Row, lang: Lang) -> frozenset[str]:
    """Name who stands behind a row."""
    return _behind(str(row["source_urls"]), str(row[f"source_note_{lang}"]), read_publishers(), lang)


def _behind(urls: str, note: str, known: Mapping[str, Text], lang: Lang) -> frozenset[str]:
    """Name the publishers of a row's pages; a row that cites no page rests on the words of its note."""
    pages = {known.get(host, same(host))[lang] for host in _hosts(urls)}
    outline = {FROM_OUTLINE[lang]} if OUTLINE in split(urls) else set()
    return frozenset(pages | outline) or _notes(note)


@lru_cache(maxsize=2048)
def _hosts(urls: str) -> frozenset[str]:
    links = (link for link in split(urls) if link != OUTLINE)
    return frozenset(urlsplit(link).netloc.lower().removeprefix("www.") for link in links)


@lru_cache(maxsize=2048)
def _notes(cell: str) -> frozenset[str]:
    return frozenset(NUMBER.sub("", note) for note in split(cell))
