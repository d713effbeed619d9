"""Numbers of one's own in classes: round edges, shades from little to much, nothing for what counts nothing."""

from __future__ import annotations

import pandas as pd
import pytest

from i18n.text import same
from layers.base import Category
from own.classes import SHADES, Classed, classed
from own.columns import understand
from own.numerals import plain_numbers

BLANK = Category("blank", same("(空欄)"), "#767676")


def classes(name: str, cells: list[str]) -> list[Classed]:
    """Put one column into classes."""
    column, values = understand(1, name, cells, plain_numbers(cells))
    return classed([column], pd.DataFrame({column.id: values}), ("", False), BLANK)


def test_a_column_that_counts_is_parted_at_round_numbers_from_little_to_much() -> None:
    (found,) = classes("件数", [str(number * number) for number in range(3, 23)])
    assert [category.label.ja for category in found.field.categories] == [
        "46 未満", "46 以上 110 未満", "110 以上 210 未満", "210 以上 330 未満", "330 以上"]
    assert [category.colour for category in found.field.categories] == [*SHADES]
    assert {found.codes.count(code) for code in set(found.codes)} == {4}
    assert found.field.filters


def test_a_number_on_an_edge_belongs_to_the_class_that_names_it_first_and_a_blank_to_none() -> None:
    (found,) = classes("額", ["0", "0", "10", "10", "20", "20", "30", "", "未定"][:8])
    labels = {category.code: category.label.ja for category in found.field.categories}
    assert [labels[code] for code in found.codes][2].startswith("10 以上")
    assert labels[found.codes[-1]] == "(空欄)"


@pytest.mark.parametrize(("name", "cells"), [
    ("No.", ["3", "9", "27", "81", "5"]), ("順", ["1", "2", "3", "4", "5", "6"]), ("電話番号", ["3", "9", "27", "81"]),
    ("緯度", ["3", "9", "27", "81"]), ("有無", ["0", "1", "1", "2"]), ("都市", ["甲", "乙", "丙", "丁"]),
    ("空", ["", ""]),
])
def test_what_counts_nothing_has_no_classes(name: str, cells: list[str]) -> None:
    if name == "緯度":
        column, values = understand(1, name, cells, plain_numbers(cells))
        east, others = understand(2, "経度", cells, plain_numbers(cells))
        assert classed([column, east], pd.DataFrame({"c1": values, "c2": others}), ("", False), BLANK) == []
    else:
        assert classes(name, cells) == []
