"""A person's own data on the page: brought in a file, shown as a layer of this session, gone with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

import streamlit as st

from i18n import own_page as words
from i18n.errors import AtlasError
from i18n.own import THIN_OUT
from layers.base import Layer
from layers.registry import find_layers
from own.limits import MB, MOST_BYTES, MOST_LINE_ENDS, MOST_ROWS
from own.numbered import layer_beside
from own.question import Answers, Part, QuestionError
from own.reading import Own, read_own, uncollected
from own.report import Treatment
from ui.brought import Brought, brought, forget, keep
from ui.drop import follows, show_drop, taken
from ui.folded import show_popover
from ui.html import unmarked
from ui.state import current, put, said
from ui.turns import step_aside

BOX, FIELD, GIVEN, WRONG, HEARD = "own", "own_field", "own_given", "own_wrong", "own_heard"
ACCEPT = ".geojson,.json,.zip,.gpkg,.kml,.csv,.tsv,.txt,.xlsx"
LIMITS = {"file": MOST_BYTES, "lines": MOST_LINE_ENDS}
UNREAD = words.UNREAD.format(most=MOST_BYTES // MB, advice=THIN_OUT)
MANY = words.MANY.format(most=f"{MOST_ROWS:,}", advice=THIN_OUT)
WORDS = {"choose": words.CHOOSE, "drop": words.DROP, "unread": UNREAD, "many": MANY}
MOST_LAYERS = 5


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was handed in, with what the person said of it; `question` is what must be said before it is read."""

    name: str
    content: bytes
    answers: Answers
    question: QuestionError | None = None


def show_own() -> None:
    """Draw the button that takes a file, and what was brought so far."""
    show_popover(words.BRING, BOX, _draw)


def _draw() -> None:
    st.caption(unmarked(said(words.HELP.format(most=MOST_BYTES // MB))))
    while given := next((each for each in _line() if not each.question), None):
        _read(given)
    for text in st.session_state.get(WRONG, ()):
        st.error(unmarked(said(text)))
    if question := next((each.question for each in _line()), None):
        st.warning(unmarked(said(question.text)))
        _ask(question)
    for each in brought():
        _show(each)
    if len(brought()) >= MOST_LAYERS:
        st.info(unmarked(said(words.ENOUGH.format(most=MOST_LAYERS))))
        return
    told = {name: said(text) for name, text in WORDS.items()}
    show_drop(FIELD, {"words": told, "accept": ACCEPT, "whole": True, "quiet": True, "limits": LIMITS,
                      "several": True, "heard": st.session_state.get(HEARD, 0)}, _take)


def _line() -> tuple[Given, ...]:
    """List what was handed in and is not on the map yet, the oldest first."""
    found: tuple[Given, ...] = st.session_state.get(GIVEN, ())
    return found


def _take() -> None:
    """Put a file behind those that are being read; one that waits for an answer gives way, and so do old errors.

    Of several that were chosen together, each keeps its place, and its error stays.
    """
    st.session_state[HEARD] = st.session_state.get(HEARD, 0) + 1  # the browser sends the next one now
    waiting = tuple(each for each in _line() if follows(FIELD) or not each.question)
    if not (waiting or follows(FIELD)):
        st.session_state.pop(WRONG, None)
    if len(brought()) + len(waiting) < MOST_LAYERS:
        st.session_state[GIVEN] = (*waiting, Given(*taken(FIELD), Answers()))


def _leave(given: Given, *instead: Given) -> None:
    """Take one out of the line, or put another into its place."""
    at = _line().index(given)
    st.session_state[GIVEN] = (*_line()[:at], *instead, *_line()[at + 1:])


def _read(given: Given) -> None:
    """Read a file and show its layer; a question waits for its answer, what is wrong is said."""
    step_aside()
    try:
        with st.spinner(said(words.READING)), uncollected():
            own = read_own(given.content, given.name, given.answers)
            layer = layer_beside(own, PurePath(own.name).stem, list(find_layers().values()))
    except QuestionError as question:
        _leave(given, replace(given, question=question))
    except AtlasError as error:
        st.session_state[WRONG] = (*st.session_state.get(WRONG, ()), error.text)
        _leave(given)
    except Exception:
        _leave(given)  # or it would fail again in every run, and the page would be gone for good
        raise
    else:
        _add(own, layer, given)


def _ask(question: QuestionError) -> None:
    """Ask for what the file does not say; the file is read again with the answer."""
    if question.part == Part.COLUMNS:
        _ask_columns(question.choices)
        return
    key = f"own_ask:{question.part}"
    st.selectbox(said(words.ASKED[question.part]), question.choices, index=None, key=key, placeholder=said(words.PICK),
                 accept_new_options=question.part == Part.CRS, format_func=_called,
                 on_change=lambda: _answer({question.part: key}))


def _called(choice: str) -> str:
    """Say what a choice is where it is a code."""
    return f"{choice} {said(words.SYSTEMS[choice])}" if choice in words.SYSTEMS else choice


def _ask_columns(headings: Iterable[str]) -> None:
    """Ask which columns say where the rows stand: two of degrees, or one of countries."""
    offered = list(headings)
    keys = {part: f"own_ask:{part}" for part in words.COLUMNS}
    for part, key in keys.items():
        st.selectbox(said(words.COLUMNS[part]), offered, index=None, key=key, placeholder=said(words.PICK))
    st.button(said(words.READ_SO), key="own_ask:columns", on_click=lambda: _answer(keys))


def _answer(keys: dict[str, str]) -> None:
    given = next(each for each in _line() if each.question)
    told = {part: str(st.session_state[key] or "").strip() for part, key in keys.items()}
    st.session_state.update(dict.fromkeys(keys.values()))  # the next file may ask the same
    _leave(given, replace(given, answers=replace(given.answers, **told), question=None))


def _add(own: Own, layer: Layer, given: Given) -> None:
    """Let what was read stand beside ours, on at once, and draw the page anew with it."""
    keep(own, layer)
    _leave(given)
    put(replace(current(), layers=current().layers | {layer.id}))
    st.rerun()


def _show(each: Brought) -> None:
    """Draw what was brought: its name, how it was read, and the button that takes it away."""
    report, layer_id = each.own.report, each.layer.id
    st.markdown(f"**{unmarked(said(each.layer.title))}**")
    doubts = len(report.of(Treatment.REMARKED))
    heading = words.REPORT[bool(doubts)].format(count=len(each.own.rows), left=report.left_out, doubts=doubts)
    with st.expander(unmarked(said(heading)), expanded=bool(report.left_out or doubts)):
        st.markdown("\n".join(f"- {unmarked(said(sentence))}" for sentence in report.sentences()))
    st.button(said(words.TAKE_AWAY), key=f"own_away:{layer_id}", on_click=_take_away, args=(layer_id,))


def _take_away(layer_id: str) -> None:
    """Forget a layer, and whatever the view asked of it."""
    choice = current()
    own = frozenset((key, codes) for key, codes in choice.own if key.partition(".")[0] != layer_id)
    colour = frozenset(key for key in choice.colour if key.partition(".")[0] != layer_id)
    table = "" if choice.table == layer_id else choice.table
    put(replace(choice, layers=choice.layers - {layer_id}, own=own, colour=colour, table=table))
    forget(layer_id)
