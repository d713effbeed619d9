"""JSON that can stand inside a script: the one place where data is escaped for the map's page."""

from __future__ import annotations

import json

ESCAPES = str.maketrans({
    "<": "\\u003c",  # neither </script> nor <!-- can end or open anything
    ">": "\\u003e",
    "&": "\\u0026",
    "'": "\\u0027",  # streamlit-folium rewrites {{'name'}} wherever it meets it
    "\u2028": "\\u2028",  # line ends in old JavaScript, not in JSON
    "\u2029": "\\u2029",
})
"""All of these occur only inside strings, where JSON may write any character as an escape."""


def as_script(value: object) -> str:
    """Write a value as compact JSON that is safe inside a script element and as JavaScript."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(ESCAPES)
