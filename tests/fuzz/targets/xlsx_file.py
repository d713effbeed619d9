"""A workbook that a person brings, its parts spoilt inside the zip."""

from __future__ import annotations

from tests.fuzz.mutators import worded, zipped
from tests.fuzz.reading import reader
from tests.fuzz.target import Target

WORDS = (
    "<row>", "</row>", '<c r="A1" t="s"><v>0</v></c>', '<c r="XFD1048576"><v>1</v></c>', 't="inlineStr"', 't="e"',
    't="b"', 't="d"', "<f>1+1</f>", "<is><t>東京</t></is>", "<v>1e400</v>", "<v>NaN</v>", "<v>-1</v>",
    "<v>99999999</v>", 's="9"', 'r="A0"', 'r="1A"', 'r=""',
    "<dimension ref='A1:XFD1048576'/>", "<sheetData>", "</sheetData>",
    "<!DOCTYPE a>", "&#0;", 'state="hidden"', 'r:id="rId9"', "<sheet/>", 'Target="/a"', 'Target="../../a"',
    "<numFmt numFmtId='9' formatCode='yyyy'/>", "<definedName name='a'>x</definedName>", "date1904='1'",
    "<si><t/></si>", "<mergeCell ref='A1:B2'/>", "<rPh sb='0' eb='1'/>",
)
LIKELY = ("sheet1.xml", "workbook.xml", "sharedStrings.xml", "styles.xml", ".rels", "[Content_Types].xml")

TARGET = Target("xlsx_file", reader("a.xlsx"), zipped(worded(*WORDS), members=LIKELY), runs=15_000, sample=40,
                longest=32_768)
