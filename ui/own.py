"""A person's own data on the page: brought in a file, shown as a layer of this session, gone with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

import streamlit as st

from i18n import own_page as words
from i18n.errors import AtlasError
from own.layer import layer_of
from own.limits import MB, MOST_BYTES
from own.question import Answers, Part, QuestionError
from own.reading import Own, read_own
from own.report import Treatment
from ui.brought import Brought, brought, forget, keep
from ui.folded import show_popover
from ui.html import unmarked
from ui.state import current, put, said

ANSWERS, BOX, FILE = "own_answers", "own", "own_file"
ENDINGS = ("geojson", "json", "zip", "gpkg", "kml", "csv", "tsv", "txt", "xlsx")
MOST_LAYERS = 5


def show_own() -> None:
    """Draw the button that takes a file, and what was brought so far."""
    show_popover(words.BRING, BOX, _draw)


def _draw() -> None:
    st.caption(said(words.HELP.format(most=MOST_BYTES // MB)))
    for each in brought():
        _show(each)
    if len(brought()) >= MOST_LAYERS:
        st.info(said(words.ENOUGH.format(most=MOST_LAYERS)))
        return
    given = st.file_uploader(said(words.CHOOSE), key=f"{FILE}:{len(brought())}", max_upload_size=MOST_BYTES // MB)
    if given is not None:
        _read(given.getvalue(), given.name)


def _read(content: bytes, name: str) -> None:
    """Read a file and show its layer; what only the person can say is asked, what is wrong is said."""
    answers = _answers()
    try:
        with st.spinner(said(words.READING)):
            own = read_own(content, name, answers)
    except QuestionError as question:
        st.warning(unmarked(said(question.text)))
        _ask(question)
    except AtlasError as error:
        st.error(unmarked(said(error.text)))
    else:
        _add(own)


def _answers() -> Answers:
    answers: Answers = st.session_state.get(ANSWERS, Answers())
    return answers


def _ask(question: QuestionError) -> None:
    """Ask for what the file does not say; the file is read again with the answer."""
    key = f"own_ask:{question.part}"
    if question.part == Part.COLUMNS:
        _ask_columns(question.choices)
        return
    st.selectbox(said(words.ASKED[question.part]), question.choices, index=None, key=key, placeholder=said(words.PICK),
                 accept_new_options=question.part == Part.CRS, on_change=lambda: _answer(question.part, key))


def _answer(part: str, key: str) -> None:
    told = {part: str(st.session_state[key] or "").strip()}
    st.session_state[ANSWERS] = replace(_answers(), **told)


def _ask_columns(headings: Iterable[str]) -> None:
    """Ask which columns say where the rows stand: two of degrees, or one of countries."""
    offered = list(headings)
    for part, label in words.COLUMNS.items():
        st.selectbox(said(label), offered, index=None, key=f"own_ask:{part}", placeholder=said(words.PICK))
    st.button(said(words.READ_SO), key="own_ask:columns", on_click=_answer_columns)


def _answer_columns() -> None:
    told = {part: str(st.session_state[f"own_ask:{part}"] or "") for part in words.COLUMNS}
    st.session_state[ANSWERS] = replace(_answers(), **told)


def _add(own: Own) -> None:
    """Let what was read stand beside ours, on at once, and draw the page anew with it."""
    layer = layer_of(own, title=PurePath(own.name).stem)
    keep(own, layer)
    st.session_state.pop(ANSWERS, None)
    put(replace(current(), layers=current().layers | {layer.id}))
    st.rerun()


def _show(each: Brought) -> None:
    """Draw what was brought: its name, how it was read, and the button that takes it away."""
    report, layer_id = each.own.report, each.layer.id
    st.markdown(f"**{unmarked(said(each.layer.title))}**")
    sentences = [unmarked(said(sentence)) for sentence in report.sentences()]
    is_whole = not report.of(Treatment.LEFT_OUT)
    heading = words.REPORT.format(count=len(each.own.rows), left=report.left_out)
    with st.expander(said(heading), expanded=not is_whole):
        st.markdown("\n".join(f"- {sentence}" for sentence in sentences))
    st.button(said(words.TAKE_AWAY), key=f"own_away:{layer_id}", on_click=_take_away, args=(layer_id,))


def _take_away(layer_id: str) -> None:
    choice = current()
    own = frozenset((key, codes) for key, codes in choice.own if key.partition(".")[0] != layer_id)
    colour = frozenset(key for key in choice.colour if key.partition(".")[0] != layer_id)
    table = "" if choice.table == layer_id else choice.table
    put(replace(choice, layers=choice.layers - {layer_id}, own=own, colour=colour, table=table))
    forget(layer_id)
