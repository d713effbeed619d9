"""Many rows are read in one go wherever that says the same as reading them one by one."""

from __future__ import annotations

import re

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n.errors import AtlasError
from own import csv_file, even, grid, located, sheets
from own.grid import Grid
from own.heap import Heap
from own.numerals import LONGEST_NUMBER, as_written, plain_numbers
from own.placing import stand_well
from own.question import Answers
from own.raw import Raw, taken, written
from own.shapes import settle
from own.squares import SIDE
from tests.own.here import read_here
from tests.own.made import book
from tests.profile import many

ODD = ("", " ", " a", "b ", "\u3000c", "#N/A", "\x1e", "\x1f", "d\ne", "塔", "\ufffd", "f" * 2_001)
CELLS = st.one_of(st.sampled_from(ODD), st.text(max_size=3))
PLAIN = r"[-+]?[0-9]{0,3}(\.[0-9]{0,6})?"
EARTH = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
LINES = st.lists(st.lists(CELLS, max_size=4), max_size=30)


def held(lines: list[list[str]], *, at_once: bool) -> object:
    """Give all that a grid makes of lines, or its refusal."""
    made = Grid("a.csv")
    try:
        if at_once:
            made.add_all(lines, 1)
        else:
            for number, line in enumerate(lines, 1):
                made.add(line, number)
    except AtlasError as error:
        return error.text
    return made.lines, made.numbers, list(made.notes())


@settings(max_examples=many(sample=60, prove=2_000))
@given(LINES)
def test_lines_that_come_together_are_kept_as_those_that_come_one_by_one(lines: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grid, "AT_ONCE", 3)
        patch.setattr(grid, "MOST_ROWS", 20)
        patch.setattr(grid, "MOST_COLUMNS", 3)
        assert held(lines, at_once=True) == held(lines, at_once=False)


@settings(max_examples=many(sample=60, prove=2_000))
@given(LINES)
def test_what_a_grid_keeps_comes_out_of_the_process_as_it_went_in(lines: list[list[str]]) -> None:
    made = Grid("a.csv")
    made.add_all(lines, 1)
    raw = taken(written(Raw(made.lines, made.numbers)))
    assert (raw.lines, raw.numbers) == (made.lines, made.numbers)


def test_squares_tell_the_countries_of_points_that_a_close_look_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = np.random.default_rng(1)
    corners = np.stack(np.meshgrid(np.arange(-180, 181, 4 * SIDE), np.arange(-90, 91, 4 * SIDE)), axis=-1)
    spread = dice.uniform((-180, -90), (180, 90), (2_000, 2))
    coast = shapely.get_coordinates(located._lands()[0])[::60] + dice.normal(0, located.NEAR, 2)
    beside = np.clip(coast, (-180, -90), (180, 90))
    points: located.Shapes = np.array(shapely.points(np.concatenate([corners.reshape(-1, 2), spread, beside])))
    closely = located.countries_of(points)
    monkeypatch.setattr(located, "MANY", 1)
    assert located.countries_of(points) == closely
    assert {"", "JPN", "BRA"} <= set(closely)


@settings(max_examples=many(sample=200, prove=20_000))
@given(st.lists(st.from_regex(PLAIN, fullmatch=True), min_size=1, max_size=5))
def test_numbers_that_are_made_of_their_own_cells_are_written_as_those_that_are_reckoned(cells: list[str]) -> None:
    numbers, written = plain_numbers(cells), as_written(cells)
    if numbers is not None and written:
        assert written == ["" if cell == "nan" else cell for cell in map("{:.15g}".format, numbers.tolist())]


@settings(max_examples=many(sample=200, prove=20_000))
@given(st.lists(st.one_of(st.from_regex(PLAIN, fullmatch=True), CELLS), max_size=4))
def test_a_column_is_read_as_plain_numbers_where_each_of_its_cells_is_one(cells: list[str]) -> None:
    is_plain = any(cells) and all(map(is_number, filter(None, cells)))
    numbers = plain_numbers(cells)
    assert (numbers is not None) == is_plain
    if numbers is not None:
        assert repr(numbers.tolist()) == repr([float(cell or "nan") for cell in cells])


def is_number(cell: str) -> bool:
    """Tell whether a cell is a short number, and no code such as 090."""
    return bool(re.fullmatch(r"(?a)[-+]?(?!0\d)(\d+\.?\d*|\.\d+)", cell)) and len(cell) <= LONGEST_NUMBER


def test_degrees_of_a_column_are_made_of_their_own_cells() -> None:
    assert as_written(["35.6800", "-10.0000", "0.0000", "139.7612"]) == ["35.68", "-10", "0", "139.7612"]
    assert as_written(["1", "", "20"]) == ["1", "", "20"]
    for reckoned in (["0.00001"], ["+1"], [".5"], ["1.50", "2"]):
        assert not as_written(reckoned)


@settings(max_examples=many(sample=60, prove=2_000))
@given(st.lists(EARTH, min_size=1, max_size=20))
def test_nothing_is_done_to_points_whose_numbers_say_that_they_stand_well(places: list[tuple[float, float]]) -> None:
    lon, lat = np.array(places).T
    heap = Heap(shapely.points(lon, lat), range(len(places)))
    settle(heap, "a.csv", "", Answers())
    at_zero = bool(((lon == 0) & (lat == 0)).any())
    assert stand_well(lon, lat) is not at_zero
    assert (shapely.get_coordinates(heap.shapes) == np.array(places)).all()
    assert bool(heap.notes) is at_zero


@settings(max_examples=many(sample=200, prove=20_000))
@given(st.text(alphabet='a塔 "#,;\t\n\r\u3000\ufffd\x1f\ud800', max_size=20))
def test_a_text_that_is_taken_as_it_stands_says_what_it_says_line_by_line(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(even, "LONGEST_CELL", 8)
        patch.setattr(grid, "LONGEST_CELL", 8)
        at_once = read_table(content)
        patch.setattr(csv_file, "even_text", lambda _text, _delimiter: None)
        assert at_once == read_table(content)


def read_table(content: bytes) -> object:
    """Give all that is read of a CSV, or its refusal."""
    try:
        raw = csv_file.read(content, "a.csv", Answers())
    except AtlasError as error:
        return error.text
    return list(raw.lines), raw.numbers, raw.notes


def test_a_plain_table_is_taken_as_it_stands() -> None:
    for content in (b"a,b\r\n1,2\r\n", "名前\t緯度\n塔\t1".encode(), b"a\nb"):
        assert isinstance(csv_file.read(content, "a.csv", Answers()).lines, even.Even)
    for content in (b"a,b\n1\n", b"a,b\n1,\n", b"a,b\n1, 2\n", b'a,b\n"1",2\n', b"a,b\n1,#N/A\n", b"a\n\nb"):
        assert not isinstance(csv_file.read(content, "a.csv", Answers()).lines, even.Even)


def sheet(*rows: str) -> bytes:
    """Write the XML of a sheet."""
    return "".join(('<sheetData><row r="1">', '</row><row r="2">'.join(rows), "</row></sheetData>")).encode()


def test_rows_of_a_sheet_count_that_say_something(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 2)
    said = ["<c><v>1</v></c>", '<c t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>', "<c><f>A1</f><v/></c>"]
    blank = ['<c s="1"/>', "<c><v></v></c>", "<c><v/></c>", '<c><f t="shared" si="0"/><v></v></c>']
    found = sheets.too_long({"three": sheet(*said, *blank), "four": sheet(*said, said[0]), "blank": sheet(*9 * blank)})
    assert found == {"four"}


def test_a_workbook_of_far_too_many_rows_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 2)
    short: list[list[object]] = [["緯度", "経度"], [1, 2]]
    long = [*short, *short, *short]
    for content, answers in ((book({"A": long}), Answers()), (book({"A": long, "B": short}), Answers(table="A"))):
        with pytest.raises(AtlasError) as caught:
            read_here(content, "点.xlsx", answers)
        assert caught.value.text == grid.too_many("点.xlsx", rows=True).text
    assert len(read_here(book({"A": long, "B": short}), "点.xlsx", Answers(table="B")).lines) == 2
