"""What the one file tells of a crowd by column is what it would tell row by row."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from i18n.text import Lang
from layers.registry import bringing
from layers.wording import facts, records
from render.onefile.columns import Pool, pack
from render.onefile.crowd import crowd_facets, crowd_told
from render.onefile.told import table_columns
from render.web_crowd import crowd_of
from scene.sieve import read_sieve
from tests.profile import many
from tests.render.picture.crowds import crowd

KINDS = {1: "u1", 2: "<u2"}


def opened(column: Any) -> list[Any]:
    """Read a column as the page does (columns.js)."""
    if "count" in column:
        return list(column["cells"] * column["count"])
    if "numbers" not in column:
        return list(column["cells"])
    numbers = np.frombuffer(b64decode(column["numbers"]), KINDS[column["bytes"]])
    return [column["cells"][number] for number in numbers]


@given(st.lists(st.integers(0, 700), min_size=1, max_size=many(sample=60, prove=2_000)),
       st.sampled_from([str, lambda one: [one], int]))
def test_a_packed_column_holds_every_cell(numbers: list[int], write: Any) -> None:
    cells = [write(number) for number in numbers]
    assert opened(pack(cells)) == cells


def test_a_column_that_says_the_same_stands_there_once() -> None:
    pool = Pool()
    assert [pool.add(["a", "b"]), pool.add([["a", "b"], "b"]), pool.add(["a", "b"])] == [0, 1, 0]
    assert len(pool.columns) == 2


def test_a_crowd_tells_the_facts_and_codes_of_its_rows() -> None:
    layer = crowd()
    with bringing([layer]):
        sieve = read_sieve(layer)
        told: Any = crowd_told(sieve, table_columns())
        names = crowd_of(layer, sieve.rows)["names"]
        columns = [opened(each) if each else names for each in told["packed"]["columns"]]
        for at, row in enumerate(records(sieve.rows.drop(columns="geometry"))):
            cells = [columns[number][at] for number in told["packed"]["facts"]]
            for place, lang in enumerate(Lang):
                said = [(label[place], cell if isinstance(cell, str) else cell[place])
                        for label, cell in zip(told["labels"], cells, strict=False)]
                assert [pair for pair in said if pair[1]] == list(facts(layer, row, lang))
        codes: Any = crowd_facets(sieve)
        for key, facet in sieve.facets.items():
            heading = codes["headings"][key]
            assert heading["codes"] == list(facet.codes)
            assert opened(heading["rows"]) == [np.flatnonzero(each).tolist() for each in facet.member]
