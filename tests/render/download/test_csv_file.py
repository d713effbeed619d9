import csv
import io
from pathlib import Path

import pytest
from hypothesis import given

from i18n.text import Lang
from layers.registry import find_layers
from render.download.csv_file import to_csv
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import Scene, build_scene
from tests.folders import copied_data, set_cell
from tests.render.download.views import EVERYTHING, PAGE, scene_of
from tests.scene.choices import choices


def lines(scene: Scene) -> list[dict[str, str]]:
    """Read a scene's CSV as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(to_csv(scene).decode("utf-8-sig"), newline="")))



def test_a_csv_opens_in_excel_as_utf_8() -> None:
    content = to_csv(scene_of(""))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") >= 248


@given(choices())
def test_a_csv_is_a_rectangle_with_one_line_a_row(choice: Choice) -> None:
    scene = build_scene(choice)
    header, *body = csv.reader(io.StringIO(to_csv(scene).decode("utf-8-sig"), newline=""))
    assert len(body) == scene.count
    assert {len(line) for line in body} <= {len(header)}
    assert len(set(header)) == len(header)


@pytest.mark.parametrize("layer_id", find_layers())
def test_one_layer_is_written_with_everything_known_of_it(layer_id: str) -> None:
    layer = find_layers()[layer_id]
    (header, *_) = lines(scene_of(f"layers={layer_id}&lang=en"))
    links = {"source_urls", "source_note"}
    assert {field.label[Lang.EN] for field in layer.fields if field.in_facts and field.id not in links} <= set(header)


def test_every_line_says_where_it_is_from_and_of_what_view_it_is_a_part() -> None:
    scene = scene_of("layers=cables,mocs&region=oceania&lang=en")
    for line in lines(scene):
        assert line["Sources"]
        assert line["Data as of"] == "2026-11-22"
        assert "GeoNames (CC BY 4.0" in line["Licences"]
        assert read_choice(line["View"]).choice == scene.choice


def test_every_cable_says_that_it_is_schematic_and_how_long_it_is_drawn() -> None:
    for line in lines(scene_of("layers=cables&show=all")):
        assert "概略図" in line["注記"]
        assert int(line["図上の長さ(km)"]) > 0


def test_codes_stand_beside_the_names() -> None:
    line = lines(scene_of("layers=isdbt&country=AGO&lang=en"))[0]
    assert (line["Name"], line["Id"], line["Country codes"]) == ("Angola", "AGO", "AGO")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_no_cell_runs_as_a_formula(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    set_cell(folder, "datacenters.csv", 2, "name_en", f'{start}HYPERLINK("x")')
    line = lines(scene_of("layers=datacenters&lang=en"))[0]
    assert line["Name"] == f'\'{start}HYPERLINK("x")'


def test_negative_numbers_stay_numbers() -> None:
    line = lines(scene_of("layers=landings&country=CHL&lang=en"))[0]
    assert float(line["Longitude"]) < 0


def test_the_view_is_a_link_when_the_address_of_the_page_is_known() -> None:
    text = to_csv(scene_of("layers=isdbt&lang=en"), PAGE).decode("utf-8-sig")
    assert f"{PAGE}?layers=isdbt&lang=en" in text


def test_the_same_view_gives_the_same_csv() -> None:
    assert to_csv(scene_of(EVERYTHING)) == to_csv(scene_of(EVERYTHING))
