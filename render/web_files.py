"""The static files that the interactive map loads once and keeps; a file's name changes with its content."""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo.files import ROOT, data_path, stamp
from layers.plans import plan_stamps
from layers.registry import our_layers
from layers.rows import stamps
from render import web_rows, web_shapes
from render.palette import BORDER_WIDTH, CABLE_WIDTH, DASHES, MARK_SIZE, PALETTES
from render.script import as_script
from render.timeline import timeline
from render.web_kept import content_digest, find_kept, list_name, made_of
from render.web_words import words_of_the_map

FOLDER = ROOT / "static" / "atlas"
OF_THE_MAP = ROOT / "render" / "map"
PIECES = (
    "atlas", "places", "marks", "lanes", "looks", "rows", "crowd", "cells", "circles", "own", "fine", "names", "dots",
    "zones", "messages", "pointer", "aim", "walk", "frame", "selection", "cut", "legend", "switches", "link", "time",
    "plans", "slider", "online", "summary", "apply",
)
"""The pieces of the map's script in the order in which they are joined."""
COMMENT = re.compile(r"^\s*(//|/\*|\*).*\n", re.MULTILINE)
"""A line of nothing but a comment: a fifth of the script, which no reader of the page needs."""
STYLES = ("map", "zones", "time", "online")
OURS = re.compile(r"[a-z_]+-[0-9a-f]{12}\.(js|css|json)")
KEPT = 24 * 60 * 60
"""Seconds for which a page that is open may still ask for a file that has a successor."""
SHAPE_FILES = ("countries.geojson", "countries_fine.geojson", "country_regions.csv", "territory_marks.csv")
SINGLE = ("countries", "rows", "script", "style")
"""The parts that are one file; the finer outlines are one a region."""


@dataclass(frozen=True, slots=True)
class WebFiles:
    """Names of the files under static/atlas, in the order in which a browser needs them; `fine` when it zooms in."""

    countries: str
    rows: str
    script: str
    style: str
    fine: tuple[str, ...]

    @classmethod
    def of(cls, parts: Mapping[str, Sequence[str]]) -> WebFiles:
        """Make it of the names of each part."""
        (countries, rows, script, style), fine = (parts[name][0] for name in SINGLE), tuple(parts["fine"])
        return cls(countries, rows, script, style, fine)

    @property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """Give the names of each part."""
        return {**{name: (getattr(self, name),) for name in SINGLE}, "fine": self.fine}

    @property
    def scripts(self) -> tuple[str, ...]:
        return (self.countries, self.rows, self.script)

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.scripts, self.style, *self.fine)


LATEST: list[WebFiles] = []
"""The files built last, if any."""


def build_static() -> WebFiles:
    """Write the files that are missing and name them; built anew only when a file behind them changed."""
    behind = [stamp(path) for path in OF_THE_MAP.iterdir()] + [stamp(data_path(name)) for name in SHAPE_FILES]
    asked = FOLDER, tuple(behind), (*map(stamps, our_layers().values()), plan_stamps()), str(data_path())
    if not all((FOLDER / name).is_file() for name in _built(*asked).all):
        _built.cache_clear()  # another server on this folder, or a person, took them away
    LATEST[:] = [_built(*asked)]
    return LATEST[0]


def files_ahead() -> tuple[str, ...]:
    """Name what every page needs of the files built last, by their paths from the page; none before the first."""
    return tuple(f"app/static/{path}" for files in LATEST
                 for path in ("vendor/leaflet/leaflet.js", *(f"atlas/{name}" for name in files.scripts)))


@lru_cache(maxsize=4)
def _built(folder: Path, _behind: Iterable[object], _layers: Iterable[object], _data: str) -> WebFiles:
    """Find the files that an earlier start made of the same data and code, else make them."""
    digest = made_of()
    kept = find_kept(folder, digest)
    files = WebFiles.of(kept) if kept else _made(folder)
    if not kept:
        _write(folder, list_name(digest), json.dumps(files.parts).encode())
    _clear(folder, keep=(*files.all, list_name(digest)))
    return files


def _made(folder: Path) -> WebFiles:
    fine = {region: _save_fine(folder, region, rings) for region, rings in web_shapes.fine_rings().items()}
    return WebFiles(
        countries=_save(folder, "countries.js", f"window.atlasCountries={as_script(countries(fine))};\n"),
        rows=_save(folder, "rows.js", f"window.atlasRows={as_script(rows(our_layers()))};\n"),
        script=_save(folder, "map.js", script()),
        style=_save(folder, "map.css", style()),
        fine=tuple(fine.values()),
    )


def script() -> str:
    """Join the pieces of the map's script; what they name stays among themselves."""
    pieces = "\n".join((OF_THE_MAP / f"{name}.js").read_text("utf-8") for name in PIECES)
    return f'(function () {{\n"use strict";\n\n{COMMENT.sub("", pieces)}}})();\n'


def style() -> str:
    """Join the sheets of the map's look."""
    return "\n".join((OF_THE_MAP / f"{name}.css").read_text("utf-8") for name in STYLES)


def finer(rings: object) -> dict[str, object]:
    """Give the finer outlines of one region as the map takes them."""
    return {"perDegree": web_shapes.PER_DEGREE, "rings": rings}


def _save_fine(folder: Path, region: str, rings: object) -> str:
    return _save(folder, f"{region}.json", as_script(finer(rings)))


def countries(fine: Mapping[str, object]) -> dict[str, object]:
    """Give the outlines that the map loads first; `fine` names each region's file of finer ones, or holds them."""
    scale = {"perDegree": web_shapes.PER_DEGREE, "coarsePerDegree": web_shapes.COARSE_PER_DEGREE}
    return scale | {"shapes": web_shapes.outlines(), "marks": web_shapes.marks(), "fine": fine}


def rows(wanted: Iterable[str]) -> dict[str, object]:
    """Give the rows of these layers with the looks and words of the map."""
    return {"style": _style(), "words": words_of_the_map(), "time": timeline(), "layers": web_rows.by_column(wanted)}


def _style() -> dict[str, object]:
    """Give the map's looks; widths in points, as on paper."""
    palette = PALETTES["official"]
    colours = {name: getattr(palette, name) for name in palette.__slots__ if name not in ("grey", "pale")}
    widths = {"border": BORDER_WIDTH, "line": CABLE_WIDTH, "mark": MARK_SIZE}
    return {"colours": colours, "widths": widths, "pale": palette.pale, "dashes": DASHES}


def _save(folder: Path, name: str, text: str) -> str:
    """Save a file under a name that holds its content's hash, whole or not at all; give that name."""
    content = text.encode("utf-8")
    stem, suffix = name.split(".")
    path = folder / f"{stem}-{content_digest(content)}.{suffix}"
    if not path.is_file():
        _write(folder, path.name, content)
    return path.name


def _write(folder: Path, name: str, content: bytes) -> None:
    """Write a file beside its place, then move it there: several servers may build at once."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as part:
        part.write(content)
    Path(part.name).chmod(0o644)  # another user than the builder may serve it
    Path(part.name).replace(folder / name)


def _clear(folder: Path, *, keep: Iterable[str]) -> None:
    """Remove what earlier contents left behind, once it is old; what is not ours stays."""
    gone = time.time() - KEPT
    for path in folder.iterdir():
        with suppress(OSError):  # another server may be clearing as well
            if OURS.fullmatch(path.name) and path.name not in keep and path.stat().st_mtime < gone:
                path.unlink()
