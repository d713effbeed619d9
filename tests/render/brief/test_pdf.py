"""The PDF of a document: what is handed out."""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from analysis.document import Document, Line, Section
from analysis.document import Paragraph as Said
from analysis.pages import open_page
from geo.files import ROOT
from i18n.text import Lang
from layers.wording import Source
from render.brief.files import content_of
from render.brief.formats import Format
from render.brief.markdown import to_markdown
from render.brief.pdf import to_pdf
from render.brief.picture import outline_of
from render.packet import read_memory
from render.spelled import spelled
from scene.choice import Choice
from scene.grammar import read_choice
from tests.profile import many
from tests.render.brief.documents import FIRST_SIGNS, HOSTILE, saying

TYPST = (
    '#import "parts.typ": *', '#eval("1 + 1")', '#read("/etc/passwd")', "$ sum_(i=0)^n i $", "*bold* _emphasis_",
    "@source-1", "<source-1>", "#label(\"x\")", "= heading", "- item", "+ item", "/ term: x", "\\ \\u{41} \\#",
    "`raw`", "```typ #x```", "// comment", "/* comment", "--- -- ... -?", "~", "'quoted' \"text\"", "https://e.org/#x",
    "#{", "#[", "]", "}", ")", '"', "#set page(width: 1pt)", "#pagebreak()", "[#x]",
)
"""What typst would read as markup or code."""
ODD = (
    "bad \x00\x07\x0b\x1b\ud800\ufffe control", "辻\U000e0100 葛\U000e0101 ☃\ufe0f", "か\u3099 e\u0301 \u202eabc\u202c",
    "A" * 1_000, "字" * 1_000, "https://example.org/" + "a/b-c_d" * 50, "\u2028\u2029\x85\t\r\n", "مرحبا привет ﷺ",
)


@cache
def made(name: str, lang: Lang) -> tuple[Document, bytes]:
    """Make the PDF of a page, its map with it."""
    document = open_page(name, Choice(lang=lang))
    return document, content_of(document, Format.PDF)


def text_of(content: bytes) -> str:
    """Read the text of all pages without blanks and joined over lines; the numbers of the foot are in it."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return squeezed("".join(pages))


def squeezed(text: str) -> str:
    """Leave out blanks, and what a reader puts where a word is broken."""
    return re.sub(r"[\s\ufffe\x02]", "", text)


def lines_of(markdown: str) -> Iterator[str]:
    """Give the words of a Markdown text in pieces between its signs."""
    signs = r"(?m)^(#+ |- |\d+\. )|\*\*:?|^\|[-| ]+\|$|\\?\[[\d, –]+\\?\]"
    plain = re.sub(r"\\(.)", r"\1", re.sub(signs, "\n", markdown))
    return (squeezed(piece) for piece in re.split(r"[|\n`<>█]", plain))


def tags(content: bytes) -> list[str]:
    """List the tags of a PDF in the order in which it is read."""
    found: list[str] = []

    def walk(node: object) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(str(node["/S"]))
            kids = node.get("/K", [])
            for kid in kids if isinstance(kids, list) else [kids]:
                walk(kid)

    walk(PdfReader(BytesIO(content)).root_object["/StructTreeRoot"])
    return found


@pytest.mark.parametrize(("name", "lang"), [("country:UZB", Lang.JA), ("field:postal", Lang.EN), ("plan20", Lang.JA)])
def test_it_says_all_that_the_markdown_says(name: str, lang: Lang) -> None:
    document, content = made(name, lang)
    said = text_of(content)
    # What is broken by a page has the foot between its halves, so pieces are looked for by their beginning.
    lost = [piece for piece in lines_of(to_markdown(document)) if piece[:12] not in said]
    assert not lost


@pytest.mark.parametrize("lang", Lang)
def test_it_names_title_language_and_standard(lang: Lang) -> None:
    document, content = made("country:TON", lang)
    file = PdfReader(BytesIO(content))
    assert content.startswith(b"%PDF-1.7")
    assert file.metadata is not None
    assert file.metadata.title == document.title
    assert not {"/CreationDate", "/ModDate"} & set(file.metadata)
    assert str(file.root_object["/Lang"]).partition("-")[0] == lang
    assert "'/Marked': True" in str(file.root_object["/MarkInfo"])
    assert b'<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>' in content


def test_it_is_on_a4_with_the_date_of_the_data_and_the_page_at_the_foot() -> None:
    _document, content = made("country:UZB", Lang.JA)
    file = PdfReader(BytesIO(content))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in file.pages} == {(595, 842)}
    for number, page in enumerate(pypdfium2.PdfDocument(content), start=1):
        foot = squeezed(page.get_textpage().get_text_range())
        assert f"海外展開アトラス/データ時点2026年11月22日/{number}/{len(file.pages)}" in foot


def test_its_parts_are_tagged_and_the_map_is_told_in_words() -> None:
    document, content = made("country:UZB", Lang.JA)
    found = tags(content)
    assert found.count("/H1") == len(document.sections) + 1
    assert {"/H2", "/Table", "/TH", "/L", "/LI", "/Link", "/Figure"} <= set(found)
    assert found.count("/Figure") == 1


def test_its_fonts_are_those_of_the_program_and_lie_in_the_file() -> None:
    _document, content = made("country:UZB", Lang.JA)
    pages: list[Any] = list(PdfReader(BytesIO(content)).pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        inside = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert re.fullmatch(r"/[A-Z]{6}\+(IPAexGothic|DejaVuSans).*", str(font["/BaseFont"]))
        assert "/FontFile2" in inside


def test_every_page_among_the_sources_is_a_link_and_no_other_address_is() -> None:
    document, content = made("country:UZB", Lang.JA)
    notes = (note.get_object() for page in PdfReader(BytesIO(content)).pages for note in page.annotations or [])
    actions = (note.get("/A", {}) for note in notes if isinstance(note, DictionaryObject))
    targets = {str(action["/URI"]) for action in actions if "/URI" in action}
    assert targets == {source.href for source in document.sources if source.href}


@pytest.mark.parametrize(("name", "lang"), [("country:UZB", Lang.JA), ("country:TON", Lang.EN), ("plan20", Lang.JA)])
def test_it_opens_again_as_the_view_that_stands_beside_the_document(name: str, lang: Lang) -> None:
    document, content = made(name, lang)
    memory = read_memory(content)
    assert read_choice(memory.query).choice == read_choice(document.query).choice
    assert memory.as_of == document.as_of


def test_a_document_beside_no_view_opens_again_as_its_page() -> None:
    _document, content = made("sources", Lang.EN)
    choice = read_choice(read_memory(content).query).choice
    assert (choice.view, choice.lang) == ("sources", Lang.EN)


def test_the_same_document_gives_the_same_bytes_in_another_process() -> None:
    document, content = made("country:TON", Lang.EN)
    assert content == to_pdf(document, outline_of(document))
    again = (
        "import sys; from analysis.pages import open_page; from i18n.text import Lang; from scene.choice import Choice;"
        "from render.brief.files import content_of; from render.brief.formats import Format;"
        "document = open_page('country:TON', Choice(lang=Lang.EN));"
        "sys.stdout.buffer.write(content_of(document, Format.PDF))"
    )
    assert subprocess.run([sys.executable, "-c", again], capture_output=True, check=True, cwd=ROOT).stdout == content


# --- Text that is no markup ---


@pytest.mark.parametrize("lang", Lang)
def test_what_typst_would_read_as_markup_is_text(lang: Lang) -> None:
    lines = (*TYPST, HOSTILE, *FIRST_SIGNS)
    content = to_pdf(saying(*lines, title=HOSTILE, sources=tuple(Source(line) for line in lines), lang=lang))
    said = text_of(content)
    assert [line for line in lines if said.count(squeezed(line)) < 5] == []
    assert b"/URI" not in content


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_characters_and_words_without_end_are_set(odd: str) -> None:
    content = to_pdf(saying(odd, title="T"))
    for page in pypdfium2.PdfDocument(content):
        left, _bottom, right, _top = box_of(page)
        assert left >= 40
        assert right <= 555


def box_of(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    """Give the edges of what stands on a page, points."""
    text = page.get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def test_a_character_that_the_fonts_lack_is_replaced_where_one_sees_it_and_named() -> None:
    said = text_of(to_pdf(saying("𠮷野家 ሀ", lang=Lang.JA)))
    assert "〓野家〓" in said
    assert "「〓」は、このファイルのフォントにない文字です(U+1200,U+20BB7)。" in said
    assert "〓" not in text_of(to_pdf(saying("辻\U000e0100", lang=Lang.JA)))


def test_a_record_is_spelled_in_all_its_strings_and_in_nothing_else() -> None:
    told, lacking = spelled({"a": ["x\x00\ny", {"b": "ሀ"}], "n": 3, "none": None})
    assert told == {"a": ["x y", {"b": "〓"}], "n": 3, "none": None}
    assert lacking == "ሀ"


def test_a_word_of_ten_thousand_letters_is_broken_at_the_edge() -> None:
    section = Section("s", "T", (Said((Line("A" * 10_000),)),))
    content = to_pdf(Document("test", Lang.JA, "T", "", (section,), (), "", "2026-11-22"))
    assert "A" * 2_000 in text_of(content)
    assert all(box_of(page)[2] <= 555 for page in pypdfium2.PdfDocument(content))


@settings(max_examples=many(sample=12, prove=400), deadline=None)
@given(lines=st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_text_is_set(lines: list[str]) -> None:
    section = Section("s", lines[0], (Said(tuple(map(Line, lines))),))
    document = Document("test", Lang.JA, lines[0], lines[-1], (section,), (), "", "2026-11-22")
    assert to_pdf(document).startswith(b"%PDF-")


@pytest.mark.parametrize("lang", Lang)
def test_a_document_with_nothing_is_a_page(lang: Lang) -> None:
    content = to_pdf(Document("nothing", lang, "T", "", (), (), "", "2026-11-22"))
    assert len(PdfReader(BytesIO(content)).pages) == 1
    assert "T" in text_of(content)
