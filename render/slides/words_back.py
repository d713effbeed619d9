"""The texts of a slide, read back and set as the program that opens it sets them: lines with their boxes in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from render.slides.measure import set_lines, set_width
from render.slides.shapes import EMU_PER_POINT

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the upper left corner of the slide."""
NOTHING: Box = (0.0, 0.0, 0.0, 0.0)
INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
"""Points between the edge of a box and its words, where the slide says nothing."""
CELL = {"marL": 7.2, "marT": 3.6, "marR": 7.2, "marB": 3.6}
USUAL_SIZE, SINGLE = 18.0, 1.7
"""The size of words that say none, and the height of a line (sizes of its type) that is not fixed: no font of ours is
higher."""
ROOM = 0.5
"""Points by which a line may leave its box: rounding."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its words, the size of the largest (points), and the faces and colours of all."""

    words: str
    size: float
    align: str
    height: float  # of a line, points
    before: float
    after: float
    indent: float
    is_bold: bool
    faces: frozenset[str]
    colours: frozenset[str]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line where the program puts it."""

    words: str
    size: float
    align: str
    box: Box
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Written:
    """A text in its box, with the room that its words have in it."""

    box: Box
    room: Box
    anchor: str
    wraps: bool
    paragraphs: tuple[Paragraph, ...]

    @property
    def words(self) -> str:
        return "\n".join(each.words for each in self.paragraphs)

    def lines(self) -> list[SetLine]:
        """Set the words: broken where the box wraps them, from the top, the middle or the foot of it."""
        set_, y = list[tuple[str, Paragraph, float]](), 0.0
        for number, each in enumerate(self.paragraphs):
            y += each.before if number else 0.0
            for line in self._broken(each):
                set_.append((line, each, y))
                y += each.height
            y += each.after if each is not self.paragraphs[-1] else 0.0
        free = self.room[3] - self.room[1] - y
        top = self.room[1] + free * {"t": 0.0, "ctr": 0.5, "b": 1.0}.get(self.anchor, 0.0)
        return [self._line(line, each, top + down) for line, each, down in set_]

    def _broken(self, each: Paragraph) -> list[str]:
        if not self.wraps:
            return [each.words]
        wide = self.room[2] - self.room[0] - each.indent
        return set_lines(each.words, each.size, wide, is_bold=each.is_bold)

    def _line(self, line: str, each: Paragraph, top: float) -> SetLine:
        wide, left, right = set_width(line, each.size, is_bold=each.is_bold), self.room[0] + each.indent, self.room[2]
        start = {"ctr": (left + right - wide) / 2, "r": right - wide}.get(each.align, left)
        return SetLine(line, each.size, each.align, (start, top, start + wide, top + each.height), each)


def overflowing(texts: Sequence[Written]) -> Iterator[str]:
    """Name the words that leave their box."""
    yield from (line.words for each in texts for line in each.lines() if not is_inside(line.box, each.box))


def off_slide(texts: Sequence[Written], size: tuple[float, float]) -> Iterator[str]:
    """Name the words that leave a slide of this size (points)."""
    slide = (0.0, 0.0, *size)
    yield from (line.words for each in texts for line in each.lines() if not is_inside(line.box, slide))


def overlapping(texts: Sequence[Written]) -> Iterator[tuple[str, str]]:
    """Name the pairs of texts whose letters lie on each other; lines of one box stand clear of each other."""
    inks = sorted(((ink_of(line), line.words, number) for number, each in enumerate(texts) for line in each.lines()
                   if line.words.strip()))
    for at, (box, words, number) in enumerate(inks):
        for other, its_words, its_number in inks[at + 1:]:
            if other[0] >= box[2] - 2 * ROOM:
                break
            if number != its_number and min(box[3], other[3]) - max(box[1], other[1]) > 0:
                yield words, its_words


def ink_of(line: SetLine) -> Box:
    """Give the box of a line's letters: without what its height leaves above and below, accents and tails."""
    left, top, right, bottom = line.box
    middle, half = (top + bottom) / 2, line.size * 0.46
    return left, middle - half, right, middle + half


def is_inside(box: Box, outer: Box, room: float = ROOM) -> bool:
    """Tell whether a box lies in another one, but for rounding."""
    return (box[0] >= outer[0] - room and box[1] >= outer[1] - room
            and box[2] <= outer[2] + room and box[3] <= outer[3] + room)


def written_of(body: Any, box: Box) -> Written | None:
    """Read the text of a shape; None when it says nothing."""
    how = body.find(f"{A}bodyPr")
    left, top, right, bottom = (_points(how.get(name), usual) for name, usual in INSETS.items())
    room = box[0] + left, box[1] + top, box[2] - right, box[3] - bottom
    fit = how.find(f"{A}normAutofit")
    share = int(fit.get("fontScale", 100_000)) / 100_000 if fit is not None else 1.0
    return _written(body, box, room, how.get("anchor", "t"), wraps=how.get("wrap") != "none", share=share)


def cells_of(table: Any, box: Box, share: tuple[float, float]) -> Iterator[Written]:
    """Read the texts of a table whose rows are as high as they say; a cell that is merged into another says nothing."""
    columns = _edges(box[0], (int(each.get("w")) / EMU_PER_POINT * share[0] for each in table.iter(f"{A}gridCol")))
    rows = _edges(box[1], (int(each.get("h")) / EMU_PER_POINT * share[1] for each in table.iter(f"{A}tr")))
    for row, (top, bottom) in zip(table.iter(f"{A}tr"), rows, strict=True):
        for at, cell in enumerate(row.iter(f"{A}tc")):
            left, right = columns[at][0], columns[at + int(cell.get("gridSpan", 1)) - 1][1]
            how = cell.find(f"{A}tcPr")
            inset = [_points(how.get(name) if how is not None else None, usual) for name, usual in CELL.items()]
            room = left + inset[0], top + inset[1], right - inset[2], bottom - inset[3]
            anchor = how.get("anchor", "t") if how is not None else "t"
            if found := _written(cell.find(f"{A}txBody"), (left, top, right, bottom), room, anchor, wraps=True):
                yield found


def paragraphs_of(body: Any, share: float = 1.0) -> tuple[Paragraph, ...]:
    """Read the paragraphs of a text, also those without words; `share` is how much smaller its box sets them."""
    return tuple(_paragraph(each, share) for each in body.iter(f"{A}p"))


def _edges(start: float, sizes: Iterator[float]) -> list[tuple[float, float]]:
    return list(pairwise(accumulate(sizes, initial=start)))


def _written(body: Any, box: Box, room: Box, anchor: str, *, wraps: bool, share: float = 1.0) -> Written | None:
    paragraphs = paragraphs_of(body, share) if body is not None else ()
    return Written(box, room, anchor, wraps, paragraphs) if any(each.words.strip() for each in paragraphs) else None


def _paragraph(element: Any, share: float) -> Paragraph:
    runs = [(run.find(f"{A}rPr"), run.findtext(f"{A}t") or "") for run in element
            if run.tag in (f"{A}r", f"{A}fld")]
    how, said = element.find(f"{A}pPr"), [properties for properties, _words in runs if properties is not None]
    size = max((int(each.get("sz")) / 100 for each in said if each.get("sz")), default=USUAL_SIZE) * share
    faces = frozenset(face.get("typeface") for each in said for face in each
                      if face.tag in (f"{A}latin", f"{A}ea", f"{A}cs"))
    colours = frozenset(each.get("val", "").upper() for run in said for each in run.iterfind(f"{A}solidFill/*"))
    return Paragraph(
        "".join(words for _properties, words in runs), size, how.get("algn", "l") if how is not None else "l",
        _spacing(how, "lnSpc", size, SINGLE * size), _spacing(how, "spcBef", size, 0.0),
        _spacing(how, "spcAft", size, 0.0), _points(how.get("marL"), 0.0) if how is not None else 0.0,
        any(each.get("b") in ("1", "true") for each in said), faces, colours,
    )


def _spacing(how: Any, name: str, size: float, usual: float) -> float:
    """Give a spacing in points, which a slide says in points or as a share of a single line."""
    found = how.find(f"{A}{name}") if how is not None else None
    if found is None or not len(found):
        return usual
    value = found[0].get("val", "0").rstrip("%")
    is_share = found[0].tag == f"{A}spcPct"
    return int(value) / 100_000 * SINGLE * size if is_share else int(value) / 100


def _points(value: str | None, usual: float) -> float:
    return usual if value is None else int(value) / EMU_PER_POINT
