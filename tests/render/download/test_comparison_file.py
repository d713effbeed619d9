import csv
import io

from analysis.comparison import compare
from render.download.comparison_file import comparison_to_csv
from scene.grammar import read_choice
from scene.scene import build_scene


def test_the_file_holds_the_comparison_with_date_licence_and_view() -> None:
    scene = build_scene(read_choice("select=BRA,CHL&lang=en").choice)
    lines = compare(scene.choice, scene.selected)
    head, *body = csv.reader(io.StringIO(comparison_to_csv(scene, lines, scene.selected).decode("utf-8-sig")))
    assert head[:4] == ["Layer", "Item", "Brazil (BRA)", "Chile (CHL)"]
    assert [tuple(row[2:4]) for row in body] == [line.cells for line in lines]
    assert {row[-1] for row in body} == {"?select=BRA,CHL&lang=en"}
    assert {row[4] for row in body} == {scene.as_of}
