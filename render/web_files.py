"""The static files that the interactive map loads once and keeps; a file's name changes with its content."""

from __future__ import annotations

import hashlib
import re
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path

from geo.files import ROOT, data_path, stamp
from i18n import words
from i18n.text import Lang, Text
from layers.registry import find_layers
from layers.rows import stamps
from render import web_rows, web_shapes
from render.palette import BORDER_WIDTH, CABLE_WIDTH, DASHES, MARK_SIZE, PALE, PALETTES
from render.script import as_script

FOLDER = ROOT / "static" / "atlas"
SOURCES = {"map.js": ROOT / "render" / "map.js", "map.css": ROOT / "render" / "map.css"}
OURS = re.compile(r"(countries|rows|map)-[0-9a-f]{12}\.(js|css)")
KEPT = 24 * 60 * 60
"""Seconds for which a page that is open may still ask for a file that has a successor."""
SHAPE_FILES = ("countries.geojson", "country_regions.csv", "territory_marks.csv")

WORDS = {
    "map": Text("海外展開の地図。矢印キーで移動、+と-で拡大・縮小",
                "Map of the plan abroad. Arrow keys move it, + and - zoom"),
    "legend": Text("凡例", "Legend"),
    "zoom_in": Text("拡大", "Zoom in"),
    "zoom_out": Text("縮小", "Zoom out"),
    "pale": words.PALER,
    "vague": words.RINGED,
    "assumed": words.DOTTED,
    "undetermined": Text("帰属未定", "Undetermined"),
}


@dataclass(frozen=True, slots=True)
class WebFiles:
    """Names of the files under static/atlas, in the order in which a browser needs them."""

    countries: str
    rows: str
    script: str
    style: str


def build_static() -> WebFiles:
    """Write the files that are missing and name them; built anew only when a file behind them changed."""
    behind = [stamp(path) for path in SOURCES.values()] + [stamp(data_path(name)) for name in SHAPE_FILES]
    asked = FOLDER, tuple(behind), tuple(stamps(layer) for layer in find_layers().values()), str(data_path())
    if not all((FOLDER / name).is_file() for name in astuple(_built(*asked))):
        _built.cache_clear()  # another server on this folder, or a person, took them away
    return _built(*asked)


@lru_cache(maxsize=4)
def _built(folder: Path, _behind: Iterable[object], _layers: Iterable[object], _data: str) -> WebFiles:
    countries = {"perDegree": web_shapes.PER_DEGREE, "shapes": web_shapes.outlines(), "marks": web_shapes.marks()}
    rows = {"style": _style(), "words": _words(), "layers": web_rows.layers()}
    files = WebFiles(
        countries=_save(folder, "countries.js", f"window.atlasCountries={as_script(countries)};\n"),
        rows=_save(folder, "rows.js", f"window.atlasRows={as_script(rows)};\n"),
        script=_save(folder, "map.js", SOURCES["map.js"].read_text("utf-8")),
        style=_save(folder, "map.css", SOURCES["map.css"].read_text("utf-8")),
    )
    _clear(folder, keep=astuple(files))
    return files


def _words() -> dict[str, dict[str, str]]:
    return {lang.value: {key: text[lang] for key, text in WORDS.items()} for lang in Lang}


def _style() -> dict[str, object]:
    """Give the map's looks; widths in points, as on paper."""
    palette = PALETTES["official"]
    colours = {name: getattr(palette, name) for name in palette.__slots__ if name != "grey"}
    widths = {"border": BORDER_WIDTH, "line": CABLE_WIDTH, "mark": MARK_SIZE}
    return {"colours": colours, "widths": widths, "pale": PALE, "dashes": DASHES}


def _save(folder: Path, name: str, text: str) -> str:
    """Save a file under a name that holds its content's hash, whole or not at all; give that name."""
    content = text.encode("utf-8")
    stem, suffix = name.split(".")
    path = folder / f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as part:
            part.write(content)
        Path(part.name).chmod(0o644)  # another user than the builder may serve it
        Path(part.name).replace(path)
    return path.name


def _clear(folder: Path, *, keep: Iterable[str]) -> None:
    """Remove what earlier contents left behind, once it is old; what is not ours stays."""
    gone = time.time() - KEPT
    for path in folder.iterdir():
        with suppress(OSError):  # another server may be clearing as well
            if OURS.fullmatch(path.name) and path.name not in keep and path.stat().st_mtime < gone:
                path.unlink()
