from pathlib import Path

import pytest

from geo.tables import read_table, read_things
from i18n.errors import AtlasError
from i18n.text import Lang


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand a table alone in the data folder."""
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    return tmp_path / "table.csv"


def test_every_cell_is_text_as_it_was_written(table: Path) -> None:
    table.write_text('code,lat,note\nNA,007,"two\nlines"\nnull,1e5,\n', encoding="utf-8")
    assert read_table("table.csv").to_numpy().tolist() == [["NA", "007", "two\nlines"], ["null", "1e5", ""]]


def test_a_table_is_read_again_when_its_file_changes(table: Path) -> None:
    table.write_text("code\nA\n", encoding="utf-8")
    assert list(read_table("table.csv")["code"]) == ["A"]
    table.write_text("code\nA\nB\n", encoding="utf-8")
    assert list(read_table("table.csv")["code"]) == ["A", "B"]


def test_whoever_changes_a_table_changes_only_his_own_copy(table: Path) -> None:
    table.write_text("code\nA\n", encoding="utf-8")
    mine = read_table("table.csv")
    mine["code"] = "changed"
    assert list(read_table("table.csv")["code"]) == ["A"]


def test_things_are_made_row_by_row(table: Path) -> None:
    table.write_text("code,lat\nA,1.5\nB,-2\n", encoding="utf-8")
    assert read_things("table.csv", lambda row: (row["code"], float(row["lat"]))) == [("A", 1.5), ("B", -2.0)]


def test_a_thing_without_its_column_is_told(table: Path) -> None:
    table.write_text("code\nA\n", encoding="utf-8")
    with pytest.raises(AtlasError, match=r"table\.csv: column lat is missing"):
        read_things("table.csv", lambda row: row["lat"])


def test_a_thing_without_its_number_is_told_with_its_row(table: Path) -> None:
    table.write_text("code,lat\nA,1\nB,north\n", encoding="utf-8")
    with pytest.raises(AtlasError) as caught:
        read_things("table.csv", lambda row: float(row["lat"]))
    assert "table.csv 3行目" in caught.value.text[Lang.JA]
    assert "north" in caught.value.text[Lang.EN]


def test_a_folder_in_the_place_of_a_table_is_told(table: Path) -> None:
    table.mkdir()
    with pytest.raises(AtlasError, match=r"table\.csv cannot be read"):
        read_table("table.csv")


def test_an_open_quotation_mark_is_told_and_not_swallowed(table: Path) -> None:
    table.write_text('code,lat\nA,1\n"B,2\nC,3\n', encoding="utf-8")
    with pytest.raises(AtlasError, match="row 3: 1 cells; the header has 2"):
        read_table("table.csv")
