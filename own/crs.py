"""Which coordinate reference system a file or a person names, and the way from there to WGS 84."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from i18n import own as words
from own.question import Part, QuestionError

WGS84 = frozenset({"EPSG:4326", "OGC:CRS84", "OGC:1.3:CRS84", "EPSG:4979", "EPSG:6668"})
"""Longitude and latitude as the map takes them: JGD2011 stands within a few centimetres of WGS 84."""
COMMON = ("EPSG:4326", "EPSG:6668", "EPSG:4612", "EPSG:4301", "EPSG:3857", "EPSG:32654",
          *(f"EPSG:{code}" for code in range(6669, 6688)))
"""What is offered where a file does not say: WGS 84, JGD2011, JGD2000, Tokyo, web maps, UTM 54N, Japan's 19 planes."""
PLANES = frozenset(f"EPSG:{first + zone}" for first in (6669, 2443, 30161) for zone in range(19))
"""Japan's plane rectangular systems (JGD2011, JGD2000, Tokyo): X runs north among surveyors, east in a GIS."""
CODE = re.compile(r"(?:EPSG:\s*|urn:ogc:def:crs:EPSG:[\d.]*:|https?://www\.opengis\.net/def/crs/EPSG/[\d.]+/)?"
                  r"(\d{4,6})", re.IGNORECASE)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
         "XVIII", "XIX")
ZONE = re.compile(rf"(?:平面)?(?:直角)?(?:座標系)? ?第? ?(1?[1-9]|10|{'|'.join(ROMAN)}) ?系")
"""How people name a plane rectangular system: 9系, 第IX系, 平面直角座標系第9系."""
CRS84 = re.compile(r"(?:(?:urn:ogc:def:crs:)?OGC(?::[\d.]*)?:|https?://www\.opengis\.net/def/crs/OGC/[\d.]+/)CRS84h?",
                   re.IGNORECASE)
LONGEST_WKT = 20_000
Floats = NDArray[np.float64]
Transform = Callable[[Floats], Floats]


def normal(text: str) -> str:
    """Write a CRS as AUTHORITY:CODE where it is named so, "" for what says nothing; WKT stays as it is."""
    plain = text.strip()
    if CRS84.fullmatch(plain):
        return "OGC:CRS84"
    zone = ZONE.fullmatch(unicodedata.normalize("NFKC", plain).upper())
    if zone:
        return f"EPSG:{6668 + (int(zone[1]) if zone[1].isdigit() else ROMAN.index(zone[1]) + 1)}"
    code = CODE.fullmatch(plain)
    if code:
        return f"EPSG:{int(code[1])}"
    return plain if "[" in plain and len(plain) <= LONGEST_WKT else ""


def ask(name: str) -> QuestionError:
    """Ask for the CRS of a file that does not say it."""
    return QuestionError(words.WHICH_CRS.format(name=name), Part.CRS, COMMON)


def unknown(text: str, name: str) -> QuestionError:
    """Ask for the CRS of a file that names one of which no map can be made."""
    return QuestionError(words.UNKNOWN_CRS.format(name=name, crs=_short(text)), Part.CRS, COMMON)


def is_plane_of_japan(text: str) -> bool:
    """Tell whether a CRS is one of Japan's plane rectangular systems."""
    return normal(text) in PLANES


def to_wgs84(text: str, name: str) -> Transform | None:
    """Give what brings (x, y) into longitude and latitude, None where they are that; raises AtlasError."""
    crs = normal(text)
    if crs in WGS84:
        return None
    from pyproj import CRS, Transformer  # a third of a second, and most files need it not
    from pyproj.exceptions import ProjError
    from pyproj.network import set_network_enabled  # type: ignore[attr-defined]

    set_network_enabled(active=False)
    try:
        known = CRS.from_wkt(crs) if "[" in crs else CRS.from_user_input(crs)
        if known.is_geocentric or known.is_vertical or known.is_engineering:
            raise unknown(text, name)
        way = Transformer.from_crs(known.to_2d(), "EPSG:4326", always_xy=True)
    except (ProjError, ValueError, RuntimeError, AttributeError):
        raise unknown(text, name) from None
    return lambda points: _moved(points, way)


def name_of(text: str) -> str:
    """Name a CRS in a sentence."""
    return _short(normal(text) or text)


def _moved(points: Floats, way: Any) -> Floats:
    return np.column_stack(way.transform(points[:, 0], points[:, 1], errcheck=False))


def _short(text: str) -> str:
    title = re.match(r'\s*\w+\s*\[\s*"([^"]{1,60})', text)
    return title[1] if title else " ".join(text.split())[:40]
