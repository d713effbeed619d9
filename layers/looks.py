"""How each row is drawn when its layer is coloured by one field or another."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from layers.base import Category, Layer


def looks_of(rows: pd.DataFrame, layer: Layer, coloured_by: str) -> list[Category]:
    """Give each row's category of a field, with the dashes that the layer keeps whatever it is coloured by."""
    field = layer.field(coloured_by)
    looks = [field.category(code) or field.categories[0] for code in rows[coloured_by]]
    if coloured_by == layer.dashed_by or not layer.dashed_by:
        return looks
    dashed = layer.field(layer.dashed_by)
    return [_dashed(look, dashed.category(code)) for look, code in zip(looks, rows[layer.dashed_by], strict=True)]


def _dashed(look: Category, by: Category | None) -> Category:
    if by is None:
        return look
    return replace(look, mark=by.mark, colour=by.colour if by.outranks else look.colour)
