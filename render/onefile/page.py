"""The one-file map: all that the page needs, joined into one HTML document that asks for nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from html import escape

from geo.files import ROOT
from i18n.onefile import NO_SCRIPT
from i18n.text import Lang
from i18n.years import plain_date
from layers.registry import bringing, find_layers
from layers.version import data_version
from render import web_files, web_shapes
from render.onefile import safety, told, view, words
from render.onefile.facets import facets
from render.onefile.publishers import publishers
from render.onefile.things import things
from render.onefile.weight import in_file, left_out
from render.picture.memory import packet_of
from render.script import as_script
from render.web_rows import both
from scene.scene import Scene, build_scene, data_behind

FOLDER = ROOT / "render" / "onefile"
LEAFLET = ROOT / "static" / "vendor" / "leaflet"
PIECES = (
    "columns", "data", "say", "choice", "sieve", "panels", "state", "fold", "search", "filters", "chips", "facts",
    "table", "notes", "printing", "page",
)
"""The pieces of the page's own script in the order in which they are joined."""
STYLES = ("page", "print")
FETCHED = re.compile(r"^.*\burl\(.*\n", re.MULTILINE)
"""A line of a sheet that would load a picture; Leaflet's are for parts that the map does not use."""
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
OF_THE_WINDOW = ((re.compile(r"\b100vw\b"), "100cqw"), (re.compile(r"\b(\d+)vh\b"), r"\1cqh"),
                 (re.compile(r"@media \((max-width: \d+px)\)"), r"@container (\1)"))
"""On the page of the atlas the map fills a frame of its own; here its sheets speak of the box that it stands in."""


def to_html(scene: Scene) -> bytes:
    """Write the map as one HTML file that opens with a scene; the same scene and data give the same bytes.

    A crowd that would make it too heavy for mail is left out (see weight.py).
    """
    heavy = frozenset(layer.id for layer in left_out(scene))
    with bringing(in_file(scene)):
        return _written(build_scene(replace(scene.choice, layers=scene.choice.layers - heavy)) if heavy else scene)


def _written(scene: Scene) -> bytes:
    scripts, styles = (_leaflet(), _set_up(), web_files.script(), _script()), (_leaflet_style(), _map_style(), _style())
    values = {
        "policy": escape(safety.policy(scripts, styles)),
        "lang": scene.lang.value,
        "title": escape(scene.title[scene.lang]),
        "no_script": escape(" / ".join(NO_SCRIPT[lang] for lang in Lang)),
        "styles": "\n".join(map(safety.style, styles)),
        "data": "\n".join([safety.data("atlas-view", _view(scene)), *_blocks(data_behind())]),
        "memory": _memory(scene),
        "scripts": "\n".join(map(safety.script, scripts)),
    }
    page = (FOLDER / "page.html").read_text("utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda found: values[found[1]], page).encode("utf-8")


def _view(scene: Scene) -> dict[str, object]:
    return {
        "first": view.view_of(scene),
        "frames": view.frames_of(scene),
        "asOf": both(plain_date(scene.as_of)),
        "version": data_version(),
    }


def _memory(scene: Scene) -> str:
    """Write what the file remembers as a block that no browser runs and that "open from picture" finds."""
    return f'<script type="application/rdf+xml">{packet_of(scene).decode("utf-8")}</script>'


@lru_cache(maxsize=2)
def _blocks(_behind: tuple[object, ...]) -> tuple[str, ...]:
    """Write the blocks of data that are the same whatever the view."""
    fine = {region: web_files.finer(rings) for region, rings in web_shapes.fine_rings().items()}
    return (
        safety.data("atlas-countries", web_files.countries(fine)),
        safety.data("atlas-rows", web_files.rows(find_layers())),
        safety.data("atlas-told", {
            "layers": told.layers_told(),
            "columns": [both(column.label) for column in told.table_columns()],
            "facets": facets(tuple(find_layers())),
            "things": things(),
            "publishers": publishers(),
            "places": view.places(),
            "headings": words.headings(),
            "phrases": words.phrases(),
            "kinds": words.kinds(),
            "methods": words.methods(),
            "licences": words.licences(),
        }),
    )


def _leaflet() -> str:
    return SOURCE_MAP.sub("", (LEAFLET / "leaflet.js").read_text("utf-8"))


def _leaflet_style() -> str:
    return FETCHED.sub("", (LEAFLET / "leaflet.css").read_text("utf-8"))


def _map_style() -> str:
    sheet = web_files.style()
    for pattern, ours in OF_THE_WINDOW:
        sheet = pattern.sub(ours, sheet)
    return sheet


def _set_up() -> str:
    """Write what stands before the map's script: its data under the names by which it knows them."""
    return "\n".join(
        f"window.{name} = JSON.parse(document.getElementById({as_script(block)}).textContent);"
        for name, block in (("atlasCountries", "atlas-countries"), ("atlasRows", "atlas-rows"))
    )


def _script() -> str:
    pieces = "\n".join((FOLDER / f"{name}.js").read_text("utf-8") for name in PIECES)
    return f'(function () {{\n"use strict";\n\n{web_files.COMMENT.sub("", pieces)}}})();\n'


def _style() -> str:
    return "\n".join((FOLDER / f"{name}.css").read_text("utf-8") for name in STYLES)
