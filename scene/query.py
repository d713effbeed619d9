"""The text of a query string taken apart: its keys with their values, before anything is known of what they mean."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^?#]*", re.IGNORECASE)


def parts_of(query: str) -> dict[str, str]:
    """Give the values by their keys in small letters, of a query or a whole address; different ones are joined."""
    text = query.strip()
    address = ADDRESS.match(text)
    if address:
        text = text[address.end() :].partition("#")[0]
    joined: dict[str, str] = {}
    for key, value in parse_qsl(text.removeprefix("?"), keep_blank_values=True, max_num_fields=None, errors="replace"):
        name = key.strip().lower()
        joined[name] = f"{joined[name]},{value}" if joined.get(name, value) != value else value
    return joined
