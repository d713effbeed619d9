from __future__ import annotations

from io import BytesIO

import openpyxl
from xlsxwriter import Workbook

from render.download.sheet_names import LONGEST, sheet_names
from tests.markup import PAYLOADS


def test_plain_names_stay() -> None:
    assert sheet_names(["出典", "ISDB-T 採用国", "Data centres"]) == ["出典", "ISDB-T 採用国", "Data centres"]


def test_names_that_excel_refuses_are_written_so_that_it_takes_them() -> None:
    titles = ["report[1]", "Report[1]", "'a'", "history", "", "a/b\\c:d*?", "名" * 40, "名" * 40, "\U0001f1ef" * 20]
    names = sheet_names(titles)
    assert names[:7] == ["report［1］", "Report［1］ 2", "a", "history 2", "-", "a／b＼c：d＊？", "名" * 30 + "…"]
    assert names[7] == "名" * 28 + "… 2"
    assert all(len(name.encode("utf-16-le")) <= 2 * LONGEST for name in names)


def test_a_full_width_blank_still_parts_two_words() -> None:
    assert sheet_names(["東京\u3000拠点"]) == ["東京 拠点"]


def test_whatever_a_title_holds_a_workbook_takes_it_as_a_name() -> None:
    content = BytesIO()
    names = sheet_names([*PAYLOADS, *PAYLOADS])
    with Workbook(content) as book:
        for name in names:
            book.add_worksheet(name)
    assert openpyxl.load_workbook(content).sheetnames == names
