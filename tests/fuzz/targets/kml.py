"""KML that a person brings."""

from __future__ import annotations

from tests.fuzz.mutators import worded
from tests.fuzz.reading import reader
from tests.fuzz.target import Target

WORDS = (
    "<Placemark>", "</Placemark>", "<Point>", "</Point>", "<Polygon>", "<outerBoundaryIs>", "<LinearRing>",
    "<coordinates>1,1 2,2 1,2 1,1</coordinates>", "<MultiGeometry>", "</MultiGeometry>", "<gx:Track>", "<gx:coord>",
    "<Folder>", "<name>東京</name>", "<ExtendedData><Data name='a'><value>1</value></Data></ExtendedData>",
    "<NetworkLink/>", "<!DOCTYPE k>", "<![CDATA[", "]]>", "&amp;", "&#0;", "&x;", "<!--", "-->", "nan", "1e400", ",",
    " ", "-180.0000001", "<kml xmlns='a'>", "encoding='utf-16'", "encoding='cp932'", b"\xff\xfe", b"\0",
    "<innerBoundaryIs>",
)

TARGET = Target("kml", reader("a.kml"), worded(*WORDS), runs=100_000, sample=200)
