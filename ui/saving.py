"""A file on offer: made in its turn once it is asked for, with the place in the line and whatever goes wrong said."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from i18n import making as words
from i18n.text import Text
from render.jobs import FILES
from scene.scene import data_behind
from ui.brought import later
from ui.html import unmarked
from ui.state import said


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that can be had: what its button says, what it is called, and what makes it.

    `of` tells it from every other file while the data stay as they are.
    """

    of: Hashable
    make: Callable[[], bytes]
    label: Text
    name: str
    mime: str

    def made(self, tell: Callable[[int], object] = int) -> bytes:
        """Make it in its turn; raises AtlasError when that cannot be, or when too many wait."""
        return FILES.made((self.of, data_behind()), later(self.make), tell)


def show_offer(offer: Offer, key: str, *, kind: Literal["primary", "secondary"] = "secondary",
               width: Literal["content", "stretch"] = "content") -> None:
    """Draw the button; raises AtlasError, in the run that asked, when there is no such file.

    The browser asks for the file beside that run, and knows only that there is none.
    """
    if st.download_button(unmarked(said(offer.label)), later(offer.made), offer.name, offer.mime, key=key, type=kind,
                          width=width):
        place = st.empty()
        _tell(place, 0)
        offer.made(partial(_tell, place))
        place.empty()


def _tell(place: DeltaGenerator, ahead: int) -> None:
    """Say that a file is on its way, and how many come before it."""
    text = words.WAITING.format(count=ahead) if ahead else words.FILE
    place.caption(unmarked(said(text)))
