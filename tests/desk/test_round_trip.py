"""A workbook that is written, edited and applied gives exactly the edit."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner, Result

import cli
from desk.apply import look_at
from desk.book import book_of, write_book
from desk.difference import compare, settled
from desk.reading import read_book
from desk.sheets import FIRST_ROW, sheet_of
from geo.tables import read_table
from i18n.errors import AtlasError
from i18n.text import Lang
from layers.edits import Edit, Kind, read_edits
from layers.support import all_tables
from scripts import office
from tests.desk.books import edited, letter, row_of, setting, written
from tests.folders import contents, copied_data

TODAY = datetime.date.today().isoformat


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    return folder


@pytest.fixture
def book(data: Path, tmp_path: Path) -> Path:
    write_book(tmp_path / "out.xlsx", Lang.JA)
    return tmp_path / "out.xlsx"


def apply(path: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.app, ["workbook", "apply", str(path), "--lang", "en", *words])


def an_edit(book: Workbook) -> None:
    """Change a memorandum, take a term out, write a new one below the last."""
    mocs, terms = book["mocs"], book["glossary"]
    mocs[f"{letter(mocs, 'status_as_of')}{FIRST_ROW}"].value = "2026-11"
    terms.delete_rows(row_of(terms, "mic"))
    cells = ("desk", "=担当課", "-desk", "外国を担当する部署。", "The section in charge of a country.", None)
    for column, cell in enumerate(cells, 1):
        terms.cell(terms.max_row if column > 1 else terms.max_row + 1, column).value = cell
        if cell:
            terms.cell(terms.max_row, column).data_type = "s"


THE_EDIT = {
    ("glossary.csv", "desk", Kind.ADDED, "term_ja", "", "=担当課"),
    ("glossary.csv", "desk", Kind.ADDED, "term_en", "", "-desk"),
}


def parts(edit: Edit) -> tuple[str, str, Kind, str, str, str]:
    return edit.file, edit.id, edit.kind, edit.column, edit.old, edit.new


# --- nothing edited ---


@given(st.data())
@settings(max_examples=12)
def test_a_workbook_of_any_tables_and_rows_comes_back_as_it_was(data: st.DataObject) -> None:
    files = data.draw(st.lists(st.sampled_from(list(all_tables())), min_size=1, max_size=3, unique=True))
    tables = {}
    for file in files:
        table = read_table(file)
        rows = data.draw(st.sets(st.integers(0, len(table) - 1), min_size=1, max_size=12))
        tables[file] = table.iloc[sorted(rows)].reset_index(drop=True)
    assert differences(tables, data.draw(st.sampled_from(list(Lang)))) == []


WRITABLE = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cn"]), max_size=30)


@given(st.lists(WRITABLE.filter(lambda text: "_x" not in text), min_size=6, max_size=6).filter(any),
       st.sampled_from(list(Lang)))
def test_any_text_comes_back_as_it_was(cells: list[str], lang: Lang) -> None:
    columns = list(read_table("glossary.csv").columns)
    assert differences({"glossary.csv": pd.DataFrame([cells], columns=columns, dtype=object)}, lang) == []


def differences(tables: dict[str, pd.DataFrame], lang: Lang) -> list[Edit]:
    """Write tables, read them back, and list what differs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        path.write_bytes(book_of(tables, lang))
        declared = {file: all_tables()[file] for file in tables}
        back = read_book(path, declared, {file: list(map(str, table.columns)) for file, table in tables.items()})
    assert back.problems == []
    pages = {file: settled(tables[file], page, declared[file]) for file, page in back.pages.items()}
    assert pages.keys() == tables.keys()
    return [edit for file, page in pages.items() for edit in compare(file, tables[file], page.table, declared[file])]


def test_a_workbook_that_nobody_touched_says_that_nothing_changes(book: Path, data: Path) -> None:
    assert apply(book).stdout == "No changes. Nothing was written.\n"
    assert not (data / ".apply").exists()


def test_every_cell_is_text_so_that_namibia_and_dates_stay(book: Path) -> None:
    sheets = load_workbook(book)
    assert set(map(sheet_of, all_tables())) < set(sheets.sheetnames)
    countries = sheets["country_regions"]
    assert countries[f"B{row_of(countries, 'NAM')}"].value == "NA"
    kinds = {type(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert kinds == {str, type(None)}
    assert {cell.number_format for row in countries.iter_rows() for cell in row} == {"@"}


def test_coded_columns_offer_their_codes(book: Path) -> None:
    sheets = load_workbook(book)
    sites = sheets["datacenters"]
    (offer,) = [each for each in sites.data_validations.dataValidation
                if f"{letter(sites, 'confidence')}{FIRST_ROW}" in each.sqref]
    name, _, cells = offer.formula1.partition("!")
    assert [cell[0].value for cell in sheets[name.strip("'")][cells.replace("$", "")]] == ["high", "medium", "low"]


def test_the_headers_stay_in_sight_and_say_what_columns_mean(book: Path) -> None:
    sheet = load_workbook(book)["mocs"]
    assert sheet.freeze_panes == f"B{FIRST_ROW}"
    assert sheet[f"{letter(sheet, 'title_en')}2"].value == "文書(英語)"


def test_a_workbook_that_is_there_is_not_touched(book: Path) -> None:
    before = book.read_bytes()
    result = CliRunner().invoke(cli.app, ["workbook", "write", str(book), "--lang", "en"])
    assert (result.exit_code, result.stderr) == (
        1, "out.xlsx is already there; choose another name or move it first.\n")
    assert book.read_bytes() == before


@pytest.mark.parametrize(("name", "said"), [("out.csv", "ending in .xlsx"), ("no/out.xlsx", "no folder")])
def test_a_workbook_cannot_be_written_just_anywhere(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(AtlasError) as error:
        write_book(tmp_path / name, Lang.EN)
    assert said in error.value.text[Lang.EN]


# --- edited ---


def test_an_edit_saved_by_libreoffice_gives_exactly_the_edit(book: Path, data: Path, tmp_path: Path) -> None:
    before = {file: read_table(file) for file in all_tables()}
    bytes_before = {file: (data / file).read_bytes() for file in all_tables()}
    (tmp_path / "office").mkdir()
    once = office.save_as("xlsx", book, tmp_path / "office")
    again = office.save_as("xlsx", edited(once.read_bytes(), an_edit, tmp_path / "in.xlsx"), tmp_path / "office")
    result = apply(again, "--note", "Test of the desk")
    assert result.exit_code == 0, result.stderr
    assert "1 rows added, 1 rows removed, 1 cells changed." in result.stdout
    changed = {file for file, content in bytes_before.items() if (data / file).read_bytes() != content}
    assert changed == {"mocs.csv", "glossary.csv"}
    lines = (data / "mocs.csv").read_bytes().splitlines()
    differing = [number for number, (new, old) in enumerate(zip(lines, bytes_before["mocs.csv"].splitlines(),
                                                                strict=True)) if new != old]
    assert differing == [1]
    assert read_table("mocs.csv")["status_as_of"][0] == "2026-11"
    terms = read_table("glossary.csv")
    assert list(terms["term_id"]) == [*(key for key in before["glossary.csv"]["term_id"] if key != "mic"), "desk"]
    assert terms.iloc[-1]["term_ja"] == "=担当課"
    assert {parts(each.edit) for each in read_edits()} >= THE_EDIT
    assert {(each.date, each.note) for each in read_edits()} == {(TODAY(), "Test of the desk")}
    assert apply(again).stdout == "No changes. Nothing was written.\n"


def test_a_dry_run_prints_the_difference_and_writes_nothing(book: Path, data: Path, tmp_path: Path) -> None:
    before = contents(data)
    path = edited(book.read_bytes(), setting("mocs", "status", "superseded"), tmp_path / "in.xlsx")
    moc = read_table("mocs.csv").iloc[0]
    said = apply(path, "--dry-run").stdout.splitlines()
    assert said == [
        f"changed mocs.csv {moc['moc_id']} status: “{moc['status']}” → “superseded”",
        "0 rows added, 0 rows removed, 1 cells changed.",
        "This was a dry run. Nothing was written.",
    ]
    assert contents(data) == before


def test_a_row_that_others_refer_to_cannot_be_taken_away(book: Path, data: Path, tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        book["cables"].delete_rows(row_of(book["cables"], "tonga-cable"))

    result = apply(edited(book.read_bytes(), edit, tmp_path / "in.xlsx"))
    assert result.exit_code == 1
    assert "value “tonga-cable” is not allowed. Allowed: a value of column cable_id in cables.csv." in result.stderr


def test_keys_are_those_of_the_new_tables(book: Path, data: Path, tmp_path: Path) -> None:
    """A region that is renamed in its own table alone leaves the countries without one."""
    def edit(book: Workbook) -> None:
        body = book["regions"]
        body[f"A{row_of(body, 'africa')}"].value = "africas"

    said = apply(edited(book.read_bytes(), edit, tmp_path / "in.xlsx")).stderr
    assert "country_regions.csv" in said
    assert "Traceback" not in said


def test_a_field_of_the_plan_that_is_new_may_be_used_in_the_same_workbook(
    book: Path, data: Path, tmp_path: Path
) -> None:
    def edit(book: Workbook) -> None:
        fields = book["fields"]
        fields.append(["new_field", *(cell.value for cell in fields[FIRST_ROW][1:])])
        setting("mocs", "field_id", "new_field")(book)

    result = apply(edited(book.read_bytes(), edit, tmp_path / "in.xlsx"))
    assert result.exit_code == 0, result.stderr
    assert read_table("mocs.csv")["field_id"][0] == read_table("fields.csv")["field_id"].iloc[-1] == "new_field"


# --- what a spreadsheet does to cells ---


def outcome(edit_value: object, column: str, number_format: str = "General") -> list[Edit]:
    """Set a cell of the first data centre to a value as a spreadsheet would hold it; list the edits."""

    def edit(book: Workbook) -> None:
        sheet = book["datacenters"]
        cell = sheet[f"{letter(sheet, column)}{FIRST_ROW}"]
        cell.value = edit_value
        cell.number_format = number_format

    file = "datacenters.csv"
    with tempfile.TemporaryDirectory() as folder:
        path = edited(written([file]), edit, Path(folder) / "in.xlsx")
        back = read_book(path, {file: all_tables()[file]}, {file: list(read_table(file).columns)})
    page = settled(read_table(file), back.pages[file], all_tables()[file])
    return list(compare(file, read_table(file), page.table, all_tables()[file]))


@pytest.mark.parametrize(
    ("column", "value", "number_format"),
    [("lon", 69.216, "General"), ("year", 2023, "General"), ("year", 2023.0, "0"),
     ("status_as_of", datetime.datetime(2023, 1, 1), "yyyy-mm-dd")],
)
def test_a_number_or_a_day_that_says_what_the_text_said_is_no_change(
    column: str, value: object, number_format: str
) -> None:
    assert outcome(value, column, number_format) == []


@pytest.mark.parametrize(
    ("column", "value", "number_format", "text"),
    [
        ("lon", 69.25, "General", "69.25"), ("year", 2024, "General", "2024"),
        ("lat", 1e-7, "General", "0.0000001"),
        ("status_as_of", datetime.datetime(2024, 5, 6), "yyyy-mm-dd", "2024-05-06"),
        ("status_as_of", datetime.datetime(2024, 5, 1), "mmm-yy", "2024-05"),
    ],
)
def test_a_new_number_or_day_becomes_text(column: str, value: object, number_format: str, text: str) -> None:
    assert [(edit.column, edit.new) for edit in outcome(value, column, number_format)] == [(column, text)]


def test_a_sheet_that_was_sorted_is_no_change(tmp_path: Path) -> None:
    file = "glossary.csv"
    table = read_table(file)
    path = tmp_path / "in.xlsx"
    path.write_bytes(book_of({file: table.iloc[::-1].reset_index(drop=True)}, Lang.EN))
    back = read_book(path, {file: all_tables()[file]}, {file: list(table.columns)})
    page = settled(table, back.pages[file], all_tables()[file])
    pd.testing.assert_frame_equal(page.table, table)
    assert page.numbers[0] == FIRST_ROW + len(table) - 1


def test_looking_at_a_workbook_writes_nothing(book: Path, data: Path) -> None:
    before = sorted(data.iterdir())
    assert look_at(book).edits == ()
    assert sorted(data.iterdir()) == before
