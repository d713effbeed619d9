"""Lists as offices keep them: merged cells, headings of two storeys, formal names, eras, sums with their unit."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
import shapely

from i18n import own_notes as notes
from i18n.own_page import SYSTEMS
from i18n.text import Lang
from own import reading
from own.columns import ColumnKind, understand
from own.crs import COMMON, normal
from own.merged import Merged
from own.places import read_gazetteer
from own.question import Answers
from own.reading import read_own
from own.report import Treatment
from own.storeys import find_headings, storeys
from tests.own.here import read_here

FORMAL = {
    "ケニア共和国": "KEN", "スリランカ民主社会主義共和国": "LKA", "イラン・イスラム共和国": "IRN", "カタール国": "QAT",
    "フィリピン国": "PHL", "フィジー諸島共和国": "FJI", "マーシャル諸島共和国": "MHL", "ボリビア多民族国": "BOL",
    "シリア・アラブ共和国": "SYR", "ルクセンブルク大公国": "LUX", "トンガ王国": "TON", "スイス連邦": "CHE",
    "ギニア共和国": "GIN", "赤道ギニア共和国": "GNQ", "朝鮮民主主義人民共和国": "PRK", "大韓民国": "KOR",
    "コンゴ共和国": "COG", "コンゴ民主共和国": "COD", "ドミニカ共和国": "DOM", "ドミニカ国": "DMA",
    "カンボディア": "KHM",
    "Republic of Kenya": "KEN", "The Gambia": "GMB", "Bahamas, The": "BHS", "Korea, Rep.": "KOR",
    "Korea, Dem. People's Rep.": "PRK", "The Republic of Korea": "KOR", "Congo, Dem. Rep.": "COD",
    "Congo, Rep.": "COG", "Iran (Islamic Republic of)": "IRN", "Republic of the Marshall Islands": "MHL",
    "Commonwealth of Dominica": "DMA", "Antigua & Barbuda": "ATG", "Solomon Is.": "SLB",
    "Democratic Socialist Republic of Sri Lanka": "LKA", "People's Republic of China": "CHN",
}
NOBODY = ("ドミニカ", "コンゴ", "コンゴ国", "Congo", "朝鮮", "全国", "外国", "西国", "英連邦", "欧州連合",
          "ソビエト連邦", "開発途上国", "Republic of China", "Turkish Republic of Northern Cyprus", "The",
          "Republic of")


@pytest.fixture(autouse=True)
def in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_apart", read_here)


def merged_list() -> bytes:
    """Make a list under a title, headings of two storeys, a country merged over its rows, a note below."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [["調査地点"], ["番号", "国名", "位置", None, "備考"], [None, None, "緯度", "経度", None],
            [1, "ケニア共和国", -1.3, 36.8, "a"], [2, None, -1.2, 36.9, "b"], [], ["※ 注記", None, None, None, None]]
    for row in rows:
        sheet.append(row)
    for area in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "B4:B6"):
        sheet.merge_cells(area)
    book.save(out := BytesIO())
    return out.getvalue()


def test_a_list_with_merged_cells_and_two_storeys_is_read_whole() -> None:
    own = read_own(merged_list(), "地点.xlsx")
    assert own.rows["iso_a3"].tolist() == ["KEN", "KEN"]
    assert [column.name for column in own.columns] == ["番号", "国名", "緯度", "経度", "備考"]
    assert own.rows["c2"].tolist() == ["ケニア共和国", "ケニア共和国"]
    said = [sentence[Lang.JA] for sentence in own.report.sentences()]
    assert notes.HEADINGS_BELOW.format(row=3)[Lang.JA] in said
    assert any(notes.MERGED.format(count=2)[Lang.JA] in each for each in said)
    assert [note.rows for note in own.report.of(Treatment.LEFT_OUT)] == [(7,)]


def test_a_csv_with_two_storeys_takes_its_headings_from_both_and_says_so() -> None:
    own = read_own("国名,位置,,年\n,緯度,経度\nケニア,-1.3,36.8,2020\n".encode(), "地点.csv")
    assert [column.name for column in own.columns] == ["国名", "緯度", "経度", "年"]
    assert notes.HEADINGS_BELOW.format(row="1–2") in own.report.sentences()


GROUPS = ["国名", "案件", "金額", "", "備考"], ["", "", "当初", "補正", ""], ["ケニア", "郵便", "120", "10", "継続"]


@pytest.mark.parametrize("low", [GROUPS[1], ["国名", "案件", "当初", "補正", "備考"]])  # of a CSV, of merged cells
def test_columns_grouped_under_one_heading_are_headings(low: list[str]) -> None:
    assert find_headings([GROUPS[0], low, GROUPS[2]], "a.csv") == 1
    assert storeys(GROUPS[0], low) == ["国名", "案件", "金額 当初", "金額 補正", "備考"]


def test_the_lower_storey_of_grouped_columns_is_no_row() -> None:
    own = read_own("\n".join(map(",".join, GROUPS)).encode(), "実績.csv")
    assert [column.name for column in own.columns] == ["国名", "案件", "金額 当初", "金額 補正", "備考"]
    assert (own.rows["iso_a3"].tolist(), own.report.of(Treatment.LEFT_OUT)) == (["KEN"], ())


def test_columns_of_two_groups_that_are_named_alike_keep_the_name_of_their_group() -> None:
    high, low = ["国名", "緯度", "経度", "5年度", "", "6年度", ""], ["", "", "", "件数", "額", "件数", "額"]
    assert find_headings([high, low], "a.csv") == 1
    assert storeys(high[3:], low[3:]) == ["5年度 件数", "5年度 額", "6年度 件数", "6年度 額"]
    assert storeys(high, low) == ["国名", "緯度", "経度", "5年度 件数", "5年度 額", "6年度 件数", "6年度 額"]


@pytest.mark.parametrize("below", [
    ["ケニア", "郵便", "当初", "補正", ""], ["", "", "120", "10", ""], ["", "合計", "120", "10", ""],
    ["", "合計", "", "", ""], ["", "", "", "", "注"], [],
])
def test_a_row_below_headings_is_no_second_storey(below: list[str]) -> None:
    assert find_headings([GROUPS[0], below, GROUPS[2]], "a.csv") == 0


def test_merged_cells_fill_rows_that_hold_something_and_no_more_columns_than_a_table_may_have() -> None:
    merged = Merged(b'<sheetData/><mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="XFD1:XFD9"/></mergeCells>')
    assert [merged.fill(cells, row) for row, cells in enumerate((["x"], [], ["", "", "y"], ["", "z"]), 1)] == [
        ["x"], [], ["x", "", "y"], ["", "z"]]
    assert merged.filled == [3]


@pytest.mark.parametrize("name", FORMAL)
def test_a_country_is_known_by_its_formal_name(name: str) -> None:
    assert read_gazetteer().find(name) == FORMAL[name]


@pytest.mark.parametrize("name", NOBODY)
def test_a_title_makes_no_country_of_what_names_none_or_several(name: str) -> None:
    assert read_gazetteer().find(name) == ""


def test_headings_of_two_storeys_are_the_lower_line_with_the_upper_where_it_is_blank() -> None:
    lines = [["国名", "位置", "", "年"], ["", "緯度", "経度"]]
    assert find_headings(lines, "a.csv") == 1
    assert storeys(*lines) == ["国名", "緯度", "経度", "年"]
    assert storeys(["一覧"], ["", "緯度"]) == ["", "緯度"]
    assert find_headings([["国名", "値"], ["日本", "x"]], "a.csv") == 0


@pytest.mark.parametrize(("written", "day"), [
    ("令和7年4月1日", "2025-04-01"), ("令和元年5月1日", "2019-05-01"), ("R7.4.1", "2025-04-01"),
    ("H30/3/31", "2018-03-31"),
    ("平成３０年３月", "2018-03"), ("㍼64年1月7日", "1989-01-07"), ("大正15年", "1926"), ("2025/4/1(火)", "2025-04-01"),
    ("2025-04-01T09:30Z", "2025-04-01"),
])
def test_a_day_of_an_era_is_a_day(written: str, day: str) -> None:
    column, cells = understand(1, "日付", [written, "2025-12-24"], None)
    assert column.holds == ColumnKind.DATE
    assert list(cells) == [day, "2025-12-24"]


@pytest.mark.parametrize("written", ["令和7年13月1日", "R7.4", "令和7年度", "R7.2.30", "S12", "令和0x年"])
def test_what_is_no_day_of_an_era_stays_as_it_is_written(written: str) -> None:
    column, cells = understand(1, "日付", [written, "2025-12-24"], None)
    assert column.holds != ColumnKind.DATE
    assert list(cells) == [written, "2025-12-24"]


@pytest.mark.parametrize(("written", "name", "numbers"), [
    (("1,200千円", "▲40千円"), "金額(千円)", [1200, -40]), (("¥３,500", "¥10"), "金額(¥)", [3500, 10]),
    (("US$1,000.5", "US$2"), "金額(US$)", [1000.5, 2]), (("▲1.5", "2"), "金額", [-1.5, 2]),
    (("12百万円", "3百万円"), "金額(百万円)", [12, 3]),
])
def test_sums_in_one_unit_are_numbers_under_a_heading_with_the_unit(
    written: tuple[str, str], name: str, numbers: list[float]
) -> None:
    column, cells = understand(1, "金額", written, None)
    assert (column.name, column.holds, list(cells)) == (name, ColumnKind.NUMBER, numbers)


WRITTEN = [("1千円", "2百万円"), ("4G", "5G"), ("1,200円", "未定"), ("¥", "円"), ("090円", "1円")]


@pytest.mark.parametrize("written", WRITTEN)
def test_what_is_in_no_one_unit_stays_text(written: tuple[str, str]) -> None:
    column, cells = understand(1, "金額", written, None)
    assert column.holds in (ColumnKind.TEXT, ColumnKind.CATEGORY)
    assert tuple(cells) == written


def test_a_unit_that_the_heading_says_is_not_said_twice() -> None:
    assert understand(1, "金額(千円)", ["5千円", "6千円"], None)[0].name == "金額(千円)"


def test_the_x_of_a_survey_runs_north_in_a_plane_of_japan_and_the_report_says_so() -> None:
    own = read_own("局名,Ｘ座標,Ｙ座標\n東京,-35000,-6000.5\n".encode("cp932"), "局.csv", Answers(crs="EPSG:6677"))
    place = shapely.get_coordinates(own.rows.geometry.to_numpy())[0].tolist()
    assert place == pytest.approx([139.767, 35.684], abs=0.001)
    assert notes.SURVEYED in own.report.sentences()


def test_every_system_that_is_offered_has_a_name() -> None:
    assert set(SYSTEMS) == set(COMMON)


@pytest.mark.parametrize("said", ["9系", "第９系", "IX系", "第Ⅸ系", "平面直角座標系第9系", "平面直角 9系", "6677"])
def test_a_plane_of_japan_goes_by_the_name_that_people_give_it(said: str) -> None:
    assert normal(said) == "EPSG:6677"


def test_there_are_nineteen_planes() -> None:
    assert normal("第19系") == "EPSG:6687"
    assert normal("20系") == normal("0系") == ""
