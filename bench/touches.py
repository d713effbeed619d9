"""What somebody does next on the page: tick a filter or a layer and, every fourth time, follow a link."""

from __future__ import annotations

import random

from streamlit.proto.Checkbox_pb2 import Checkbox
from streamlit.proto.MultiSelect_pb2 import MultiSelect
from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.visitor import Answer, PageError, Visitor

ADDRESSES = (
    "", "region=oceania", "region=southeast_asia&lang=en", "cables.status=planned", "year=2015-2025",
    "select=CHL", "layers=mocs&region=africa", "country=UZB&select=UZB", "show=all",
)
ADDRESS_EVERY = 4


async def change(visitor: Visitor, chance: random.Random, number: int) -> Answer:
    """Make one change."""
    if number % ADDRESS_EVERY == 0:
        return await visitor.visit(chance.choice([address for address in ADDRESSES if address != visitor.query]))
    touches = [touch for key, widget in visitor.widgets() if (touch := _touch(key, widget, chance))]
    if not touches:
        raise PageError("a page without filters")
    return await visitor.touch(chance.choice(touches))


def _touch(key: str, widget: object, chance: random.Random) -> WidgetState | None:
    """Make the state of a filter or a layer after a click on it; None for any other widget."""
    if isinstance(widget, MultiSelect) and key.startswith("filter:"):
        chosen = list(widget.raw_values)
        state = WidgetState(id=widget.id)
        state.string_array_value.data.extend([] if chosen else [chance.choice(widget.options)])
        return state
    if isinstance(widget, Checkbox) and key.startswith("layer:"):
        return WidgetState(id=widget.id, bool_value=not (widget.value if widget.set_value else widget.default))
    return None
