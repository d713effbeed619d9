"""The one-page sheet: one A4 page in both formats, whatever the country."""

from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from analysis.document import Bullets, Document, Line, Section
from geo.countries import read_countries
from i18n.errors import AtlasError
from i18n.text import Lang
from layers.wording import Source, site_of
from render.brief.formats import Format
from render.brief.word_parts import RULE
from render.packet import read_memory
from render.picture.fonts import files
from render.sheet.files import FORMATS, has_sheet, save_sheet, sheet_content, sheet_of
from render.sheet.pdf import fitted, sheet_pdf
from render.sheet.sheet import tries
from render.sheet.word import sheet_docx
from scene.choice import Choice
from scene.grammar import read_choice
from scripts import office
from tests.folders import copied_data, put
from tests.render.brief.test_pdf import squeezed, text_of

LEAST = 9.0
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Yu Gothic</family><prefer><family>IPAexGothic</family></prefer></alias></fontconfig>
"""


@cache
def made(name: str, lang: Lang, format: Format) -> bytes:
    """Make a sheet with a stamp."""
    return sheet_content(name, Choice(lang=lang, stamp=("care",)), format)


@pytest.mark.parametrize(
    ("name", "lang"), [("country:UZB", Lang.JA), ("country:BRA", Lang.EN), ("region:africa", Lang.JA)])
def test_the_pdf_is_one_page_with_facts_sources_date_and_stamp(name: str, lang: Lang) -> None:
    content, document = made(name, lang, Format.PDF), sheet_of(name, Choice(lang=lang))
    assert len(PdfReader(BytesIO(content)).pages) == 1
    said = text_of(content)
    lines = [line.text for section in document.sections for block in section.blocks
             if isinstance(block, Bullets) for line in block.lines]
    assert lines
    wanted = [document.title, document.subtitle, *lines, *(section.title for section in document.sections)]
    assert [words for words in wanted if squeezed(words) not in said] == []
    assert all(f"[{number}]" in said for number in range(1, len(document.sources) + 1))
    assert ("取扱注意" if lang == Lang.JA else "Handlewithcare") in said


def test_no_type_of_its_text_is_smaller_than_nine_points() -> None:
    page = pypdfium2.PdfDocument(made("country:UZB", Lang.JA, Format.PDF))[0].get_textpage()
    sizes = {round(float(pypdfium2.raw.FPDFText_GetFontSize(page, number)), 2) for number in range(page.count_chars())}
    assert min(size for size in sizes if size > 1) >= LEAST  # what a reader puts between words has size 1 or none


def test_every_source_is_a_link_although_only_its_site_is_written() -> None:
    document = sheet_of("country:BRA", Choice(lang=Lang.EN))
    page = PdfReader(BytesIO(made("country:BRA", Lang.EN, Format.PDF))).pages[0]
    notes = [note.get_object() for note in page.annotations or []]
    targets = {str(note["/A"]["/URI"]) for note in notes if "/A" in note and "/URI" in note["/A"]}
    assert targets == {source.href for source in document.sources if source.href}
    assert site_of(Source("https://www.example.org/a/b", "https://www.example.org/a/b")) == "example.org"


def test_the_sheet_says_where_the_rest_is() -> None:
    said = text_of(made("country:UZB", Lang.JA, Format.PDF))
    assert "この一枚は要約です。すべての項目は「国別カード」(?view=country:UZB)にあります。" in said


def test_what_does_not_fit_is_counted() -> None:
    lines = tuple(Line("文字" * 90, (number,)) for number in range(1, 9))
    many = tuple(Source(f"資料{number}" * 12) for number in range(1, 90))
    sections = tuple(Section(f"s{number}", f"見出し{number}", (Bullets(lines),)) for number in range(4))
    document = Document("country:UZB", Lang.JA, "題", "", sections, many, "", "2026-11-22")
    sheet = fitted(document)
    assert sheet.lines_left
    said = text_of(sheet_pdf(document))
    assert f"ほかに出典が{len(many) - sheet.sources}件あり" in said
    assert f"紙面に入らない{sheet.lines_left}行を省きました" in said


def test_what_cannot_fit_is_refused_in_a_sentence() -> None:
    section = Section("s", "T", (Bullets((Line("字" * 9_000),)),))
    with pytest.raises(AtlasError, match="A4"):
        sheet_pdf(Document("country:UZB", Lang.JA, "題", "", (section,), (), "", "2026-11-22"))


def test_the_map_gives_way_before_the_sources_do() -> None:
    sheets = tries(sheet_of("country:BRA", Choice()))
    assert [sheet.map_height for sheet in sheets if not sheet.runs_on] == [105, 95]
    assert all(sheet.sources == len(sheet.document.sources) for sheet in sheets if sheet.map_height > 75)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_sheet_has_the_same_bytes(format: Format) -> None:
    choice = Choice(lang=Lang.EN, stamp=("care",))
    assert made("country:TON", Lang.EN, format) == sheet_content("country:TON", choice, format)


def test_it_opens_again_as_its_view() -> None:
    memory = read_memory(made("country:TON", Lang.EN, Format.PDF))
    choice = read_choice(memory.query).choice
    assert (choice.select, choice.lang, choice.stamp) == (("TON",), Lang.EN, ("care",))


def test_the_word_file_can_be_edited_and_has_its_map_in_words() -> None:
    file = docx.Document(BytesIO(made("country:UZB", Lang.JA, Format.DOCX)))
    document = sheet_of("country:UZB", Choice())
    headings = [each.text for each in file.paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings[:-1] == [section.title for section in document.sections]
    assert file.inline_shapes[0]._inline.docPr.get("descr") == "地図: ウズベキスタン"
    targets = {file.part.rels[link.get(qn("r:id"))].target_ref for link in file.element.iter(qn("w:hyperlink"))}
    assert targets == {source.href for source in document.sources if source.href}
    sizes = {run.font.size.pt for paragraph in file.paragraphs for run in paragraph.runs if run.font.size}
    assert min(sizes) >= LEAST


@pytest.mark.parametrize(("code", "lang"), [("BRA", Lang.EN), ("UZB", Lang.JA)])
def test_libreoffice_sets_the_word_file_on_one_page(code: str, lang: Lang, tmp_path: Path) -> None:
    fonts, file = tmp_path / "fonts.conf", tmp_path / "sheet.docx"
    fonts.write_text(FONTS.format(folder=files()[0].parent, cache=tmp_path / "cache"), "utf-8")
    file.write_bytes(made(f"country:{code}", lang, Format.DOCX))
    assert len(pypdfium2.PdfDocument(office.save_as("pdf", file, tmp_path, fonts=fonts))) == 1


@pytest.mark.long
@pytest.mark.parametrize("lang", Lang)
def test_every_country_has_its_page(lang: Lang) -> None:
    pages = {code: len(pypdfium2.PdfDocument(sheet_pdf(sheet_of(f"country:{code}", Choice(lang=lang)))))
             for code in read_countries()}
    assert set(pages.values()) == {1}, pages


def test_countries_regions_and_fields_have_sheets_and_other_pages_have_none(tmp_path: Path) -> None:
    assert all(map(has_sheet, ("country:UZB", "region:africa", "field:postal")))
    assert not any(map(has_sheet, ("overview", "country:XXX", "", "changes:2025-01-01")))
    with pytest.raises(AtlasError, match="overview"):
        sheet_of("overview", Choice())
    with pytest.raises(AtlasError, match="xlsx"):
        save_sheet("country:UZB", Choice(), tmp_path / "a.xlsx")


def test_word_without_a_map_is_a_page_too() -> None:
    section = Section("s", "H", (Bullets((Line("a"),)),))
    document = Document("country:UZB", Lang.EN, "T", "s", (section,), (), "", "2026-11-22")
    assert [paragraph.text for paragraph in docx.Document(BytesIO(sheet_docx(document))).paragraphs][:2] == ["T", "s"]


def test_a_sheet_that_would_lack_a_layer_is_refused_whoever_asks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_data(tmp_path)
    put(folder, "mocs.csv", b"moc_id\n")
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    with pytest.raises(AtlasError, match=r"mocs\.csv"):
        sheet_content("country:UZB", Choice(), Format.DOCX)


def test_tables_of_the_word_file_have_thin_rules_between_rows_alone() -> None:
    tables = docx.Document(BytesIO(made("country:UZB", Lang.JA, Format.DOCX))).tables
    assert tables
    for table in tables:
        (borders,) = table._tbl.tblPr.findall(qn("w:tblBorders"))
        lines = {side.tag.partition("}")[2]: side.get(qn("w:val")) for side in borders}
        assert [name for name, kind in lines.items() if kind == "single"] == ["top", "bottom", "insideH"]
        assert {side.get(qn("w:color")) for side in borders} == {RULE}


def test_the_longest_stamp_leaves_the_title_of_a_sheet_free() -> None:
    content = sheet_pdf(sheet_of("country:UZB", Choice(stamp=("全" * 40,))))
    page = pypdfium2.PdfDocument(content)[0].get_textpage()
    stamp, title = (page.search(words).get_next() for words in ("全" * 40, "ウズベキスタン"))
    assert stamp is not None
    assert title is not None
    assert page.get_charbox(stamp[0])[1] > page.get_charbox(title[0])[3]
