"""Markdown, HTML and JSON of a document."""

import json
import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from i18n.text import Lang
from layers.wording import Source
from render.brief.html import to_html
from render.brief.markdown import escape, to_markdown
from render.brief.picture import picture_of
from render.brief.records import to_json
from tests.render.brief.documents import FIRST_SIGNS, HOSTILE, saying, uzbekistan

PLACES = 16
"""How often the document of `saying` says its first line."""


class Reading(HTMLParser):
    """The tags, the links and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.loaded += [value or "" for name, value in attrs if name == "src"]

    def handle_data(self, data: str) -> None:
        self.text += data


# --- Markdown ---


@pytest.mark.parametrize("said", [HOSTILE, *FIRST_SIGNS])
def test_markdown_reads_hostile_text_as_text(said: str) -> None:
    page = Reading(MarkdownIt("commonmark").enable("table").render(to_markdown(saying(said, "plain"))))
    assert "script" not in page.tags
    allowed = {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "table", "thead", "tbody", "tr", "th", "td", "a"}
    assert set(page.tags) <= allowed
    assert set(page.links) == {"https://example.org/a"}
    assert page.text.count(" ".join(said.split())) == PLACES


def test_a_number_that_is_no_list_stands_in_markdown_as_it_is() -> None:
    assert escape("124.9% of 2020") == "124.9% of 2020"
    assert escape("2. of two") == "2\\. of two"


def test_a_table_of_markdown_has_as_many_cells_in_every_row() -> None:
    page = MarkdownIt("commonmark").enable("table").render(to_markdown(uzbekistan()))
    for table in re.findall(r"<table>.*?</table>", page, flags=re.DOTALL):
        rows = re.findall(r"<tr>.*?</tr>", table, flags=re.DOTALL)
        assert len({len(re.findall(r"<t[hd]", row)) for row in rows}) == 1


# --- HTML ---


@pytest.mark.parametrize("said", [HOSTILE, *FIRST_SIGNS])
def test_html_reads_hostile_text_as_text(said: str) -> None:
    page = Reading(to_html(saying(said, title=said)))
    assert "script" not in page.tags
    assert page.links == ["https://example.org/a"]
    assert said in page.text


def test_html_loads_nothing_and_links_only_to_sources() -> None:
    document = uzbekistan()
    page = Reading(to_html(document, picture_of(document)))
    assert set(page.links) == {source.href for source in document.sources if source.href}
    assert len(page.loaded) == 1
    assert page.loaded[0].startswith("data:image/png;base64,iVBOR")
    assert not {"script", "link", "iframe", "object"} & set(page.tags)
    assert "@import" not in to_html(document)
    assert "url(" not in to_html(document)


def test_a_source_that_is_no_page_is_no_link() -> None:
    page = Reading(to_html(saying("x", sources=(Source("bad", "javascript:alert(1)"), Source("words")))))
    assert not page.links


def test_html_names_its_language_and_heads_its_tables() -> None:
    html = to_html(uzbekistan(Lang.EN))
    assert '<html lang="en">' in html
    assert "@page { size: A4" in html
    assert Reading(html).tags.count("h1") == 1
    assert '<th scope="col">' in html
    assert '<th scope="row">' in html


# --- JSON ---


def test_json_holds_every_section_line_and_source_of_the_document() -> None:
    document = uzbekistan()
    record = json.loads(to_json(document))
    assert record["title"] == document.title
    assert record["view"] == "layers=isdbt,cables,datacenters,mocs,projects&country=UZB&select=UZB"
    assert record["data_as_of"] == document.as_of
    assert [section["id"] for section in record["sections"]] == [section.id for section in document.sections]
    assert [source["number"] for source in record["sources"]] == list(range(1, len(document.sources) + 1))
    memoranda = next(section for section in record["sections"] if section["id"] == "mocs")["blocks"][1]["lines"]
    assert {"text", "sources", "view", "row"} == set(memoranda[0])


def test_json_keeps_hostile_text_as_it_is() -> None:
    assert json.loads(to_json(saying(HOSTILE)))["title"] == "T"
    assert json.loads(to_json(saying(HOSTILE)))["subtitle"] == HOSTILE
