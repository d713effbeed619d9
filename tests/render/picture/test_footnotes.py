from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.publishers import Publisher, notes, publishers_of, read_publishers
from geo.regions import read_regions
from geo.tables import split
from i18n.text import Lang, Text
from layers.wording import FROM_OUTLINE
from render.caption import Footnotes, conditions, footnotes
from render.picture.draw import draw
from render.picture.fonts import width_of
from render.picture.margins import STRIP_SHARE, fitting
from scene.paper import PAPERS, Paper
from scene.scene import Scene
from tests.profile import by_turns
from tests.render.picture.pictures import SMALL, scene_of

REGIONS = [region.region_id for region in read_regions().values() if region.is_plan]
BARE = "parts=graticule,sources"
REST = {Lang.JA: re.compile(r"(?:ほか)?(\d+)の発行元"), Lang.EN: re.compile(r"(\d+)(?:more)?publishers")}
NAMES = st.text("あいabc", min_size=1, max_size=40)


@pytest.mark.parametrize(("place", "lang"), by_turns(
    [*(f"region={region}" for region in REGIONS), "country=UZB", "country=TON", "country=CHL",
     "bbox=175,-25,-175,-10", "layers=plan20,landings,redundancy"],
    Lang,
))
def test_the_publishers_printed_and_counted_are_those_of_the_rows_in_view(place: str, lang: Lang) -> None:
    drawing = draw(scene_of(f"{place}&lang={lang}"), SMALL)
    written, owed = strip_of(drawing.scene, SMALL), set(sources_of(drawing.seen))
    printed = {name for name in every_name(lang) if stands_in(name, written)}
    counted = REST[lang].search(written)
    assert {name for name in printed if name not in owed and not part_of_another(name, owed)} == set()
    assert len(printed & owed) + int(counted[1] if counted else 0) >= len(owed) > 0
    if not counted:
        assert owed <= printed


def test_the_weightiest_are_named_first_and_each_once() -> None:
    publishers = publishers_of(scene_of("").sheets, Lang.JA)
    names = [each.name for each in publishers]
    assert names[:3] == ["総務省", "総務省海外展開行動計画2025(概要、2022年7月)", "外務省"]
    others = [each.rows for each in publishers if each.name.startswith(("TeleGeography", "Submarine"))]
    assert names.index("外務省") < names.index("TeleGeography Submarine Cable Map") < names.index("Submarine Networks")
    assert others == sorted(others, reverse=True)
    assert len(set(names)) == len(names)


def test_a_row_without_a_page_rests_on_the_words_of_its_note() -> None:
    names = {each.name for each in publishers_of(scene_of("layers=landings&lang=en").sheets, Lang.EN)}
    assert any(name.startswith("GeoNames") for name in names)
    assert any("estimate" in name for name in names)


@pytest.mark.parametrize("lang", list(Lang))
def test_a_picture_without_cables_in_view_prints_no_source_of_cables(lang: Lang) -> None:
    written = strip_of(scene_of(f"region=south_central_asia&layers=cables,datacenters&country=UZB&lang={lang}"), SMALL)
    assert "TeleGeography" not in written
    inland = strip_of(scene_of(f"layers=cables,datacenters&bbox=58,38,72,45&lang={lang}"), SMALL)
    assert "TeleGeography" not in inland
    assert "TeleGeography" in strip_of(scene_of(f"layers=cables,datacenters&lang={lang}"), SMALL)


@pytest.mark.parametrize(("query", "size"), by_turns(
    ["", "lang=en", "show=all&layers=isdbt,cables,landings,datacenters,mocs,projects"],
    ["1920x1080", "a4", "a4-portrait", "960x1080"],
))
def test_the_strip_takes_no_more_of_the_paper_than_it_may(query: str, size: str) -> None:
    drawing = draw(scene_of(query), PAPERS[size])
    assert drawing.layout.below[0].edge <= drawing.canvas.height * STRIP_SHARE
    assert drawing.map.bottom >= drawing.layout.foot


@pytest.mark.parametrize("query", ["", "region=oceania", "country=UZB&lang=en", "bbox=175,-25,-175,-10",
                                   "region=africa&parts=title,legend,rows,sources"])
def test_the_strip_lies_below_the_map_and_says_what_the_map_shows(query: str) -> None:
    drawing = draw(scene_of(query), SMALL)
    assert drawing.layout.foot <= drawing.map.bottom
    undetermined = "塗りのない" in strip_of(drawing.scene, SMALL)
    notes = footnotes(drawing.seen, every=drawing.scene.count, undetermined=undetermined)
    if drawing.scene.lang == Lang.JA:
        assert notes.said.replace(" ", "") in strip_of(drawing.scene, SMALL)


def test_without_a_legend_the_strip_says_that_lines_are_schematic() -> None:
    assert "概略図" in strip_of(scene_of(f"layers=cables&{BARE}"), SMALL)
    assert "日本を含め20か国" in strip_of(scene_of(f"layers=isdbt&{BARE}"), SMALL)
    assert "概略図" not in strip_of(scene_of(f"layers=cables,datacenters&country=UZB&{BARE}"), SMALL)


def test_without_a_title_the_strip_says_the_date() -> None:
    assert "2026年11月22日時点" in strip_of(scene_of(f"layers=cables&{BARE}"), SMALL)
    said = footnotes(scene_of("layers=cables"), every=0, undetermined=False).said
    assert "2026年" not in said


def test_places_of_geonames_are_credited_only_where_such_places_show() -> None:
    assert "GeoNames" not in footnotes(scene_of("layers=isdbt"), every=0, undetermined=False).said
    assert "GeoNames" in footnotes(scene_of("layers=cables"), every=0, undetermined=False).said


def test_a_picture_with_no_row_in_view_prints_no_source() -> None:
    drawing = draw(scene_of("layers=datacenters&bbox=-40,-60,-30,-55"), SMALL)
    written = strip_of(drawing.scene, SMALL)
    assert not drawing.seen.count
    assert "出典:" not in written
    assert "NaturalEarth" in written


@given(st.lists(NAMES, max_size=60, unique=True), st.integers(1, 8), st.floats(150, 900))
def test_however_many_publishers_there_are_all_are_named_or_counted(names: list[str], most: int, width: float) -> None:
    layers = (Text("層", "Layer"),)
    notes = Footnotes("", tuple(Publisher(f"<{name}>", layers, 1) for name in names), "credits", Lang.JA)
    lines = fitting(notes, 9.0, width, most)
    written = "".join(lines).replace(" ", "")
    named = sum(f"<{name}>" in written for name in names)
    counted = REST[Lang.JA].search(written)
    assert named + int(counted[1] if counted else 0) == len(names)
    assert len(lines) <= most or not named
    assert all(width_of(line, 9.0) <= width for line in lines)


def test_hosts_that_speak_for_a_state_have_names() -> None:
    cited = {host for scene in (scene_of(f"show=all&layers={layer}") for layer in
                                ("isdbt", "cables", "datacenters", "mocs", "projects"))
             for sheet in scene.sheets for cell in sheet.rows["source_urls"] for host in hosts_in(cell)}
    official = {host for host in cited if re.search(r"(^|\.)(go\.jp|gov|gob|gouv|gov\.[a-z]+)(\.|$)", host)}
    assert official
    assert official <= set(read_publishers())
    assert set(read_publishers()) <= cited


def strip_of(scene: Scene, paper: Paper) -> str:
    """Give the words of the strip at the foot in one piece, without blanks."""
    drawing = draw(scene, paper)
    return "".join(line for passage in drawing.layout.below[0].passages for line in passage.lines).replace(" ", "")


def hosts_in(cell: str) -> Iterator[str]:
    for link in split(cell):
        if link != "seed":
            yield urlsplit(link).netloc.lower().removeprefix("www.")


def sources_of(scene: Scene) -> Iterator[str]:
    """Name what the rows of a scene rest on, told from their cells alone."""
    known = read_publishers()
    for sheet in scene.sheets:
        for row in sheet.each_row():
            found = [known[host][scene.lang] if host in known else host for host in hosts_in(str(row["source_urls"]))]
            found += [FROM_OUTLINE[scene.lang]] if "seed" in split(str(row["source_urls"])) else []
            yield from found or notes(row, scene.lang)


def every_name(lang: Lang) -> set[str]:
    """Name whatever any row of any layer rests on."""
    return set(sources_of(scene_of(
        f"show=all&layers=isdbt,cables,landings,datacenters,mocs,projects,plan20,redundancy&lang={lang}")))


def stands_in(name: str, written: str) -> bool:
    """Tell whether a name is printed as one item of the list of sources."""
    item = re.escape(name.replace(" ", ""))
    return bool(re.search(rf"(?:^|[:、,/]){item}(?=[、,〔\[])", written))


def part_of_another(name: str, owed: set[str]) -> bool:
    """Tell whether a name only stands inside a longer one that is owed."""
    return any(name != other and name.replace(" ", "") in other.replace(" ", "") for other in owed)


def test_the_strip_says_how_many_rows_of_the_legend_lie_outside_the_map() -> None:
    query = "layers=datacenters&bbox=60,35,75,45"
    scene, drawing = scene_of(query), draw(scene_of(query), SMALL)
    outside = scene.count - drawing.seen.count
    assert outside > 0
    assert f"凡例の件数のうち{outside}件は図の範囲の外" in strip_of(scene, SMALL)
    assert "図の範囲の外" not in strip_of(scene_of("layers=datacenters"), SMALL)


def test_a_region_beside_a_country_is_told_as_a_condition() -> None:
    assert "地域=大洋州" in conditions(scene_of("layers=cables&region=oceania&country=JPN"))
    assert conditions(scene_of("layers=cables&region=oceania")) == ""
