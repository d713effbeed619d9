"""Tags: what each artist of a picture stands for, so that the finished picture can be read back and checked.

They are matplotlib's labels, which no file carries.
"""

from __future__ import annotations

from layers.base import Category, Field, Layer

STAMP, TITLE, FOOT, ROWS, NAME, COUNT = "stamp", "title", "foot", "rows", "name", "count"
"""Of words: the stamp line, title with date and filters, the strip at the foot, the list of rows, names on the map,
counts in circles."""
LEGEND, NOTE = "legend:", "note:"
"""Of words and symbols of a legend; the key of the category, or the layer's id, stands behind it."""
LAND, DOTS, LINES, MARKS, CROWD = "land", "dots", "lines", "marks", "crowd"
"""Of what lies on the map."""


def key_of(layer: Layer, field: Field, look: Category) -> str:
    """Give the key of a category: LAYER.FIELD=CODE, as the query string writes it."""
    return f"{layer.id}.{field.id}={look.code}"
