"""What a picture is for: a purpose gives it its size and what fits; any other size is one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from i18n import picture as words
from i18n.errors import AtlasError
from i18n.text import Text
from scene.choice import DEFAULT_SIZE, USUAL_PARTS, Choice
from scene.paper import DPI, SIDE, Paper, read_paper
from ui.html import unmarked
from ui.state import changer, hold, said

OWN = ""
"""The purpose, and the size, that stand for one's own."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """A use of a picture, with the size that it asks for and what it carries."""

    label: Text
    size: str
    parts: frozenset[str] = USUAL_PARTS


PURPOSES: Mapping[str, Purpose] = {
    "full": Purpose(words.FULL, DEFAULT_SIZE),
    "half": Purpose(words.HALF, "960x1080"),
    "handout": Purpose(words.HANDOUT, "a4", USUAL_PARTS | {"rows"}),  # a reader has time for a list
    "wall": Purpose(words.WALL, "a3"),
}
SIDES = (("width_px", words.WIDTH, SIDE), ("height_px", words.HEIGHT, SIDE), ("dpi", words.DPI, DPI))


def choose_paper(choice: Choice) -> Paper:
    """Ask what the picture is for, and for its size where that is one's own."""
    purpose = purpose_of(choice)
    names = {name: each.label for name, each in PURPOSES.items()} | {OWN: words.OWN}
    key = hold("purpose", purpose)
    st.segmented_control(said(words.PURPOSE), list(names), key=key, on_change=changer(key, serve),
                         format_func=lambda name: unmarked(said(names[name])))
    paper = paper_of(choice)
    if purpose == OWN:
        _choose_size(choice, paper)
    fault = fault_of(choice)
    if fault:
        st.error(unmarked(said(fault)))
    st.caption(unmarked(said(words.PAPER.format(wide=paper.width_px, high=paper.height_px, dpi=paper.dpi))))
    return paper


def paper_of(choice: Choice) -> Paper:
    """Take the paper of a choice; the usual one stands in for one that cannot be, as A3 at 1200 dpi."""
    try:
        return read_paper(choice.size, choice.dpi or None)
    except AtlasError:
        return read_paper(DEFAULT_SIZE)


def fault_of(choice: Choice) -> Text | None:
    """Give the sentence that says why the paper of a choice cannot be; None when it can."""
    try:
        read_paper(choice.size, choice.dpi or None)
    except AtlasError as error:
        return error.text
    return None


def purpose_of(choice: Choice) -> str:
    """Name the purpose whose size a choice has."""
    return next((name for name, each in PURPOSES.items() if each.size == choice.size and not choice.dpi), OWN)


def serve(choice: Choice, name: object) -> Choice:
    """Take the size of a purpose, and what it carries where nothing was picked by hand; None changes nothing."""
    if name is None:
        return choice
    if name == OWN:
        return _own(choice)
    purpose, before = PURPOSES[str(name)], PURPOSES.get(purpose_of(choice))
    usual = before.parts if before else USUAL_PARTS
    return replace(choice, size=purpose.size, dpi=0, parts=purpose.parts if choice.parts == usual else choice.parts)


def _own(choice: Choice) -> Choice:
    """Begin one's own size with the sides that were there, at their resolution."""
    paper = paper_of(choice)
    return replace(choice, size=f"{paper.width_px}x{paper.height_px}", dpi=paper.dpi)


def _choose_size(choice: Choice, paper: Paper) -> None:
    size = choice.size if choice.size in words.SIZES and not choice.dpi else OWN
    with st.container(horizontal=True, key="own_size"):
        key = hold("size", size)
        st.selectbox(said(words.SIZE), list(words.SIZES), format_func=lambda code: said(words.SIZES[code]), key=key,
                     on_change=changer(key, _resize))
        if size == OWN:
            for part, label, limits in SIDES:
                key = hold(part, getattr(paper, part))
                st.number_input(unmarked(said(label)), *limits, key=key, on_change=changer(key, partial(_set, part)))


def _resize(choice: Choice, size: object) -> Choice:
    return replace(choice, size=str(size), dpi=0) if size else _own(choice)


def _set(part: str, choice: Choice, value: Any) -> Choice:
    """Change one of `width_px`, `height_px` and `dpi`."""
    paper = replace(paper_of(choice), **{part: int(value)})
    return replace(choice, size=f"{paper.width_px}x{paper.height_px}", dpi=paper.dpi)
