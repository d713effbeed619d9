"""What may run in the one file: our scripts and sheets by their hashes, and nothing else; data are never a script."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from render.script import as_script

ENDS = re.compile(r"<!--|</?(script|style)", re.IGNORECASE)
"""What could end a script or a sheet before its time, or open another inside it."""


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Write the Content-Security-Policy that lets these texts run and refuses every request."""
    parts = {"default-src": "'none'", "script-src": hashes(scripts), "style-src": hashes(styles),
             "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def hashes(texts: Iterable[str]) -> str:
    """Name texts by their hashes, as a policy does."""
    digests = (b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii") for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def script(text: str) -> str:
    """Put a script of ours between its tags; raises ValueError when it could break out of them."""
    return f"<script>{_whole(text)}</script>"


def style(text: str) -> str:
    """Put a sheet of ours between its tags; raises ValueError when it could break out of them."""
    return f"<style>{_whole(text)}</style>"


def data(name: str, value: object) -> str:
    """Write a value as a block of JSON, which a browser reads and never runs."""
    return f'<script type="application/json" id="{name}">{as_script(value)}</script>'


def _whole(text: str) -> str:
    if found := ENDS.search(text):
        raise ValueError(f"{found[0]} inside a script or sheet")
    return text
