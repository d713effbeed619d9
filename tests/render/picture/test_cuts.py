"""A cut in thought as it leaves the program: picture, legend, table, files and the message to the map."""

import json
from io import BytesIO

import numpy as np
from matplotlib import image

from render.caption import conditions, footnotes
from render.download.csv_file import to_csv
from render.download.geojson import to_geojson
from render.interactive import state_of
from render.picture.legend import blocks_of
from render.picture.save import save
from render.table import columns
from scene.paper import read_paper
from tests.render.picture.pictures import scene_of
from tests.render.tables import table

TONGA = "layers=cables,landings&country=TON&lang=en"
CUT = f"{TONGA}&cut=tonga-cable"


def test_the_legend_explains_cross_ring_and_hatch_only_under_a_cut() -> None:
    labels = [entry.label for entry in blocks_of(scene_of(CUT))[-1].entries]
    assert labels[-3:] == [
        "Grey dots and ×: cable cut in thought",
        "Double ring: landing that loses every path",
        "Hatched country: every landing loses its path",
    ]
    assert "Grey dots" not in str(blocks_of(scene_of(TONGA)))


def test_the_picture_says_what_is_assumed_and_who_loses() -> None:
    scene = scene_of(CUT)
    assert "What if Tonga Cable is cut" in conditions(scene)
    told = footnotes(scene, every=scene.count, undetermined=False).cut
    assert "Judged by the cables of this list alone" in told
    assert "Tonga: every landing loses its path" in told


def test_the_picture_of_a_cut_differs_from_the_one_without() -> None:
    paper = read_paper("600x400")
    pictures = [image.imread(BytesIO(save(scene_of(query), paper))) for query in (CUT, TONGA)]
    assert np.abs(pictures[0] - pictures[1]).sum() > 100


def test_the_table_and_the_csv_say_what_becomes_of_each_row() -> None:
    scene = scene_of(CUT)
    told = table(scene)["What if Tonga Cable is cut"].tolist()
    assert "cut in thought" in told
    assert told.count("loses every path") == 3
    assert "cut" not in [column.id for column in columns(scene_of(TONGA))]
    assert "What if Tonga Cable is cut / Judged by the cables of this list alone" in to_csv(scene).decode("utf-8-sig")


def test_the_geojson_carries_the_fate_of_each_row_and_the_sentences() -> None:
    written = json.loads(to_geojson(scene_of(CUT)))
    fates = {feature["id"]: feature["properties"]["if_cut"] for feature in written["features"]}
    assert fates["cables/tonga-cable"] == "cut in thought"
    assert fates["landings/pangai-tonga"] == "loses every path"
    assert any("Tonga: every landing" in note for note in written["atlas"]["notes"])


def test_the_message_to_the_map_names_systems_landings_and_countries() -> None:
    assert state_of(scene_of(TONGA))["cut"] is None
    assert state_of(scene_of(CUT))["cut"] == {
        "systems": ["tonga-cable"],
        "lost": ["neiafu-tonga", "nukualofa-tonga", "pangai-tonga"],
        "countries": ["TON"],
    }
