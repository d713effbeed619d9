"""A facet: the codes that the rows of a layer carry under one heading, held so that counting is quick."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Whole = NDArray[np.int64]
Cell = TypeVar("Cell", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """The codes, and each place where a row carries one: the row's number and the code's, in the rows' order."""

    codes: tuple[str, ...]
    count: int  # of rows
    rows: Whole
    carried: Whole

    @classmethod
    def of(cls, codes_of_rows: Iterable[Collection[str]]) -> Facet:
        """Make the facet of what each row carries."""
        return cls.read(map(tuple, codes_of_rows), lambda codes: codes)

    @classmethod
    def read(cls, cells: Iterable[Cell], codes_of: Callable[[Cell], Collection[str]]) -> Facet:
        """Make the facet of a cell a row; rows of the same cell carry the same codes, so each cell is read once."""
        every = list(cells)
        numbers = {cell: number for number, cell in enumerate(dict.fromkeys(every))}
        kinds = np.fromiter(map(numbers.__getitem__, every), dtype=np.int64, count=len(every))
        return cls.read_kinds(kinds, list(numbers), codes_of)

    @classmethod
    def read_kinds(cls, kinds: Whole, cells: Sequence[Cell], codes_of: Callable[[Cell], Collection[str]]) -> Facet:
        """Make the facet of the number of each row's cell among the different ones, in the order of their coming."""
        read = [tuple(dict.fromkeys(codes_of(cell))) for cell in cells]
        codes = tuple(dict.fromkeys(chain.from_iterable(read)))
        place = {code: number for number, code in enumerate(codes)}
        flat = np.array([place[code] for each in read for code in each], dtype=np.int64)
        lengths = np.array([len(each) for each in read], dtype=np.int64)
        starts = np.cumsum(lengths) - lengths
        held = lengths[kinds]
        rows = np.repeat(np.arange(len(kinds)), held)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(held) - held, held)
        return cls(codes, len(kinds), rows, flat[starts[kinds[rows]] + within])

    @property
    def member(self) -> Mask:
        """Tell of each row (down) and code (across) whether the row carries it."""
        member = np.zeros((self.count, len(self.codes)), dtype=np.bool_)
        member[self.rows, self.carried] = True
        return member

    def any_of(self, chosen: Iterable[str]) -> Mask:
        """Tell for each row whether it carries one of the chosen codes."""
        wanted = set(chosen)
        among = np.array([code in wanted for code in self.codes], dtype=np.bool_)
        mask = np.zeros(self.count, dtype=np.bool_)
        mask[self.rows[among[self.carried]]] = True
        return mask

    def counts(self, mask: Mask) -> dict[str, int]:
        """Count the rows of a mask under each code."""
        counted = np.bincount(self.carried[mask[self.rows]], minlength=len(self.codes))
        return dict(zip(self.codes, map(int, counted), strict=True))
