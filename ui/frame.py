"""The script that st_folium writes into the map's frame, word for word, so that the frame's policy can name it."""

from __future__ import annotations

from functools import lru_cache

from streamlit_folium import _get_map_string

from render.interactive import base_map
from render.web_files import WebFiles, build_static

STARTED = "window.map = map_div; window.initComponent(map_div, false);"
"""What the frame of st_folium 0.27.4 puts behind the map's own script; a test in a browser holds it."""


def frame_scripts() -> tuple[str, ...]:
    """Give the scripts of the frame: one, until a file of the map changes."""
    return (_written(build_static()),)


@lru_cache(maxsize=4)
def _written(_files: WebFiles) -> str:
    drawn = base_map()
    drawn.render()
    return str(_get_map_string(drawn)) + STARTED
