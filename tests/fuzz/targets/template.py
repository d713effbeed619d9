"""A PowerPoint template that somebody hands in: looked through and opened, or refused in a sentence."""

from __future__ import annotations

from i18n.errors import AtlasError
from render.deck.template import open_template
from tests.fuzz.mutators import worded, zipped
from tests.fuzz.target import Target, said

WORDS = (
    "<!DOCTYPE a>", "<!ENTITY", "vbaProject", "macroEnabled", 'TargetMode="External"', 'Target="http://a/"',
    'Id="rId1"', 'Target="../media/a.bin"',
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject"', 'sz="-1"',
    'sz="99999999999"', 'cx="0"', 'cx="a"', 'idx="4294967295"', 'idx=""', 'type="title"', 'type="body"', 'type="ftr"',
    "<a:off/>", "<p:sldId/>", "<p:sp/>", "<p:extLst/>", "&#0;", "<p:ph/>", "<a:xfrm>", "</a:xfrm>",
)
LIKELY = (".xml", ".rels")


def one(data: bytes) -> None:
    """Open a template."""
    try:
        open_template(data)
    except AtlasError as error:
        said(error.text)


TARGET = Target("template", one, zipped(worded(*WORDS), members=LIKELY), runs=2_000, sample=4, seconds=10.0,
                longest=131_072)
