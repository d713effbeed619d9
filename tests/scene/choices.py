"""Any valid choice, for property tests."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from geo.countries import read_countries, read_regions
from geo.projection import PROJECTIONS
from i18n.text import Lang
from layers.common import CONFIDENCE, fields_of_the_plan
from layers.lenses import LENSES
from layers.registry import find_layers
from scene.choice import LOOKS, TITLE_LENGTH, Choice

OWN = {f"{layer.id}.{field.id}": field.codes for layer in find_layers().values() for field in layer.filters}
IDS = st.text(string.ascii_letters + string.digits + "_.:-", min_size=1, max_size=20)


def some(codes: object) -> st.SearchStrategy[frozenset[str]]:
    """Take some of the codes, or none."""
    return st.frozensets(st.sampled_from(list(codes)), max_size=4)  # type: ignore[call-overload]


def titles() -> st.SearchStrategy[str]:
    """Write a title as it is kept: printable, one space between words, no longer than allowed."""
    words = st.text().map(lambda text: " ".join("".join(c for c in text if c.isprintable()).split()))
    return words.map(lambda text: text[:TITLE_LENGTH].strip())


@st.composite
def frames(draw: st.DrawFn) -> tuple[float, float, float, float]:
    """Draw a frame; one with west > east crosses 180°."""
    west, east = draw(st.lists(degrees(180), min_size=2, max_size=2, unique=True))
    south, north = sorted(draw(st.lists(degrees(90), min_size=2, max_size=2, unique=True)))
    return west, south, east, north


def degrees(limit: int) -> st.SearchStrategy[float]:
    """Give degrees as finely as a query string keeps them."""
    return st.integers(-limit * 10_000, limit * 10_000).map(lambda tenth: tenth / 10_000)


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
        confidence=draw(some(category.code for category in CONFIDENCE)),
        show_all=draw(st.booleans()),
        lens=draw(st.sampled_from(["", *LENSES])),
        select=tuple(draw(st.lists(IDS, max_size=3, unique=True))),
        bbox=draw(st.none() | frames()),
        projection=draw(st.sampled_from(list(PROJECTIONS))),
        centre=draw(st.integers(-18_000, 17_999)) / 100,
        look=draw(st.sampled_from(list(LOOKS))),
        title=draw(titles()),
        lang=draw(st.sampled_from(list(Lang))),
    )
