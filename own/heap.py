"""Shapes with the rows that they belong to, while some are repaired and others left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from i18n.own import NO_ROWS_REASON
from i18n.text import Text
from own.report import Note, Treatment, about

PARTED = Text("", " ")
MOST_REASONS = 3
Shapes = NDArray[Any]
Mask = NDArray[np.bool_]


class Heap:
    """The shapes that are still in, where each stood at first, its number, and what was said so far."""

    def __init__(self, shapes: Iterable[Any], numbers: Sequence[int], notes: Iterable[Note] = ()) -> None:
        every = shapes if isinstance(shapes, np.ndarray) else list(shapes)
        self.shapes: Shapes = np.empty(len(every), dtype=object)
        self.shapes[:] = every
        self.numbers = np.asarray(numbers, dtype=np.int64)
        self.places = np.arange(len(every))
        self.notes = list(notes)

    def leave_out(self, mask: Mask, text: Text, **said: object) -> None:
        """Leave rows out and say why; the text may use {count} beside what is `said`."""
        self.tell(mask, text, Treatment.LEFT_OUT, **said)
        if mask.any():
            self.shapes, self.numbers, self.places = self.shapes[~mask], self.numbers[~mask], self.places[~mask]

    def tell(self, mask: Mask, text: Text, treatment: Treatment, **said: object) -> None:
        """Say something of the rows in a mask, if there are any."""
        if mask.any():
            self.notes.append(about(treatment, text, self.numbers[mask].tolist(), **said))

    def replace(self, places: NDArray[np.int64], shapes: Iterable[Any]) -> None:
        """Put other shapes in the place of some."""
        for place, shape in zip(places.tolist(), shapes, strict=True):
            self.shapes[place] = shape

    def coordinates(self) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Give all vertices, and for each the shape that it belongs to."""
        return shapely.get_coordinates(self.shapes, return_index=True)

    def any_vertex(self, mask: Mask, index: NDArray[np.int64]) -> Mask:
        """Turn a mask of vertices into one of shapes."""
        found = np.zeros(len(self.shapes), dtype=bool)
        found[index[mask]] = True
        return found

    def reasons(self) -> Text:
        """Say why rows were left out, the first reasons of many."""
        left = [note.text for note in self.notes if note.treatment == Treatment.LEFT_OUT]
        return PARTED.join(left[:MOST_REASONS]) if left else NO_ROWS_REASON
