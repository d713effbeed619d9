"""The interactive map: a folium map that is mounted once, and small messages that restyle it in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import branca.element
import folium
import jinja2
from branca.element import MacroElement
from folium.template import Template
from folium.utilities import JsCode

from geo.frames import Frame, width
from geo.meridian import wrap
from layers.registry import find_layers
from render.online import base_maps, is_allowed, words_of_the_control
from render.script import as_script
from render.timeline import moment
from render.web_crowd import bits
from render.web_files import WebFiles, build_static
from scene.choice import DEFAULT_CENTRE
from scene.cut import Cut
from scene.scene import Scene
from scene.sheet import Sheet
from scene.switches import panels

branca.element.Template = lru_cache(jinja2.Template)  # type: ignore[assignment, attr-defined]
"""Each new map compiles the same eight small templates; branca has no other place where one may keep them."""
STATIC = "../../app/static"
"""Seen from the frame that holds the map (component/NAME/index.html), so that any base path is respected."""
EDGES = (DEFAULT_CENTRE - 180, DEFAULT_CENTRE + 180)
SLACK = 40.0
"""Degrees that may be seen beyond the edges of the world."""
MOTION = JsCode("!window.matchMedia('(prefers-reduced-motion: reduce)').matches")
ATTRIBUTION = "Natural Earth"


class AtlasMap(folium.Map):
    """A folium map that needs only our own files; its script is the same text until a file changes."""

    def __init__(self, files: WebFiles) -> None:
        super().__init__(
            location=(15.0, DEFAULT_CENTRE),
            tiles=None,
            zoom_start=1,
            zoom_control="topright",
            max_bounds=True,
            min_lat=-86.0,
            max_lat=86.0,
            min_lon=EDGES[0] - SLACK,
            max_lon=EDGES[1] + SLACK,
            minZoom=0.5,
            maxZoom=9,
            zoomSnap=0.25,
        )
        for option in ("zoomAnimation", "fadeAnimation", "inertia"):
            self.options[option] = MOTION  # type: ignore[assignment]  # folium takes it, its types do not say so
        # st_folium names the map "map_div" and hashes its script: a constant id keeps the map mounted.
        self._id = "div"
        # On the object, never on the class: folium's lists are shared by every map of the process.
        ours = [f"atlas/{name}" for name in files.scripts]
        self.default_js = [(path, f"{STATIC}/{path}") for path in ("vendor/leaflet/leaflet.js", *ours)]
        styles = ("vendor/leaflet/leaflet.css", f"atlas/{files.style}")
        self.default_css = [(path, f"{STATIC}/{path}") for path in styles]
        self.add_child(_Call("mount", [files.countries, files.rows, ATTRIBUTION]))
        if is_allowed():
            self.add_child(_Call("offer", {"maps": base_maps(), "said": words_of_the_control()}))


class _Call(MacroElement):
    """One call of the map's little script: `atlas.NAME(map, ...)`."""

    _template = Template(
        "{% macro script(this, kwargs) %}atlas.{{ this.name }}(map_div, {{ this.argument }});{% endmacro %}"
    )

    def __init__(self, name: str, argument: object) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        # With a capital: st_folium replaces ids of small letters wherever they follow an underscore.
        self._name, self._id = "Atlas", name.capitalize()
        self.name, self.argument = name, as_script(argument)


def base_map() -> AtlasMap:
    """Make the map without any state; a new object each time, because st_folium changes what it is given."""
    return AtlasMap(build_static())


def update(
    scene: Scene, *, heard: int | None = None, own: Sequence[Mapping[str, str]] = (),
) -> folium.FeatureGroup:
    """Make the message that restyles the mounted map as this scene asks.

    `heard` is the number of the last message of the map that the scene takes account of; the map waits for an
    answer to what it told last. None answers whatever it told. `own` names each layer that a person brought and the
    address of its rows.
    """
    group = folium.FeatureGroup(name="atlas", control=False)
    group.add_child(_Call("apply", state_of(scene) | {"heard": heard, "own": list(own)}))
    return group


def state_of(scene: Scene) -> dict[str, object]:
    """Give all that a change may change.

    Rows stand by their position in the static file: `shown`, and `spare` for those that a switch of the legend
    would bring; those of a crowd as masks, what shows standing in both. `counts` lists the switches of each layer as
    [number, count, on]. `frame` is what the filters ask for, `bbox` the extent that wins over it. What goes with the
    years stands in render/timeline.py.
    """
    parts = panels(scene.choice)
    return {
        "lang": scene.lang.value,
        "on": [part.layer.id for part in parts if part.is_on],
        "shown": {part.layer.id: bits(part.on_map) if part.layer.is_crowd else part.shown for part in parts},
        "spare": {part.layer.id: bits(part.in_reach) if part.layer.is_crowd else part.spare for part in parts},
        "counts": {part.layer.id: [[one.number, one.count, one.is_on] for one in part.switches] for part in parts},
        "dashes": {sheet.layer.id: _dashes(sheet) for sheet in scene.sheets if sheet.dashes},
        "looks": {layer.id: scene.choice.coloured_by(layer) for layer in find_layers().values()},
        "notes": [note[scene.lang] for note in scene.notes],
        "cut": _cut(scene.cut) if scene.cut else None,
        "selected": list(scene.selected),
        "frame": framed(scene.filtered_frame) if scene.filtered_frame else None,
        "bbox": centred(scene.choice.bbox) if scene.choice.bbox else None,
        **moment(scene.choice, parts),
    }


def _dashes(sheet: Sheet) -> list[list[int]]:
    """Count by category what the dashes say, where another field gives the colours; solid lines need no key."""
    codes = sheet.layer.field(sheet.layer.dashed_by).codes
    return [[codes.index(look.code), count] for look, count in sheet.dashes if look.mark != "solid"]


def _cut(cut: Cut) -> dict[str, object]:
    return {"systems": [*cut.systems], "lost": sorted(cut.lost | set(cut.places)), "countries": [*cut.countries]}


def framed(frame: Frame) -> list[float]:
    """Move a frame into the window of the map; one that the window's edge cuts becomes the whole width."""
    west, south, _east, north = frame
    start = wrap(west, centre=DEFAULT_CENTRE)
    end = start + width(frame)
    if end > EDGES[1]:
        start, end = EDGES
    return [round(edge, 4) for edge in (start, south, end, north)]


def centred(frame: Frame) -> list[float]:
    """Move a frame to where its centre is in the window of the map; its sides may lie beyond the edges."""
    west, south, _east, north = frame
    half = width(frame) / 2
    middle = wrap(west + half, centre=DEFAULT_CENTRE) if half < 180 else DEFAULT_CENTRE
    return [round(edge, 4) for edge in (middle - half, south, middle + half, north)]
