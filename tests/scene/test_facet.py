from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from scene.facet import Facet
from tests.profile import many

CELLS = st.lists(st.lists(st.sampled_from("abcde"), max_size=3).map(tuple), max_size=30)


@given(CELLS, st.sets(st.sampled_from("abcdef")), st.integers(0, 2**30))
@settings(max_examples=many(sample=60, prove=2000), deadline=None)
def test_rows_are_found_and_counted_by_the_codes_that_they_carry(
    cells: list[tuple[str, ...]], chosen: set[str], seed: int,
) -> None:
    facet, mask = Facet.of(cells), np.random.default_rng(seed).random(len(cells)) < 0.5
    assert facet.any_of(chosen).tolist() == [bool(chosen & set(cell)) for cell in cells]
    assert facet.counts(mask) == {code: sum(code in cell for cell, counts in zip(cells, mask, strict=True) if counts)
                                  for code in facet.codes}
    assert [{facet.codes[at] for at in np.flatnonzero(row)} for row in facet.member] == list(map(set, cells))
