"""Any valid choice, for property tests."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from geo.countries import read_countries, read_regions
from geo.projection import PROJECTIONS
from i18n.text import Lang
from layers.common import CONFIDENCE, fields_of_the_plan
from layers.lenses import LENSES
from layers.plans import PLANS
from layers.registry import find_layers
from scene.choice import (
    DECK_PARTS,
    GROUNDS,
    LOOKS,
    MOST_SELECTED,
    PARTS,
    STAMP_LENGTH,
    STAMP_PIECES,
    STAMPS,
    TITLE_LENGTH,
    Choice,
)
from scene.pages import all_pages
from scene.paper import DPI, PAPERS, SIDE, Paper
from scene.picture_readers import VARIANTS, stamp_width
from scene.readers import sortable

OWN = {f"{layer.id}.{field.id}": field.codes for layer in find_layers().values() for field in layer.filters}
IDS = st.text(string.ascii_letters + string.digits + "_.:-", min_size=1, max_size=20).filter(
    lambda name: name == name.upper() or name.upper() not in read_countries()  # "DJi" is read as the country DJI
)


def some(codes: object) -> st.SearchStrategy[frozenset[str]]:
    """Take some of the codes, or none."""
    return st.frozensets(st.sampled_from(list(codes)), max_size=4)  # type: ignore[call-overload]


def titles() -> st.SearchStrategy[str]:
    """Write a title as it is kept: printable, one space between words, no longer than allowed."""
    plain = st.text().map(lambda text: VARIANTS.sub("", text))
    words = plain.map(lambda text: " ".join("".join(c for c in text if c.isprintable()).split()))
    return words.map(lambda text: text[:TITLE_LENGTH].strip())


def pieces() -> st.SearchStrategy[str]:
    """Write a piece of a stamp line as it is kept: a key of STAMPS, or printable words without a comma."""
    own = titles().map(lambda text: " ".join(text.replace(",", " ").split())[:STAMP_LENGTH].strip())
    return st.sampled_from(list(STAMPS)) | own.filter(lambda text: text and text.lower() not in STAMPS)


def stamps() -> st.SearchStrategy[tuple[str, ...]]:
    """Write a stamp line that is no longer than one may be."""
    return st.lists(pieces(), max_size=STAMP_PIECES, unique=True).map(_fitting)


def _fitting(line: list[str]) -> tuple[str, ...]:
    while stamp_width(line) > STAMP_LENGTH:
        line = line[:-1]
    return tuple(line)


@st.composite
def frames(draw: st.DrawFn) -> tuple[float, float, float, float]:
    """Draw a frame; one with west > east crosses 180°."""
    west, east = draw(st.lists(degrees(180), min_size=2, max_size=2, unique=True))
    south, north = sorted(draw(st.lists(degrees(90), min_size=2, max_size=2, unique=True)))
    return west, south, east, north


def degrees(limit: int) -> st.SearchStrategy[float]:
    """Give degrees as finely as a query string keeps them."""
    return st.integers(-limit * 10_000, limit * 10_000).map(lambda tenth: tenth / 10_000)


def sizes() -> st.SearchStrategy[str]:
    """Name the size of a picture as it is written back: a preset's name, or its sides."""
    side = st.integers(*SIDE)
    return st.sampled_from(list(PAPERS)) | st.tuples(side, side).map(lambda sides: Paper(*sides).size)


def colourings() -> st.SearchStrategy[frozenset[str]]:
    """Colour layers by other fields than their own."""
    others = [[f"{layer.id}.{field.id}" for field in layer.colourings if field.id != layer.coloured_by]
              for layer in find_layers().values()]
    each = [st.sampled_from(["", *keys]) for keys in others]
    return st.tuples(*each).map(lambda keys: frozenset(filter(None, keys)))


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    """Draw any choice that the grammar can write."""
    own = draw(st.sets(st.sampled_from(list(OWN)), max_size=3))
    years = draw(st.none() | st.tuples(st.integers(1900, 2100), st.integers(1900, 2100)))
    return Choice(
        layers=draw(st.frozensets(st.sampled_from(list(find_layers())))),
        region=draw(some(read_regions())),
        country=draw(some(read_countries())),
        field=draw(some(category.code for category in fields_of_the_plan())),
        own=frozenset((key, draw(st.frozensets(st.sampled_from(OWN[key]), min_size=1))) for key in own),
        year=(min(years), max(years)) if years else None,
        plan=draw(st.sampled_from(["", *PLANS])),
        confidence=draw(some(category.code for category in CONFIDENCE)),
        show_all=draw(st.booleans()),
        lens=draw(st.sampled_from(["", *LENSES])),
        view=draw(st.sampled_from(["", "changes:2025-06", *all_pages()])),
        select=tuple(draw(st.lists(IDS, max_size=MOST_SELECTED, unique=True))),
        table=draw(st.sampled_from(["", *find_layers()])),
        sort=draw(st.sampled_from(["", *sortable(), *(f"-{column}" for column in sortable())])),
        page=draw(st.integers(0, 9999)),
        bbox=draw(st.none() | frames()),
        colour=draw(colourings()),
        projection=draw(st.sampled_from(list(PROJECTIONS))),
        centre=draw(st.integers(-18_000, 17_999)) / 100,
        centre_lat=draw(st.integers(-9_000, 9_000)) / 100,
        look=draw(st.sampled_from(list(LOOKS))),
        size=draw(sizes()),
        dpi=draw(st.just(0) | st.integers(*DPI)),
        title=draw(titles()),
        parts=draw(st.frozensets(st.sampled_from(list(PARTS)))),
        deck=draw(st.frozensets(st.sampled_from(list(DECK_PARTS)))),
        ground=draw(st.sampled_from(list(GROUNDS))),
        stamp=draw(stamps()),
        lang=draw(st.sampled_from(list(Lang))),
    )
