"""What a browser may do with an answer: a Content-Security-Policy for each kind of path, each as strict as works."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path

import streamlit

from render.onefile.safety import hashes
from serve.provider import CALLBACK
from serve.sign_in_page import PAGE, STYLE

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
OF_SIGN_IN = (PAGE, "auth", CALLBACK)
COMPONENT = re.compile(r"component/[^/]+/(index\.html)?")
AT_LEAST = {"object-src": "'none'", "base-uri": "'self'", "form-action": "'self'"}
NOTHING = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'"}
DATA_AND_BLOBS = "'self' data: blob:"
"""Pictures that scripts draw themselves: a preview, a map that is copied, the icons of Streamlit's tables."""


class Kind(StrEnum):
    """What stands under a path."""

    PAGE = "page"
    FRAME = "frame"
    MEDIA = "media"
    FILE = "file"
    SIGN_IN = "sign_in"


def kind_of(path: str) -> Kind:
    """Tell what stands under a path, seen from the base path; what no rule names falls back to the page."""
    if COMPONENT.fullmatch(path):
        return Kind.FRAME
    if path.startswith("media/"):
        return Kind.MEDIA
    if path in ("ready", "metrics") or path.startswith(("_stcore/", "static/", "app/static/", "component/")):
        return Kind.FILE
    return Kind.SIGN_IN if path.split("/")[0] in OF_SIGN_IN else Kind.PAGE


def page_policy() -> str:
    """Write the policy of the page: scripts of this server, and the one line of Streamlit's own page.

    `blob:` is how Streamlit 1.67 runs the parts in ui/web; only a script that runs already can make one. Streamlit
    and its tables write `<style>` elements and attributes at run time, so sheets cannot be named by hashes.
    """
    shell = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    return _written(AT_LEAST | {
        "default-src": "'self'", "script-src": f"'self' blob: 'wasm-unsafe-eval' {hashes(INLINE.findall(shell))}",
        "script-src-attr": "'none'", "style-src": "'self' 'unsafe-inline'", "img-src": DATA_AND_BLOBS,
        "font-src": "'self' data:", "connect-src": "'self'", "worker-src": "'none'", "frame-src": "'self'",
        "frame-ancestors": "'self'",
    })


def frame_policy(scripts: Iterable[str], pictures_of: Iterable[str]) -> str:
    """Write the policy of the map's frame: these inline scripts, and pictures of these hosts beside our own.

    st_folium 0.27 hands each change of the map to `eval`, which is why the frame, and nothing else, allows it.
    """
    return _written(AT_LEAST | {
        "default-src": "'none'", "script-src": f"'self' 'unsafe-eval' {hashes(scripts)}".rstrip(),
        "script-src-attr": "'none'", "style-src": "'self' 'unsafe-inline'", "connect-src": "'self'",
        "img-src": " ".join((DATA_AND_BLOBS, *pictures_of)), "font-src": "'self'", "frame-ancestors": "'self'",
    })


def media_policy() -> str:
    """Write the policy of what was made for a person: opened by its address, it has no origin and runs nothing."""
    return _written(NOTHING | {"style-src": "'unsafe-inline'", "img-src": "data:"}) + "; sandbox"


def file_policy() -> str:
    """Write the policy of files that a page takes in; opened by their address they can do nothing."""
    return _written(NOTHING)


def sign_in_policy() -> str:
    """Write the policy of the sign-in page: its one sheet, and nothing that runs."""
    return _written(NOTHING | {"style-src": hashes([STYLE])})


def policies(scripts: Callable[[], Sequence[str]], hosts: Callable[[], Sequence[str]]) -> dict[Kind, Callable[[], str]]:
    """Give what writes each kind's policy; only the frame's may change while the server runs."""
    page, media, file, sign_in = page_policy(), media_policy(), file_policy(), sign_in_policy()
    return {Kind.PAGE: lambda: page, Kind.FRAME: lambda: frame_policy(scripts(), hosts()),
            Kind.MEDIA: lambda: media, Kind.FILE: lambda: file, Kind.SIGN_IN: lambda: sign_in}


def _written(parts: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in parts.items())
