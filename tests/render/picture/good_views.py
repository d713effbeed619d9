"""Any good view: what people ask of a picture, in every look, language, size and narrowing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from geo.network import present_network
from layers.registry import find_layers
from layers.rows import read_rows
from scene.choice import GROUNDS, PARTS, Choice
from scene.paper import PAPERS, Paper
from tests.scene.choices import choices, some

TITLES = (
    "", "ウズベキスタン", "太平洋島しょ国の光海底ケーブル(2026年度)", "Submarine cables of the Pacific islands",
    "各国の地上デジタル放送の状況と、協力覚書にもとづく人材育成・実証・投資の経緯について",
    "ASO & EWBS: 日本方式 19 adopters",
)
STAMPED = ((), ("care",), ("draft", "2026年11月22日", "国際戦略局"), ("care", "Draft for the vice-minister", "未確定"))
SMALL = ("400x300", "640x360", "600x800", "800x450", "960x540", "1000x500", "500x1000", "1200x1200")
PRESETS = ("1920x1080", "1440x1080", "960x1080", "1080x1080")
LARGE = tuple(name for name in PAPERS if name not in PRESETS)
"""Sheets and the slide of 3840 pixels take a second each, so they come up seldom."""


def sizes() -> st.SearchStrategy[str]:
    """Draw a size, the small ones more often."""
    sides = st.tuples(st.integers(400, 1500), st.integers(300, 1500)).map(lambda sides: Paper(*sides).size)
    return st.sampled_from([*SMALL, *SMALL, *PRESETS]) | sides


@st.composite
def bboxes(draw: st.DrawFn) -> tuple[float, float, float, float] | None:
    """Draw an extent of some degrees anywhere, or none."""
    if draw(st.integers(0, 3)):
        return None
    west, south = draw(st.integers(-180, 179)), draw(st.integers(-75, 60))
    wide, high = draw(st.integers(2, 170)), draw(st.integers(2, 60))
    return float(west), float(south), float((west + wide + 180) % 360 - 180), float(min(south + high, 85))


@st.composite
def good_views(draw: st.DrawFn, *, size: st.SearchStrategy[str] | None = None) -> Choice:
    """Draw a view that somebody may ask a picture of."""
    choice = draw(choices())
    usual = draw(st.booleans())  # random filters leave next to nothing, so half of the views have none
    if usual:
        choice = replace(choice, country=frozenset(), field=frozenset(), own=frozenset(), year=None, lens="",
                         confidence=frozenset(), region=draw(some(["oceania", "africa", "southeast_asia", "europe"])))
    ids = [name for layer in find_layers().values() for name in read_rows(layer)["id"][:30]]
    return replace(
        choice, title=draw(st.sampled_from(TITLES)), stamp=draw(st.sampled_from(STAMPED)), bbox=draw(bboxes()),
        size=draw(size or sizes()), ground=draw(st.sampled_from([*GROUNDS, "filled"])),
        select=tuple(draw(st.lists(st.sampled_from([*ids, "JPN", "FJI", "UZB"]), max_size=2, unique=True))),
        parts=draw(st.frozensets(st.sampled_from(list(PARTS)), min_size=2)),
        dpi=draw(st.sampled_from([0, 0, 0, 96, 200])),
        cut=tuple(draw(st.lists(st.sampled_from(sorted(present_network().topology.systems)[:40]), max_size=1))),
    )
