"""The rows of every layer as things that can be found: by name, by parts of it, by town, and by all they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.search.entry import Entry, Kind
from analysis.search.fold import fold, name_all
from geo.countries import read_countries, read_regions
from geo.tables import split
from i18n.text import LISTED, Lang, Text, same
from layers.base import Holds
from layers.registry import our_layers
from layers.wording import Row, country_names, name_of, read_cell, records
from scene.choice import Choice
from scene.sieve import Sieve
from scene.survey import readable

IN_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
WORD = re.compile(r"[ァ-ヺー]{3,}|[a-zA-Z0-9À-ɏ'’]{3,}")
TOWN = "city"
UNREAD = {Holds.LINKS, Holds.LONGITUDE, Holds.LATITUDE}
PARTED = same(" / ")
SHOWN_COUNTRIES = 3


def row_entries() -> Iterator[Entry]:
    """Go through the rows of the layers that can be read."""
    for sieve in readable(our_layers()):
        opened = Choice(layers=frozenset({sieve.layer.id}))
        for row, seen, codes in zip(records(sieve.rows), sieve.shown(opened), _codes(sieve), strict=True):
            choice = replace(opened, select=(str(row["id"]),), show_all=not seen)
            yield replace(_entry(sieve, row, choice), codes=codes)


def words_in_names(entry: Entry) -> Iterator[str]:
    """Give the words of a row's names by which alone a person may look for it, folded and spaced."""
    for lang in Lang:
        yield from name_all(*WORD.findall(entry.title[lang]))


def _codes(sieve: Sieve) -> Iterator[frozenset[tuple[str, str]]]:
    """Give, row by row, the codes under which filters find it."""
    carried = [{("layers", sieve.layer.id)} for _ in range(len(sieve.rows))]
    for key, facet in sieve.facets.items():
        for number, place in zip(*(axis.tolist() for axis in facet.member.nonzero()), strict=True):
            carried[number].add((key, facet.codes[place]))
    return map(frozenset, carried)


def _entry(sieve: Sieve, row: Row, choice: Choice) -> Entry:
    names = Text(name_of(row, Lang.JA), name_of(row, Lang.EN))
    towns = [town for lang in Lang for town in split(str(row.get(f"{TOWN}_{lang}", "")))]
    parts = [part for lang in Lang for part in _parts(names[lang])]
    outer, inner = [one for one, _ in parts], [two for _, two in parts]
    return Entry(Kind.ROW, str(row["id"]), names, _detail(sieve, row), choice,
                 name_all(names.ja, names.en, *outer), more=name_all(str(row["id"]), *inner, *towns),
                 text=_all_said(sieve, row))


def _parts(name: str) -> Iterator[tuple[str, str]]:
    """Give a name without what stands in brackets, with each of those."""
    outer = IN_BRACKETS.sub(" ", name)
    for inner in IN_BRACKETS.findall(name):
        yield outer, inner


def _detail(sieve: Sieve, row: Row) -> Text:
    """Say what kind of row it is, where, and of when."""
    codes = split(row["iso_a3"])
    more = "…" if len(codes) > SHOWN_COUNTRIES else ""
    places = Text(*(country_names("|".join(codes[:SHOWN_COUNTRIES]), lang) + more for lang in Lang))
    parts = [part for part in (sieve.layer.title, places, same(str(row["date"]))) if part]
    return PARTED.join(parts)


def _all_said(sieve: Sieve, row: Row) -> str:
    """Fold all that a row says in both languages, its regions and layer among it."""
    known, regions = read_countries(), read_regions()
    countries = split(f"{row['iso_a3']}|{row['via']}")
    where = {known[code].region_id for code in countries if code in known} | set(split(row["region_id"]))
    fields = [field for field in sieve.layer.fields if field.holds not in UNREAD and field.id != "source_note"]
    said = [
        part
        for lang in Lang
        for part in (
            sieve.layer.title[lang],
            *(regions[region].name[lang] for region in sorted(where) if region in regions),
            *(read_cell(field, row, lang) for field in fields),
            country_names(str(row["via"]), lang),
        )
    ]
    return f" {fold(LISTED[Lang.JA].join(said)).spaced} "
