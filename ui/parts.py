"""Parts of the page that Streamlit does not have: each a piece of script and its look, mounted in the page itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from streamlit.components.v2 import component

FOLDER = Path(__file__).parent / "web"


@cache
def read_part(name: str, html: str) -> Any:
    """Register a part (web/make.js before web/NAME.js, and web/NAME.css) once a process; give what mounts it."""
    make, script, look = (FOLDER.joinpath(file).read_text("utf-8") for file in ("make.js", f"{name}.js", f"{name}.css"))
    return component(f"atlas_{name}", html=html, css=look, js=make + script, isolate_styles=False)
