"""Words on their way into what Streamlit reads as Markdown: in ui/ all of them pass the one escaping point."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from scripts.pins import ROOT
from tests.markup import PAYLOADS
from ui.html import JOINER, unmarked

LABELLED = {
    "button", "checkbox", "dialog", "download_button", "expander", "multiselect", "number_input", "popover",
    "segmented_control", "selectbox", "slider", "text_input",
}
SPOKEN = {"caption", "error", "info", "markdown", "progress", "spinner", "success", "warning"}
CHOSEN = {"segmented_control"}
"""Widgets whose choices are Markdown as well; those of a selectbox and a multiselect are plain text."""
PLAIN = {"code", "columns", "container", "empty", "fragment", "html", "image", "rerun", "set_page_config"}
"""What reads no Markdown; st.html has an escaping point of its own, ui.html.words."""
READ = ("label", "body", "title", "text", "help")


def test_ordinary_names_stay_as_they_are() -> None:
    for name in ("拠点 (2).csv", "O'Neil, Ltd. & Co", "a_b-c/d", "10:30", "対象: 国", "50%", "No. 5", "x = y?", "C#"):
        assert unmarked(name) == name


def test_what_is_escaped_reads_the_same_without_the_escapes() -> None:
    for text in PAYLOADS:
        read = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", unmarked(text)).replace(JOINER, "")
        assert read == re.sub("[ \t\n\r\f\v]+", " ", text)


@pytest.mark.parametrize("path", sorted((ROOT / "ui").glob("*.py")), ids=lambda path: path.stem)
def test_no_word_reaches_markdown_but_fixed_ones_and_those_that_are_escaped(path: Path) -> None:
    module = ast.parse(path.read_text("utf-8"))
    fixed = set(chain.from_iterable(_names_of_words(node) for node in ast.walk(module)))
    loose = [f"{path.name}:{node.lineno}: {ast.unparse(node)}"
             for call in _calls(module) for node in _read(call) if not _is_safe(node, fixed)]
    assert not loose


def test_every_widget_in_use_is_known_to_read_markdown_or_not() -> None:
    used = {call.func.attr for path in (ROOT / "ui").glob("*.py") for call in _calls(ast.parse(path.read_text("utf-8")))
            if isinstance(call.func, ast.Attribute)}
    assert used <= LABELLED | SPOKEN | PLAIN


@pytest.mark.parametrize(("line", "is_safe"), [
    ("st.button(said(words.OPEN))", True),
    ("st.button(unmarked(title), help=unmarked(said(title)))", True),
    ("st.markdown(f'**{said(words.OPEN)}** {unmarked(name)}')", True),
    ("st.button(said(words.OPEN.format(name=name)))", False),
    ("st.button(said(label))", False),
    ("st.button(title)", False),
    ("st.markdown(f'**{title}**')", False),
    ("st.button('x', help=title)", False),
    ("st.segmented_control('x', names, format_func=lambda name: said(name))", False),
    ("st.segmented_control('x', names)", False),
])
def test_the_rule_tells_escaped_words_from_others(line: str, is_safe: bool) -> None:
    (call,) = _calls(ast.parse(line))
    assert all(_is_safe(node, {"words"}) for node in _read(call)) == is_safe


def _names_of_words(node: ast.AST) -> Iterator[str]:
    """Give the names under which a module knows phrases of i18n."""
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("i18n"):
        yield from (alias.asname or alias.name for alias in node.names)


def _calls(module: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "st":
            yield node


def _read(call: ast.Call) -> Iterator[ast.expr]:
    """Give the arguments of a call that Streamlit reads as Markdown."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if name not in LABELLED | SPOKEN:
        return
    yield from call.args[: name != "progress"]
    yield from (word.value for word in call.keywords if word.arg in READ)
    if name in CHOSEN:
        worded = [word.value for word in call.keywords if word.arg == "format_func"]
        yield from worded or call.args[1:2]


def _is_safe(node: ast.expr, fixed: set[str]) -> bool:
    """Tell whether an expression gives phrases of ours, escaped words, or text of the two put together."""
    match node:
        case ast.Constant():
            return True
        case ast.JoinedStr(values=parts):
            return all(_is_safe(part, fixed) for part in parts)
        case ast.FormattedValue(value=inner) | ast.Lambda(body=inner):
            return _is_safe(inner, fixed)
        case ast.BoolOp(values=parts):
            return all(_is_safe(part, fixed) for part in parts)
        case ast.BinOp(left=left, right=right):
            return _is_safe(left, fixed) and _is_safe(right, fixed)
        case ast.Call(func=ast.Name(id="unmarked")):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=[ast.GeneratorExp(elt=each)]):
            return _is_safe(each, fixed)
        case ast.Call(func=ast.Name(id="said"), args=[text]):
            return _is_fixed(text, fixed)
        case _:
            return _is_fixed(node, fixed)


def _is_fixed(node: ast.expr, fixed: set[str]) -> bool:
    """Tell whether an expression is a phrase of i18n, picked out of others or not, or a constant of its module."""
    match node:
        case ast.Attribute(value=inner) | ast.Subscript(value=inner):
            return _is_fixed(inner, fixed)
        case ast.IfExp(body=one, orelse=other):
            return _is_fixed(one, fixed) and _is_fixed(other, fixed)
        case ast.Name(id=name):
            return name in fixed or name.isupper()
        case _:
            return False
