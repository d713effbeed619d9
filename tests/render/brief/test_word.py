"""The Word file of a document: what a desk officer edits."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from analysis.brief import country_brief
from i18n.text import Lang
from layers.wording import Source
from render.brief.picture import picture_of
from render.brief.word import to_docx
from scene.choice import Choice
from scripts import office
from tests.render.brief.documents import FIRST_SIGNS, HOSTILE, saying, uzbekistan


def style_of(paragraph: Paragraph) -> str:
    return str(paragraph.style.name) if paragraph.style else ""


def opened(content: bytes) -> WordFile:
    return docx.Document(BytesIO(content))


def test_the_same_document_gives_the_same_bytes() -> None:
    first = to_docx(uzbekistan(), picture_of(uzbekistan()))
    assert first == to_docx(uzbekistan(), picture_of(uzbekistan()))
    with zipfile.ZipFile(BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("lang", Lang)
def test_sections_are_real_headings_and_the_title_is_the_file_s_own(lang: Lang) -> None:
    document = uzbekistan(lang)
    file = opened(to_docx(document))
    headings = [paragraph.text for paragraph in file.paragraphs if style_of(paragraph) == "Heading 1"]
    assert headings[:-1] == [section.title for section in document.sections]
    assert file.core_properties.title == document.title
    assert file.core_properties.language == lang
    assert str(file.core_properties.modified)[:10] == document.as_of
    assert style_of(file.paragraphs[0]) == "Title"


def test_fonts_that_stand_on_a_japanese_windows_are_named_for_both_scripts() -> None:
    file = opened(to_docx(uzbekistan()))
    for name in ("Normal", "Title", "Heading 1", "List Bullet", "Caption"):
        fonts = file.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "游ゴシック"
        assert fonts.get(qn("w:ascii")) == "Yu Gothic"
        assert not [key for key in fonts.attrib if key.endswith("Theme")]
    told = file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")[0]
    assert (told.get(qn("w:val")), told.get(qn("w:eastAsia"))) == ("en-US", "ja-JP")


def test_the_page_is_a4_and_its_foot_has_the_date_of_the_data_and_the_page() -> None:
    section = opened(to_docx(uzbekistan())).sections[0]
    assert [round(side.mm) for side in (section.page_width, section.page_height) if side] == [210, 297]
    assert "データ時点 2026年" in section.footer.paragraphs[0].text
    assert [code.text for code in section.footer._element.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_tables_are_real_and_repeat_their_head() -> None:
    document = uzbekistan()
    tables = opened(to_docx(document)).tables
    heads = [table for table in tables if table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")]
    assert [cell.text for cell in heads[0].rows[0].cells] == ["種類", "件数", "既定で非表示"]
    assert all(len(row.cells) == len(table.columns) for table in tables for row in table.rows)


def test_every_page_among_the_sources_is_a_link_and_numbered() -> None:
    document = uzbekistan()
    file = opened(to_docx(document))
    targets = {file.part.rels[link.get(qn("r:id"))].target_ref for link in file.element.iter(qn("w:hyperlink"))}
    assert targets == {source.href for source in document.sources if source.href}
    assert [p.text.split("\t")[0] for p in file.paragraphs if style_of(p) == "Source"][:-1] == [
        f"[{number}]" for number in range(1, len(document.sources) + 1)]


def test_every_ordered_list_starts_at_one() -> None:
    file = opened(to_docx(country_brief(Choice(), "FRA")))
    listed = [paragraph for paragraph in file.paragraphs if style_of(paragraph) == "List Number"]
    numbers = {number for paragraph in listed for number in paragraph._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")}
    assert len(numbers) == 2
    starts = file.part.numbering_part.element.xpath("w:num/w:lvlOverride/w:startOverride/@w:val")
    assert starts.count("1") == 2


def test_the_map_stands_in_the_file_with_words_for_whom_cannot_see_it() -> None:
    document = uzbekistan()
    file = opened(to_docx(document, picture_of(document)))
    assert len(file.inline_shapes) == 1
    assert document.title in file.inline_shapes[0]._inline.docPr.get("descr")


@pytest.mark.parametrize("said", [HOSTILE, *FIRST_SIGNS, "bad \x00\x0b\ud800 control"])
def test_hostile_text_is_text(said: str) -> None:
    file = opened(to_docx(saying(said, title=said, sources=(Source("bad", "javascript:alert(1)"),))))
    shown = said.replace("\x00", "").replace("\x0b", "").replace("\ud800", "")
    assert file.paragraphs[0].text == shown
    assert file.tables[1].rows[1].cells[0].text.startswith(shown)
    assert not list(file.element.iter(qn("w:hyperlink")))


@pytest.mark.parametrize(("code", "lang"), [("UZB", Lang.JA), ("TUV", Lang.EN)])
def test_libreoffice_opens_it(code: str, lang: Lang, tmp_path: Path) -> None:
    document = country_brief(Choice(lang=lang), code)
    file = tmp_path / "brief.docx"
    file.write_bytes(to_docx(document, picture_of(document)))
    assert office.save_as("pdf", file, tmp_path).read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "brief.pdf").stat().st_size > 30_000
