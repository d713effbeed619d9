"""A finished slide read back from its XML: shapes with names, meanings and colours, and texts with their boxes.

Places are points from the slide's upper left corner, whatever groups a shape lies in; nothing of a path is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from render.slides.shapes import EMU_PER_POINT
from render.slides.words_back import NOTHING, A, Box, Written, cells_of, written_of

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: its number, its name in the list of objects, what is read out for it, and its colours ("" for none)."""

    kind: str  # the element: sp, cxnSp, pic, graphicFrame, grpSp; or cell, of a table
    number: str
    name: str
    meaning: str
    group: str  # the name of the group that it lies in, "" for none
    box: Box
    fill: str
    edge: str
    hatch: str
    is_turned: bool
    is_hidden: bool
    is_title: bool
    written: Written | None

    @property
    def colours(self) -> tuple[str, str, str]:
        return self.fill, self.edge, self.hatch


@dataclass(frozen=True, slots=True)
class Frame:
    """How the places inside a group become places on the slide: places * share + shift."""

    name: str = ""
    share: tuple[float, float] = (1.0, 1.0)
    shift: tuple[float, float] = (0.0, 0.0)
    is_hidden: bool = False

    def box(self, transform: Any) -> Box:
        """Give the box of an xfrm; one without a place of its own has none."""
        if transform is None or transform.find(f"{A}off") is None:
            return NOTHING
        (x, y), (wide, high) = _pair(transform, "off", "x", "y"), _pair(transform, "ext", "cx", "cy")
        left, top = x * self.share[0] + self.shift[0], y * self.share[1] + self.shift[1]
        return left, top, left + wide * self.share[0], top + high * self.share[1]

    def inner(self, group: Any) -> Frame:
        """Give the frame of a group's members."""
        name, transform = _about(group).get("name", ""), group.find(f"{P}grpSpPr/{A}xfrm")
        is_hidden = self.is_hidden or _is_hidden(group)
        if transform is None or transform.find(f"{A}chOff") is None:
            return Frame(name, self.share, self.shift, is_hidden)
        box, start = self.box(transform), _pair(transform, "chOff", "x", "y")
        size = _pair(transform, "chExt", "cx", "cy")
        share = tuple((box[at + 2] - box[at]) / size[at] if size[at] else 1.0 for at in (0, 1))
        shift = tuple(box[at] - start[at] * share[at] for at in (0, 1))
        return Frame(name, (share[0], share[1]), (shift[0], shift[1]), is_hidden)


def read_back(slide: Any) -> list[Shape]:
    """List the shapes of a slide (its `p:sld`) from the lowest to the highest: a group, then those in it one by one."""
    return list(_members(slide.find(f"{P}cSld/{P}spTree"), Frame()))


def texts_of(shapes: list[Shape]) -> list[Written]:
    """List all texts that stand on a slide, those in the cells of its tables one by one."""
    return [shape.written for shape in shapes if shape.written and not shape.is_hidden]


def _members(tree: Any, frame: Frame) -> Iterator[Shape]:
    for element in tree:
        kind = str(element.tag).removeprefix(P)
        if kind == "grpSp":
            yield _shape(kind, element, frame, frame.box(element.find(f"{P}grpSpPr/{A}xfrm")), None)
            yield from _members(element, frame.inner(element))
        elif kind == "graphicFrame" and (table := element.find(f".//{A}tbl")) is not None:
            box = frame.box(element.find(f"{P}xfrm"))
            yield _shape(kind, element, frame, box, None)
            yield from (_shape("cell", element, frame, cell.box, cell) for cell in cells_of(table, box, frame.share))
        elif kind in ("sp", "cxnSp", "pic", "graphicFrame"):
            transform = element.find(f"{P}xfrm" if kind == "graphicFrame" else f"{P}spPr/{A}xfrm")
            box = frame.box(transform)
            body = element.find(f"{P}txBody")
            yield _shape(kind, element, frame, box, None if body is None else written_of(body, box))


def _shape(kind: str, element: Any, frame: Frame, box: Box, written: Written | None) -> Shape:
    about, looks = _about(element), element.find(f"{P}spPr")
    transform = None if looks is None else looks.find(f"{A}xfrm")
    return Shape(
        kind, about.get("id", ""), about.get("name", ""), about.get("descr", ""), frame.name, box,
        fill_of(looks), fill_of(None if looks is None else looks.find(f"{A}ln")), _hatch(looks),
        transform is not None and any(transform.get(turn) for turn in ("rot", "flipH", "flipV")),
        frame.is_hidden or _is_hidden(element), _is_title(element), written,
    )


def fill_of(looks: Any) -> str:
    """Give the colour of a fill as six digits, of a pattern the ground's; "" where there is none."""
    if looks is None:
        return ""
    solid = looks.find(f"{A}solidFill/{A}srgbClr")
    found = solid if solid is not None else looks.find(f"{A}pattFill/{A}bgClr/{A}srgbClr")
    return "" if found is None else str(found.get("val", "")).upper()


def _hatch(looks: Any) -> str:
    found = None if looks is None else looks.find(f"{A}pattFill/{A}fgClr/{A}srgbClr")
    return "" if found is None else str(found.get("val", "")).upper()


def _about(element: Any) -> Any:
    """Give the element that names a shape: the first child of the first child."""
    return element[0].find(f"{P}cNvPr")


def _is_hidden(element: Any) -> bool:
    return _about(element).get("hidden") in ("1", "true")


def _is_title(element: Any) -> bool:
    place = element[0].find(f"{P}nvPr/{P}ph")
    return place is not None and place.get("type") in ("title", "ctrTitle")


def _pair(transform: Any, name: str, first: str, second: str) -> tuple[float, float]:
    found = transform.find(f"{A}{name}")
    return int(found.get(first)) / EMU_PER_POINT, int(found.get(second)) / EMU_PER_POINT
