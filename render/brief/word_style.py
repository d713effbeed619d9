"""The look of a Word file: A4, fonts that stand on a Japanese Windows, quiet headings, language, footer."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from analysis.document import Document
from i18n import brief
from i18n.text import Lang
from i18n.years import plain_date

LATIN, JAPANESE = "Yu Gothic", "游ゴシック"
INK, QUIET, ACTION, LINK = (RGBColor.from_string(colour) for colour in ("333333", "595959", "0017C1", "00118F"))
TEXT_WIDTH = Mm(174)
SIZES = {"Normal": 10.5, "Title": 20, "Subtitle": 10, "Heading 1": 14, "Heading 2": 10.5, "Caption": 10.5,
         "List Bullet": 10.5, "List Number": 10.5, "Table Grid": 9}
HYPERLINK, SOURCE = "Hyperlink", "Source"
LATIN_LANGUAGES, EAST_ASIAN = {Lang.JA: "en-US", Lang.EN: "en-GB"}, "ja-JP"
"""As Word sets them in Japan: Latin letters told to be Japanese would be parted within words and numbers."""


def dress(file: WordFile, document: Document) -> None:
    """Set page, styles, language and footer of a new file."""
    _page(file)
    _add_styles(file)
    for name, size in SIZES.items():
        _set_style(file.styles[name], size)
    for name, space in (("Title", 2), ("Subtitle", 8), ("Normal", 4), ("List Bullet", 2), ("List Number", 2)):
        file.styles[name].paragraph_format.space_after = Pt(space)
    _head(file)
    _speak(file, document.lang)
    _foot(file, document)


def set_fonts(run_properties: Any) -> None:
    """Name the fonts for Latin and for Japanese letters; what the theme would say is taken away."""
    fonts = run_properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for part, font in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", JAPANESE)):
        fonts.set(qn(f"w:{part}"), font)


def field(paragraph: Any, code: str) -> None:
    """Put a field that Word counts itself (PAGE, NUMPAGES) at the end of a paragraph."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = code
        run._r.append(mark)


def _page(file: WordFile) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(20)


def _add_styles(file: WordFile) -> None:
    link = file.styles.add_style(HYPERLINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = LINK, True
    source = file.styles.add_style(SOURCE, WD_STYLE_TYPE.PARAGRAPH)
    source.base_style = file.styles["Normal"]
    source.font.size = Pt(9)
    source.paragraph_format.left_indent, source.paragraph_format.first_line_indent = Mm(10), Mm(-10)
    source.paragraph_format.space_after = Pt(1)


def _set_style(style: Any, size: float) -> None:
    set_fonts(style.element.get_or_add_rPr())
    style.font.size, style.font.color.rgb = Pt(size), INK
    style.font.italic = False


def _head(file: WordFile) -> None:
    """Draw the title without the template's rule, and headings with the one of the atlas's blue."""
    title, heading, lead = (file.styles[name] for name in ("Title", "Heading 1", "Heading 2"))
    for border in title.element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    title.font.bold = heading.font.bold = lead.font.bold = True
    lead.paragraph_format.space_before, lead.paragraph_format.space_after = Pt(8), Pt(2)
    file.styles["Subtitle"].font.color.rgb = QUIET
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(14), Pt(4)
    heading.paragraph_format.keep_with_next = True
    _rule_below(heading.element.get_or_add_pPr())
    file.styles["Caption"].paragraph_format.keep_with_next = True


def _rule_below(paragraph_properties: Any) -> None:
    borders, rule = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "2"), ("color", str(ACTION))):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    paragraph_properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _speak(file: WordFile, lang: Lang) -> None:
    """Tell Word the language, so that it checks and reads the file in it."""
    defaults = file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    set_fonts(defaults)
    for old in defaults.xpath("w:lang"):
        defaults.remove(old)
    told = OxmlElement("w:lang")
    for name, value in (("val", LATIN_LANGUAGES[lang]), ("eastAsia", EAST_ASIAN)):
        told.set(qn(f"w:{name}"), value)
    defaults.append(told)


def _foot(file: WordFile, document: Document) -> None:
    paragraph = file.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    date = plain_date(document.as_of)
    paragraph.add_run(brief.PAGE_FOOT.format(date=date)[document.lang])
    field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(8), QUIET
