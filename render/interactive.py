"""The interactive map: a folium map that is mounted once, and small messages that restyle it in place."""

from __future__ import annotations

import folium
from branca.element import MacroElement
from folium.template import Template
from folium.utilities import JsCode

from geo.frames import Frame, width
from geo.meridian import wrap
from render.script import as_script
from render.web_files import WebFiles, build_static
from scene.choice import DEFAULT_CENTRE
from scene.scene import Scene

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
        ours = [f"atlas/{name}" for name in (files.countries, files.rows, files.script)]
        self.default_js = [(path, f"{STATIC}/{path}") for path in ("vendor/leaflet/leaflet.js", *ours)]
        styles = ("vendor/leaflet/leaflet.css", f"atlas/{files.style}")
        self.default_css = [(path, f"{STATIC}/{path}") for path in styles]
        self.add_child(_Call("mount", [files.countries, files.rows, ATTRIBUTION]))


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


def update(scene: Scene) -> folium.FeatureGroup:
    """Make the message that restyles the mounted map as this scene asks."""
    group = folium.FeatureGroup(name="atlas", control=False)
    group.add_child(_Call("apply", state_of(scene)))
    return group


def state_of(scene: Scene) -> dict[str, object]:
    """Give all that a change may change: rows by their position in the static file, counts by category."""
    return {
        "lang": scene.lang.value,
        "shown": {sheet.layer.id: list(map(int, sheet.rows.index)) for sheet in scene.sheets},
        "counts": {
            sheet.layer.id: [[sheet.layer.looks.index(look), count] for look, count in sheet.looks]
            for sheet in scene.sheets
        },
        "notes": [note[scene.lang] for note in scene.notes],
        "selected": list(scene.selected),
        "frame": framed(scene.frame) if scene.frame else None,
    }


def framed(frame: Frame) -> list[float]:
    """Move a frame into the window of the map; one that the window's edge cuts becomes the whole width."""
    west, south, east, north = frame
    start = wrap(west, centre=DEFAULT_CENTRE)
    end = start + width((west, south, east, north))
    if end > EDGES[1]:
        start, end = EDGES
    return [round(edge, 4) for edge in (start, south, end, north)]
