"""The one place where words from data become HTML or Markdown on the page: everything is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from layers.rules import is_page
from layers.wording import Source

BLANKS = re.compile(r"[ \t\n\r\f\v]+")
MARKUP = re.compile(r"[\\`*\[\]<~$]|&(?=[#A-Za-z])|(?<![^\W_])_|_(?![^\W_])")
OPENING = re.compile(r"^( ?[0-9]{0,9})([#>+=.)-])")
"""What makes a heading, a quotation or a list at the beginning of a line, and nothing elsewhere."""
SPELT_OUT = re.compile(
    r"(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=www)(?=\.)|(?<=[\w.+-]@)(?=[\w-])"  # addresses become links
    r"|(?<=:)(?=[^\W\d]|:|[+\w-]+:)"  # :red[..], :material/..:, :smile:, ::name
    r"|(?<=<)(?=[-=])|(?<=-)(?=[->])|(?<=>)(?==)|(?<=~)(?==)",  # arrows, dashes and signs drawn for letters
    re.IGNORECASE,
)
"""Where Streamlit reads letters as something else although no sign among them does, or after signs were escaped."""
JOINER = "\u2060"
"""Takes no room, allows no break, and means nothing; a screen reader does not say it."""


def element(tag: str, inner: str, css: str = "") -> str:
    """Wrap finished HTML in an element."""
    return f'<{tag} class="{css}">{inner}</{tag}>' if css else f"<{tag}>{inner}</{tag}>"


def anchored(tag: str, inner: str, anchor: str) -> str:
    """Wrap finished HTML in an element that a link within the page can reach."""
    return f'<{tag} id="{anchor}" tabindex="-1">{inner}</{tag}>'


def words(text: str) -> str:
    """Escape words from data."""
    return escape(text, quote=True)


def unmarked(text: str) -> str:
    """Escape what Streamlit would read as Markdown in a label, a help text or a sentence; the text becomes one line.

    Only what would be read is escaped: Streamlit gives many labels to screen readers as they are, escapes and all.
    """
    signs = MARKUP.sub(r"\\\g<0>", BLANKS.sub(" ", text))
    return SPELT_OUT.sub(JOINER, OPENING.sub(r"\1\\\2", signs))


def facts_list(facts: Iterable[tuple[str, str]]) -> str:
    """Lay out labels and words as a definition list."""
    pairs = "".join(element("dt", words(label)) + element("dd", words(said)) for label, said in facts)
    return element("dl", pairs, "atlas-facts")


def sources_list(heading: str, sources: Iterable[Source]) -> str:
    """Lay out the sources as a numbered list, pages as links."""
    items = "".join(element("li", link(source)) for source in sources)
    if not items:
        return ""
    return element("p", words(heading), "atlas-label") + element("ol", items, "atlas-sources")


def link(source: Source) -> str:
    """Write a source as a link to its page, or as words when it has none."""
    if not is_page(source.href):
        return words(source.text)
    href = words(source.href)
    return f'<a href="{href}" target="_blank" rel="noopener noreferrer">{words(source.text)}</a>'
