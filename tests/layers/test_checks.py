"""Each test breaks a copy of the data in one place and wants that place named: file, row, value, what is allowed."""

from pathlib import Path

import pytest

from geo.countries import read_countries
from i18n.errors import AtlasError
from i18n.text import Lang
from layers.checks import check_all, count_checked
from layers.schema import Problem
from layers.support import all_tables, check_table
from tests.folders import own_copy, put, read_lines, rewrite, set_cell, write_lines
from tests.layers.refusals import told


def test_the_data_as_it_is_has_no_problem() -> None:
    assert check_all() == ()


def test_the_count_takes_in_every_file_of_facts() -> None:
    files, rows = count_checked()
    tables = list((Path(__file__).parents[2] / "data").glob("*.csv"))
    assert files == len(tables) + 3
    assert rows == sum(len(read_lines(table.parent, table.name)) - 1 for table in tables)


def test_no_table_is_left_unchecked(folder: Path) -> None:
    assert {path.name for path in folder.glob("*.csv")} == set(all_tables())


@pytest.mark.parametrize(
    ("file", "row", "column", "value", "allowed"),
    [
        ("isdbt.csv", 3, "iso_a3", "XXX", "ISO 3166-1"),
        ("isdbt.csv", 3, "adopted", "2023-02-30", "YYYY-MM-DD"),
        ("isdbt.csv", 4, "adopted", "2023-13", "YYYY-MM-DD"),
        ("isdbt.csv", 5, "adopted", "29/06/2006", "YYYY-MM-DD"),
        ("isdbt.csv", 5, "adopted", "２０２３", "YYYY-MM-DD"),
        ("isdbt.csv", 6, "aso_status", "finished", "completed / in_progress"),
        ("isdbt.csv", 7, "name_ja", "<script>alert(1)</script>", "HTML"),
        ("isdbt.csv", 7, "name_en", "Peru<img src=x onerror=alert(1)>", "HTML"),
        ("isdbt.csv", 8, "source_urls", "javascript:alert(1)", "http"),
        ("isdbt.csv", 9, "confidence", "", ""),
        ("cables.csv", 2, "status", "Planned", "planned"),
        ("cables.csv", 2, "iso_a3", "CHL|AUS|ZZZ", "ISO 3166-1"),
        ("cables.csv", 3, "length_km", "13,180", "0"),
        ("cables.csv", 3, "length_km", "NaN", "0"),
        ("cables.csv", 4, "field_id", "undersea", "submarine_cable"),
        ("landing_points.csv", 5, "lon", "181", "-180"),
        ("landing_points.csv", 5, "lat", "-90.5", "-90"),
        ("cable_segments.csv", 6, "from_landing_id", "atlantis", "landing_points.csv"),
        ("cable_segments.csv", 6, "cable_id", "no-such-cable", "cables.csv"),
        ("mocs.csv", 3, "region_id", "atlantis", "regions.csv"),
        ("mocs.csv", 3, "bodies", "NATO", "bodies.csv"),
        ("cables.csv", 3, "owners", "Atlantis Telecom", "cable_companies.csv"),
        ("mocs.csv", 3, "also_fields", "postal|telegraph", "postal"),
        ("bodies.csv", 3, "member_since", "TLS:2025", "TLS=2025-10-26"),
        ("country_regions.csv", 9, "region_id", "atlantis", "regions.csv"),
        ("territory_marks.csv", 2, "item_id", "atlantis", "territory_policy.csv"),
        ("region_frames.csv", 2, "west", "-200", "-180"),
    ],
)
def test_a_wrong_cell_is_named(folder: Path, file: str, row: int, column: str, value: str, allowed: str) -> None:
    set_cell(folder, file, row, column, value)
    ja, en = told(file)
    assert f"{file} {row}行目 列 {column}: 値「{value}」" in ja
    assert f"{file}, row {row}, column {column}: value “{value}”" in en
    assert allowed in en


def test_a_cell_that_must_not_be_blank_is_named(folder: Path) -> None:
    set_cell(folder, "cables.csv", 4, "name_en", "")
    ja, en = told("cables.csv")
    assert "cables.csv 4行目 列 name_en: 値「」は使えません。使える値: 空欄にしない" in ja
    assert "row 4, column name_en: value “” is not allowed. Allowed: not blank" in en


def test_a_repeated_id_is_named_where_it_stands_again(folder: Path) -> None:
    lines = read_lines(folder, "isdbt.csv")
    write_lines(folder, "isdbt.csv", [*lines, lines[4]])
    ja, en = told("isdbt.csv")
    assert "isdbt.csv 22行目 列 iso_a3" in ja
    assert "row 22, column iso_a3: value “ARG” is not allowed. Allowed: a value that no other row has" in en


def test_a_fact_without_any_source_is_named(folder: Path) -> None:
    for column in ("source_urls", "source_note_ja", "source_note_en"):
        set_cell(folder, "datacenters.csv", 5, column, "")
    ja, en = told("datacenters.csv")
    assert "datacenters.csv 5行目" in ja
    assert "row 5, column source_urls: value “” is not allowed. Allowed: a source address or a note" in en


def test_half_a_pair_of_languages_is_named(folder: Path) -> None:
    set_cell(folder, "isdbt.csv", 2, "note_en", "")
    ja, en = told("isdbt.csv")
    assert "isdbt.csv 2行目 列 note_en: 値「」は使えません。使える値: note_ja と対になる値" in ja
    assert "a partner of note_ja (fill both or neither)" in en


def test_lists_of_unequal_length_in_the_two_languages_are_named(folder: Path) -> None:
    set_cell(folder, "datacenters.csv", 2, "japan_partner_en", "Toyota Tsusho|IIJ")
    ja, en = told("datacenters.csv")
    assert "japan_partner_ja と同じ数の値" in ja
    assert "row 2, column japan_partner_en: value “Toyota Tsusho|IIJ”" in en


def test_a_missing_column_is_named(folder: Path) -> None:
    rewrite(folder, "mocs.csv", lambda text: text.replace("signed,", "signed_on,", 1))
    assert told("mocs.csv") == ("mocs.csv: 列 signed がありません。", "mocs.csv: column signed is missing.")


def test_a_column_that_stands_there_twice_is_named(folder: Path) -> None:
    rewrite(folder, "fields.csv", lambda text: text.replace("name_en", "name_ja", 1))
    ja, en = told("fields.csv")
    assert ja == "fields.csv: 見出し name_ja が重複しています。"
    assert en == "fields.csv: column name_ja stands there twice."


def test_every_row_with_a_wrong_number_of_cells_is_named(folder: Path) -> None:
    lines = read_lines(folder, "bodies.csv")
    write_lines(folder, "bodies.csv", [*lines[:2], lines[2][:-1], lines[3], [*lines[4], "more"]])
    ja, en = told("bodies.csv")
    assert "bodies.csv 3行目: 13 列あります。見出しと同じ 14 列" in ja
    assert "bodies.csv, row 3: 13 cells; the header has 14." in en
    assert "bodies.csv, row 5: 15 cells; the header has 14." in en


def test_a_file_that_is_not_utf_8_is_named(folder: Path) -> None:
    put(folder, "isdbt.csv", (folder / "isdbt.csv").read_text("utf-8").encode("cp932", errors="replace"))
    assert told("isdbt.csv") == (
        "ファイル isdbt.csv は UTF-8 で保存されていません。",
        "File isdbt.csv is not saved as UTF-8.",
    )


def test_an_empty_file_is_named(folder: Path) -> None:
    put(folder, "cables.csv", b"")
    assert told("cables.csv") == ("ファイル cables.csv は空です。", "File cables.csv is empty.")


def test_a_file_with_nothing_but_its_header_is_named(folder: Path) -> None:
    write_lines(folder, "mocs.csv", read_lines(folder, "mocs.csv")[:1])
    assert told("mocs.csv") == ("mocs.csv: 行がありません。", "mocs.csv: there are no rows.")


def test_a_file_that_is_gone_is_named(folder: Path) -> None:
    (folder / "regions.csv").unlink()
    assert told("regions.csv") == (
        "ファイル regions.csv が見つかりません。",
        "File regions.csv is not there.",
    )


def test_a_half_written_file_is_named(folder: Path) -> None:
    content = (folder / "datacenters.csv").read_bytes()
    put(folder, "datacenters.csv", content[: content.rindex(b",contracted")])
    ja, en = told("datacenters.csv")
    assert "datacenters.csv" in ja
    assert "cells; the header has" in en


def test_marks_and_line_ends_of_windows_are_no_problem(folder: Path) -> None:
    text = (folder / "isdbt.csv").read_text("utf-8")
    put(folder, "isdbt.csv", (text.replace("\n", "\r\n") + "\r\n\r\n").encode("utf-8-sig"))
    check_table("isdbt.csv")


def test_a_value_as_long_as_a_page_is_cut_in_the_sentence(folder: Path) -> None:
    set_cell(folder, "isdbt.csv", 2, "ewbs_status", "x" * 5000)
    assert all(len(sentence) < 300 for sentence in told("isdbt.csv"))


def test_all_problems_of_all_files_are_told_at_once_and_row_by_row(folder: Path) -> None:
    set_cell(folder, "mocs.csv", 9, "kind", "handshake")
    set_cell(folder, "mocs.csv", 4, "signed", "soon")
    set_cell(folder, "cables.csv", 3, "theme", "arctic")
    (folder / "SOURCES.md").unlink()
    problems = check_all()
    assert [(problem.file, problem.row) for problem in problems] == [
        ("cables.csv", 3), ("mocs.csv", 4), ("mocs.csv", 9), ("SOURCES.md", 0),
    ]  # fmt: skip


def test_one_missing_file_does_not_hide_what_is_wrong_in_another(folder: Path) -> None:
    (folder / "cables.csv").unlink()
    set_cell(folder, "cable_segments.csv", 6, "kind", "twig")
    files = {problem.file for problem in check_all()}
    assert files == {"cables.csv", "cable_segments.csv"}


def test_broken_country_and_field_tables_do_not_stop_the_check(folder: Path) -> None:
    rewrite(folder, "country_regions.csv", lambda text: text.replace("capital_lon", "lon", 1))
    rewrite(folder, "fields.csv", lambda text: text.replace("name_short_en", "short", 1))
    said = [problem.text.en for problem in check_all()]
    assert "country_regions.csv: column capital_lon is missing." in said
    assert "fields.csv: column name_short_en is missing." in said


@pytest.mark.parametrize("date", ["2026-02-30", "22 November 2026", ""])
def test_a_data_set_without_a_good_date_is_named(folder: Path, date: str) -> None:
    rewrite(folder, "SOURCES.md", lambda text: text.replace("As of 2026-11-22", f"As of {date}"))
    assert [problem.text.en for problem in check_all()] == [
        "SOURCES.md: the line “As of YYYY-MM-DD” is missing."
    ]


def of_one_row(problems: tuple[Problem, ...]) -> tuple[str, int, str]:
    """Take the only problem there is."""
    (only,) = problems
    return only.file, only.row, only.text[Lang.EN]


def test_a_cable_whose_segments_changed_since_it_was_drawn_is_named(folder: Path) -> None:
    lines = read_lines(folder, "cable_segments.csv")
    write_lines(folder, "cable_segments.csv", [line for line in lines if line[0] != "humboldt"])
    file, _row, said = of_one_row(check_all())
    assert file == "cables/humboldt.geojson"
    assert "does not match the segments of cable_segments.csv; make data-cables builds it again" in said


def test_a_cable_that_was_never_drawn_is_named(folder: Path) -> None:
    own_copy(folder, "cables")
    (folder / "cables" / "humboldt.geojson").unlink()
    file, _row, said = of_one_row(check_all())
    assert file == "cables/humboldt.geojson"
    assert "is missing or damaged" in said


def test_own_cable_data_without_a_licence_line_is_named(folder: Path) -> None:
    own_copy(folder, "cables")
    (folder / "cables" / "local").mkdir()
    put(folder, "cables/local/bought.geojson", (folder / "cables" / "humboldt.geojson").read_bytes())
    file, _row, said = of_one_row(check_all())
    assert file == "cables/local"
    assert "bought.geojson" in said


def test_an_id_that_two_layers_use_is_named(folder: Path) -> None:
    set_cell(folder, "mocs.csv", 3, "moc_id", "humboldt")
    file, row, said = of_one_row(check_all())
    assert (file, row) == ("mocs.csv", 3)
    assert "an id that no other layer (cables.csv) has" in said


def test_a_country_table_without_rows_is_one_sentence_wherever_it_is_read(folder: Path) -> None:
    rewrite(folder, "country_regions.csv", lambda text: text.partition("\n")[0] + "\n")
    assert [problem.text[Lang.EN] for problem in check_all()] == ["country_regions.csv: there are no rows."]
    with pytest.raises(AtlasError, match="there are no rows"):
        read_countries()


def test_a_broken_country_table_is_told_of_once_and_not_with_every_file_that_needs_it(folder: Path) -> None:
    lines = read_lines(folder, "country_regions.csv")
    write_lines(folder, "country_regions.csv", [*lines[:2], [*lines[2], "extra"], *lines[3:]])
    assert [problem.text[Lang.EN] for problem in check_all()] == [
        f"country_regions.csv, row 3: {len(lines[0]) + 1} cells; the header has {len(lines[0])}."
    ]


@pytest.mark.parametrize("file", ["cable_segments.csv", "territory_edits.csv", "territory_marks.csv"])
def test_a_row_that_stands_there_twice_is_told(folder: Path, file: str) -> None:
    lines = read_lines(folder, file)
    write_lines(folder, file, [*lines, lines[-1]])
    assert told(file)[1] == f"{file}, row {len(lines) + 1}: the same as row {len(lines)}."
