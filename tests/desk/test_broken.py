"""Every kind of broken workbook is answered in one clear line, and nothing changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner, Result

import cli
from desk import words
from desk.apply import look_at
from desk.sheets import FIRST_ROW
from i18n.errors import AtlasError
from layers.support import all_tables
from tests.desk.books import Edit, edited, rewritten, setting, written
from tests.folders import contents, copied_data
from tests.own.bad_files import NO_LZMA
from tests.own.made import said_to_be_lzma, zipped

FILES = ("datacenters.csv", "bodies.csv", "cable_land_notes.csv", "cable_support.csv", "glossary.csv")
SITES = "datacenters"
FAR = 60_000


@pytest.fixture(scope="module")
def content() -> bytes:
    return written(FILES)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the desk have a few tables only: what is broken is told long before the whole is looked at."""
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    few = {file: all_tables()[file] for file in FILES}
    for module in ("apply", "book", "checking"):
        monkeypatch.setattr(f"desk.{module}.all_tables", lambda: few)
    return folder


def apply(path: Path) -> Result:
    return CliRunner().invoke(cli.app, ["workbook", "apply", str(path), "--lang", "en"])


def removing_column(book: Workbook) -> None:
    book[SITES].delete_cols(5)


def doubling_a_row(sheet: str) -> Edit:
    return lambda book: book[sheet].append([cell.value for cell in book[sheet][FIRST_ROW]])


def doubling_a_column(book: Workbook) -> None:
    sheet = book[SITES]
    last = sheet.max_column + 1
    for row in (1, 2, 3):
        sheet.cell(row, last).value = sheet.cell(row, 2).value


def blanking_a_row(book: Workbook) -> None:
    for cell in book[SITES][5]:
        cell.value = None


def without_a_source(book: Workbook) -> None:
    for column in ("source_urls", "source_note_ja", "source_note_en"):
        setting(SITES, column, None)(book)


def hiding_rows(book: Workbook) -> None:
    for row in (4, 5):
        book[SITES].row_dimensions[row].hidden = True


def hiding_a_column(book: Workbook) -> None:
    book[SITES].column_dimensions["C"].hidden = True


def renaming(book: Workbook) -> None:
    book[SITES].title = "centres"


def truth(book: Workbook) -> None:
    setting(SITES, "year", True)(book)


def another_version(book: Workbook) -> None:
    setting(SITES, "city_en", "Elsewhere")(book)
    sheet = book[words.HOW_TO]
    next(cell for cell in sheet["C"] if sheet.cell(cell.row, 1).value == "datacenters.csv").value = "0123456789abcdef"


def no_version(book: Workbook) -> None:
    setting(SITES, "city_en", "Elsewhere")(book)
    book[words.HOW_TO].delete_rows(1, 100)


BROKEN: dict[str, tuple[Edit, str, str]] = {
    "a code that is none": (setting(SITES, "status", "sunk"), "status", "Allowed: operating / "),
    "a code in capitals": (setting(SITES, "status", "PLANNED"), "status", "Allowed: operating / "),
    "a code with a blank": (setting(SITES, "status", "planned "), "status", "Allowed: operating / "),
    "a field of no plan": (setting(SITES, "field_id", "trains"), "field_id", "Allowed: open_ran_5g /"),
    "a day that is none": (setting(SITES, "status_as_of", "2023-02-30"), "status_as_of", "YYYY-MM-DD"),
    "a date in words": (setting(SITES, "status_as_of", "last year"), "status_as_of", "YYYY-MM-DD"),
    "a date with slashes": (setting(SITES, "status_as_of", "2023/02/03"), "status_as_of", "YYYY-MM-DD"),
    "a serial number for a date": (setting(SITES, "status_as_of", 45000), "status_as_of", "value “45000”"),
    "a time of day": (setting(SITES, "status_as_of", datetime(2024, 1, 1, 9, 30)), "status_as_of", "time of day"),
    "a time without a day": (setting(SITES, "status_as_of", time(9, 30)), "status_as_of", "time of day"),
    "a country that is none": (setting(SITES, "iso_a3", "XXX"), "iso_a3", "ISO 3166-1"),
    "a country in small letters": (setting(SITES, "iso_a3", "uzb"), "iso_a3", "ISO 3166-1"),
    "countries joined by a comma": (setting(SITES, "iso_a3", "UZB,KAZ"), "iso_a3", "ISO 3166-1"),
    "a blank that must be filled": (setting(SITES, "confidence", None), "confidence", "not blank"),
    "spaces for a name": (setting(SITES, "name_en", "   "), "name_en", "not blank"),
    "no id": (setting(SITES, "site_id", None), "site_id", "not blank"),
    "the id of another row": (setting(SITES, "site_id", "uz-uztelecom-bukhara"), "", "a value that no other row has"),
    "a point off the earth": (setting(SITES, "lon", "200"), "lon", "a number from -180 to 180"),
    "a number off the earth": (setting(SITES, "lat", 91.5), "lat", "a number from -90 to 90"),
    "a word for a number": (setting(SITES, "lat", "north"), "lat", "a number from -90 to 90"),
    "a page that is none": (setting(SITES, "source_urls", "www.example.org"), "source_urls", "http(s) addresses"),
    "markup": (setting(SITES, "city_en", "<b>Tashkent</b>"), "city_en", "without HTML markup"),
    "a script": (setting(SITES, "city_en", "javascript:alert(1)"), "city_en", "without HTML markup"),
    "a formula": (setting(SITES, "city_en", "=1+1"), "city_en", "text, not a formula"),
    "a formula that calls out": (setting(SITES, "city_en", '=WEBSERVICE("x")'), "city_en", "text, not a formula"),
    "an error value": (setting(SITES, "city_en", "#REF!"), "city_en", "text, not an error value"),
    "true": (truth, "year", "value “TRUE”"),
    "a very large number": (setting(SITES, "lon", 1e300), "lon", "a number of ordinary size"),
    "one language only": (setting(SITES, "support_ja", None), "support_ja", "a partner of support_en"),
    "lists of different length": (setting(SITES, "support_en", "one|two"), "support_en", "as many parts"),
    "no source": (without_a_source, "source_urls", "a source address or a note"),
    "a cable that is none": (setting("cable_support", "cable_id", "no-cable"), "cable_id", "column cable_id in"),
    "a member since no day": (setting("bodies", "member_since", "TLS=soon", row=4), "member_since", "code=date"),
    "a row twice": (doubling_a_row("cable_land_notes"), "", "the same as row 3"),
    "a row pasted twice": (doubling_a_row("glossary"), "", "no other row has"),
    "merged cells": (lambda book: book[SITES].merge_cells("C7:D8"), "", "C7:D8: cells are merged"),
    "hidden rows": (hiding_rows, "", "row 4, 5: rows are hidden"),
    "a hidden column": (hiding_a_column, "", "column C: columns are hidden"),
    "a blank row": (blanking_a_row, "", "row 5: the row is blank"),
    "no rows": (lambda book: book[SITES].delete_rows(FIRST_ROW, 999), "", "there are no rows"),
    "a column deleted": (removing_column, "", "column iso_a3 is missing"),
    "a column renamed": (lambda book: book[SITES].__setitem__("B1", "name"), "", "B1: column “name” is not known"),
    "a column twice": (doubling_a_column, "", "column name_en stands there twice"),
    "a value beside the columns": (lambda book: book[SITES].__setitem__("AD9", "look"), "", "AD9: value “look”"),
    "the row of meanings deleted": (lambda book: book[SITES].delete_rows(2), "", "the row of meanings is missing"),
    "a cell far away": (lambda book: book[SITES].cell(FAR, 1, "x"), "", f"goes as far as AB{FAR}"),
    "a sheet deleted": (lambda book: book.remove(book[SITES]), "", "Sheet “datacenters” is missing"),
    "a sheet renamed": (renaming, "", "Sheet “centres” is not known, and sheet “datacenters” is missing"),
    "a sheet added": (lambda book: book.create_sheet("notes"), "", "Sheet “notes” is not known"),
    "the sheet of instructions deleted": (lambda book: book.remove(book[words.HOW_TO]), "", "is missing"),
    "data that moved on": (another_version, "", "has changed since this workbook was written"),
    "no version": (no_version, "", "version of the data cannot be read"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_each_kind_of_broken_cell_gives_one_clear_line_and_changes_nothing(
    kind: str, content: bytes, data: Path, tmp_path: Path
) -> None:
    edit, column, said = BROKEN[kind]
    before = contents(data)
    result = apply(edited(content, edit, tmp_path / "in.xlsx"))
    first, *more = result.stderr.splitlines()
    assert more == ["Problems: 1. Nothing was written."], result.stderr
    assert said in first
    assert not column or f"(column {column})" in first
    assert result.exit_code == 1
    assert not result.stdout
    assert contents(data) == before


def test_a_wrong_cell_is_answered_with_sheet_cell_value_and_what_is_allowed(
    content: bytes, data: Path, tmp_path: Path
) -> None:
    path = edited(content, setting(SITES, "confidence", "sure", row=7), tmp_path / "in.xlsx")
    said = apply(path).stderr.splitlines()[0]
    assert said == ("Sheet “datacenters”, AB7 (column confidence): value “sure” is not allowed. "
                    "Allowed: high / medium / low.")


def test_a_number_without_end_is_named(content: bytes, data: Path, tmp_path: Path) -> None:
    path = edited(content, setting(SITES, "lon", 123456789), tmp_path / "in.xlsx")
    rewritten(path, "xl/worksheets/sheet2.xml", "<v>123456789</v>", "<v>1e400</v>")
    assert "value “inf” is not allowed. Allowed: a number of ordinary size." in apply(path).stderr


def test_all_that_is_wrong_is_told_at_once(content: bytes, data: Path, tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        setting(SITES, "status", "sunk")(book)
        setting(SITES, "lon", "x", row=9)(book)
        setting("bodies", "lat", "y")(book)

    result = apply(edited(content, edit, tmp_path / "in.xlsx"))
    assert result.stderr.splitlines()[-1] == "Problems: 3. Nothing was written."


def cut_short(path: Path, content: bytes) -> None:
    path.write_bytes(content[: len(content) // 2])


def another_zip(path: Path, content: bytes) -> None:
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("word/document.xml", "<w/>")


def broken_xml(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    rewritten(path, "xl/workbook.xml", "<sheets>", "<sheets")


def entities(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with zipfile.ZipFile(path) as parts:
        start = parts.read("xl/workbook.xml").decode().partition("<workbook")[0]
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{of};" * 40}">' for of, name in zip("abcdef", "bcdefg", strict=True)
    ) + "]>"
    rewritten(path, "xl/workbook.xml", start + "<workbook", f"{start}{bomb}<workbook")
    rewritten(path, "xl/workbook.xml", "<sheets>", "<sheets>&g;")


def broken_lzma(path: Path, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        found = dict.fromkeys(parts.namelist(), NO_LZMA)
    path.write_bytes(said_to_be_lzma(zipped(found, zipfile.ZIP_STORED)))


GARBAGE: dict[str, tuple[Callable[[Path, bytes], object], str]] = {
    "an empty file": (lambda path, _content: path.write_bytes(b""), "cannot be read as an Excel workbook"),
    "a text file": (lambda path, _content: path.write_text("a,b\n1,2\n"), "cannot be read as an Excel workbook"),
    "noise": (lambda path, _content: path.write_bytes(b"PK\x03\x04" + bytes(range(256))), "cannot be read"),
    "a workbook cut short": (cut_short, "cannot be read as an Excel workbook"),
    "another kind of zip": (another_zip, "cannot be read as an Excel workbook"),
    "broken markup inside": (broken_xml, "cannot be read as an Excel workbook"),
    "broken LZMA inside": (broken_lzma, "cannot be read as an Excel workbook"),
    "entities that grow": (entities, "cannot be read as an Excel workbook"),
    "a password": (lambda path, _content: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "has a password"),
    "a folder": (lambda path, _content: path.mkdir(), "is no file"),
    "nothing at all": (lambda _path, _content: None, "is not there"),
}


@pytest.mark.parametrize("kind", GARBAGE)
def test_what_is_no_workbook_is_answered_in_one_line(kind: str, content: bytes, data: Path, tmp_path: Path) -> None:
    make, said = GARBAGE[kind]
    make(tmp_path / "in.xlsx", content)
    before = contents(data)
    result = apply(tmp_path / "in.xlsx")
    assert result.exit_code == 1
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert contents(data) == before


@pytest.mark.parametrize("name", ["in.csv", "in.xls", "in.ods", "in"])
def test_another_kind_of_file_is_refused_by_its_name(name: str, data: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x")
    assert apply(tmp_path / name).stderr == f"{name}: name an Excel workbook, ending in .xlsx.\n"


def test_a_file_that_cannot_be_read_is_not_left_open(tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(zipped({"xl/workbook.xml": b"<workbook/>"}))
    with pytest.raises(AtlasError) as caught:
        look_at(path)
    opened = [link.resolve() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert caught.value.text.en.startswith(path.name)
    assert path not in opened
