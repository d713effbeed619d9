"""The own data of a session: what was brought, standing beside our layers in every run, served to its map alone."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeVar

import streamlit as st

from analysis.search.beside import Beside, index_rows
from layers.base import Layer
from layers.registry import bring
from own.reading import Own, uncollected
from render.web_rows import by_column

KEY = "own_brought"
PACKED, FAST = "application/gzip", 1
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Brought:
    """A file that was read, and the layer that is made of it.

    `rows` is what the map draws of it (JSON, packed), `names` gives what the search box finds, made when it is first
    asked for.
    """

    own: Own
    layer: Layer
    rows: bytes
    names: Callable[[], Beside]


def brought() -> tuple[Brought, ...]:
    """List what this session has brought, the oldest first."""
    found: tuple[Brought, ...] = st.session_state.get(KEY, ())
    return found


def keep(own: Own, layer: Layer) -> None:
    """Keep what was read for this session; the same file read again takes its own place."""
    others = tuple(each for each in brought() if each.layer.id != layer.id)
    bring([*(each.layer for each in others), layer])
    with uncollected():
        rows = _packed(by_column([layer.id])[0])
    st.session_state[KEY] = (*others, Brought(own, layer, rows, cache(partial(index_rows, layer))))


def _packed(rows: object) -> bytes:
    """Pack what the map fetches, once and quickly: the server packs anew for each fetch, three times as long."""
    plain = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return gzip.compress(plain, FAST, mtime=0)


def forget(layer_id: str) -> None:
    """Forget one of them; what was reckoned from its rows goes when that of other layers takes its room."""
    st.session_state[KEY] = tuple(each for each in brought() if each.layer.id != layer_id)
    stand_beside()


def stand_beside() -> None:
    """Let this session's own layers stand beside ours here; a run and a callback may have threads of their own."""
    bring([each.layer for each in brought()])


def later(make: Callable[[], Made]) -> Callable[[], Made]:
    """Let a file be made later, on whatever thread, with the layers that stand here now."""
    context = copy_context()
    return lambda: context.copy().run(make)


def served() -> list[dict[str, str]]:
    """Name each own layer with the address of its rows: nobody can guess it, and it is gone with the session."""
    manager = st.runtime.get_instance().media_file_mgr
    return [{"id": each.layer.id, "url": str(manager.add(each.rows, PACKED, f"own:{each.layer.id}"))}
            for each in brought()]
