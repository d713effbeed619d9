import io
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from openpyxl import load_workbook

from layers.registry import find_layers
from render.download.xlsx import to_xlsx
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import Scene, build_scene
from tests.folders import copied_data, set_cell
from tests.render.download.views import EVERYTHING, PAGE, scene_of
from tests.scene.choices import choices


def opened(scene: Scene, address: str = "") -> Any:
    """Open a scene's workbook as another program does."""
    return load_workbook(io.BytesIO(to_xlsx(scene, address)))


def column(sheet: Any, label: str) -> list[Any]:
    """Read the cells under a heading of a layer's sheet."""
    header = [cell.value for cell in sheet[1]]
    return [row[header.index(label)] for row in sheet.iter_rows(min_row=2, values_only=True)]


def told(sheet: Any) -> list[tuple[str, str]]:
    """Read the block at the head of the sheet of sources."""
    pairs = sheet.iter_rows(max_col=2, values_only=True)
    return [(heading, words) for heading, words in iter(lambda: next(pairs), (None, None))]


@given(choices())
def test_a_sheet_of_each_layer_holds_exactly_the_rows_that_show(choice: Choice) -> None:
    scene = build_scene(choice)
    *pages, _sources = opened(scene).worksheets
    label = "番号" if choice.lang == "ja" else "Id"
    assert [column(page, label) for page in pages] == [list(sheet.rows["id"]) for sheet in scene.sheets]


def test_every_sheet_of_rows_has_a_header_that_stays_and_filters() -> None:
    for page in opened(scene_of(EVERYTHING)).worksheets[:-1]:
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref == f"A1:{page.cell(page.max_row, page.max_column).coordinate}"
        assert all(8 <= width.width <= 62 for width in page.column_dimensions.values())


def test_numbers_are_numbers_and_dates_stay_as_precise_as_they_are_known() -> None:
    page = opened(scene_of("layers=cables&lang=en"))["Submarine cables"]
    assert column(page, "Published length (km)")[0] == 14_800
    assert column(page, "Ready for service (RFS)")[0] == "2027"


def test_the_source_of_a_row_opens_with_a_click() -> None:
    page = opened(scene_of("layers=cables&lang=en"))["Submarine cables"]
    header = [cell.value for cell in page[1]]
    cell = page.cell(2, header.index("Sources") + 1)
    assert cell.hyperlink.target == cell.value.split(" | ")[0]


def test_the_last_sheet_says_where_everything_is_from() -> None:
    scene = scene_of("layers=cables&lang=en")
    facts = told(opened(scene, PAGE)["Sources"])
    assert ("Data as of", "2026-11-22") in facts
    assert ("View", f"{PAGE}?layers=cables&lang=en") in facts
    assert ("Notes", "Schematic (not the surveyed routes)") in facts
    assert ("Licences", "GeoNames (CC BY 4.0, geonames.org)") in facts
    assert read_choice(dict(facts)["View"]).choice == scene.choice


def test_the_japanese_sheet_of_sources_carries_the_schematic_line() -> None:
    assert ("注記", "概略図(実際の敷設ルートではありません)") in told(opened(scene_of("layers=cables"))["出典"])


def test_every_source_of_every_row_is_listed_with_its_link() -> None:
    scene = scene_of("layers=isdbt&country=BRA&lang=en")
    listed = [cell for cell in opened(scene)["Sources"]["D"] if cell.hyperlink]
    (urls,) = scene.sheets[0].rows["source_urls"]
    assert [cell.hyperlink.target for cell in listed] == urls.split("|")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "{="])
def test_no_cell_is_a_formula(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    set_cell(folder, "datacenters.csv", 2, "name_en", f'{start}HYPERLINK("x")')
    book = opened(scene_of("layers=datacenters&lang=en"))
    assert column(book["Data centres"], "Name")[0] == f'{start}HYPERLINK("x")'
    assert not [cell for page in book for row in page for cell in row if cell.data_type == "f"]


def test_a_cell_too_long_for_excel_is_cut_rather_than_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    set_cell(folder, "datacenters.csv", 2, "name_en", "x" * 40_000)
    assert column(opened(scene_of("layers=datacenters&lang=en"))["Data centres"], "Name")[0] == "x" * 32_767


def test_a_name_of_a_sheet_is_short_enough_for_excel_and_its_own() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for lang in ("ja", "en"):
            names = opened(scene_of(f"layers={','.join(find_layers())}&lang={lang}")).sheetnames
            assert len(set(names)) == len(find_layers()) + 1


def test_the_same_view_gives_the_same_workbook() -> None:
    assert to_xlsx(scene_of(EVERYTHING)) == to_xlsx(scene_of(EVERYTHING))
