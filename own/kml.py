"""Read KML and KMZ: the placemarks of all folders; nothing that it links to is fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import shapely
from shapely.errors import GEOSException
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from own.features import Features
from own.markup import read_xml
from own.question import Answers
from own.raw import Raw
from own.report import Note, Treatment
from own.unzip import unzip

ZIP = b"PK\x03\x04"
TAG = re.compile(r"<[^<>]*>")
SHAPES = frozenset({"Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack"})
TEXTS = {"name": "name", "description": "description", "address": "address", "phoneNumber": "phone",
         "when": "when", "begin": "begin", "end": "end"}
LINKS = ("NetworkLink", "GroundOverlay", "PhotoOverlay", "ScreenOverlay")
FOLDERS = ("Folder", "Document")


def read(content: bytes, name: str, answers: Answers) -> Raw:
    """Read the placemarks; raises AtlasError for KML that is broken, declares entities, or holds none."""
    root = read_xml(_document(content, name), name)
    links = sum(1 for element in root.iter() if element.tag in LINKS)
    features = Features(name)
    for folder, placemark in _placemarks(root, ""):
        shape, is_broken = _first_shape(placemark)
        attributes = {**({"folder": folder} if folder else {}), **_attributes(placemark)}
        features.add(attributes, shape, is_broken=is_broken)
    if not features.shapes:
        raise AtlasError((words.ONLY_LINKS if links else words.NO_PLACEMARKS).format(name=name))
    told = [Note(Treatment.LEFT_OUT, notes.LINKS.format(count=links))] if links else []
    return features.settled("EPSG:4326", answers, *told)


def _document(content: bytes, name: str) -> bytes:
    """Take the KML out of a KMZ: doc.kml, else the first."""
    if not content.startswith(ZIP):
        return content
    parts = unzip(content, name, lambda member: member.casefold().endswith(".kml"))
    if not parts:  # a folder of that name
        raise AtlasError(words.NO_PLACEMARKS.format(name=name))
    return parts.get("doc.kml") or next(iter(parts.values()))


def _placemarks(element: Element, folder: str) -> Iterator[tuple[str, Element]]:
    """Go through the placemarks with the folder that each lies in."""
    for part in element:
        if part.tag == "Placemark":
            yield folder, part
        elif part.tag in FOLDERS or part.tag == "kml":
            yield from _placemarks(part, (part.findtext("name") or "").strip() if part.tag == "Folder" else folder)


def _attributes(placemark: Element) -> dict[str, str]:
    found = {TEXTS[part.tag]: _plain(part.text) for part in placemark.iter() if part.tag in TEXTS and part.text}
    for data in placemark.iter("Data"):
        found[data.get("name", "")] = _plain(data.findtext("value"))
    for data in placemark.iter("SimpleData"):
        found[data.get("name", "")] = _plain(data.text)
    return {key: value for key, value in found.items() if key and value}


def _plain(text: str | None) -> str:
    """Take the tags out of a description."""
    return " ".join(html.unescape(TAG.sub(" ", text or "")).split())


def _first_shape(placemark: Element) -> tuple[BaseGeometry | None, bool]:
    """Give the shape of a placemark if it has one, and whether that is broken."""
    try:
        return next((_shape(part) for part in placemark if part.tag in SHAPES), None), False
    except (ValueError, GEOSException):
        return None, True


def _shape(element: Element) -> BaseGeometry:
    """Make a shape of an element; raises ValueError or GEOSException."""
    if element.tag in ("MultiGeometry", "MultiTrack"):
        return _flat([_shape(part) for part in element if part.tag in SHAPES])
    if element.tag == "Polygon":
        outer = element.find("outerBoundaryIs/LinearRing")
        if outer is None:
            raise ValueError("an area has an outer ring")
        return Polygon(_vertices(outer), [_vertices(ring) for ring in element.iterfind("innerBoundaryIs/LinearRing")])
    vertices = _track(element) if element.tag == "Track" else _vertices(element)
    if element.tag == "Point":
        if len(vertices) != 1:
            raise ValueError("a point is one position")
        return Point(vertices[0])
    return LineString(vertices)


def _flat(parts: list[BaseGeometry]) -> BaseGeometry:
    """Put parts together, nested ones as well."""
    return shapely.GeometryCollection([part for one in parts for part in shapely.get_parts(one)])


def _vertices(element: Element) -> list[tuple[float, float]]:
    positions = (element.findtext("coordinates") or "").replace(", ", ",").split()
    return [_position(position.split(",")) for position in positions]


def _track(element: Element) -> list[tuple[float, float]]:
    return [_position((part.text or "").split()) for part in element if part.tag == "coord"]


def _position(numbers: list[str]) -> tuple[float, float]:
    return float(numbers[0]), float(numbers[1] if len(numbers) > 1 else "none")
