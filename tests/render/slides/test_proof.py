"""A finished slide is read back before it is handed over: every way to spoil it costs a sentence of its own."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from i18n.errors import AtlasError
from render.picture.draw import Drawing, draw
from render.picture.kinds import FileKind
from render.picture.layout import NO_ROOM
from render.picture.proof import faults
from render.picture.proof.proof import faults_of
from render.picture.save import alone, save
from render.slides.save import to_pptx
from scene.choice import Choice
from scene.paper import read_paper
from scene.scene import build_scene
from tests.profile import many
from tests.render.picture.good_views import good_views
from tests.render.picture.pictures import SMALL, scene_of
from tests.render.picture.spoilt import says
from tests.render.slides.damaged import (
    LINKED,
    PRESENTATION,
    Spoilt,
    about,
    coloured,
    doubled,
    faced,
    foreign,
    gone,
    in_part,
    moved,
    narrowed,
    on_slide,
    overlaid,
    pictured,
    raised,
    reworded,
    rewritten,
    shape,
    sized,
    text,
    turned,
    untitled,
)

VIEW = "layers=isdbt,cables,datacenters&region=southeast_asia&stamp=care"
COUNT = "22"  # of the legend: the cables in this view
FORGOTTEN: dict[str, bytes | None] = dict.fromkeys(("customXml/item1.xml", "docProps/custom.xml"), b"<a/>")
PLACE, NAME = "PHL フィリピン", "フィリピン"

SPOILT = (
    Spoilt("cut short", lambda content: content[:-3000], faults.BROKEN_FILE),
    Spoilt("empty", lambda _content: b"", faults.BROKEN_FILE),
    Spoilt("XML broken", in_part("ppt/slides/slide1.xml", b"</p:spTree>", b""), faults.BROKEN_FILE),
    Spoilt("slide hidden", on_slide(lambda tree: tree.set("show", "0")), faults.SLIDES),
    Spoilt("another size", in_part(PRESENTATION, b'cx="12192000"', b'cx="9144000"'), faults.OTHER_SIZE),
    Spoilt("a link outside", in_part("ppt/slides/_rels/slide1.xml.rels", *LINKED), faults.OUTSIDE_LINK),
    Spoilt("a macro", lambda content: rewritten(content, {"ppt/vbaProject.bin": b"x"}), faults.NOT_PLAIN),
    Spoilt("another ground", on_slide(coloured("000000")), faults.OTHER_GROUND),
    Spoilt("no title", on_slide(untitled), faults.NO_HEADING),
    Spoilt("another title", shape("東南アジア: ")(reworded("題名")), faults.NO_HEADING),
    Spoilt("a country is missing", shape(PLACE)(gone), faults.NO_SHAPE),
    Spoilt("a country is hidden", shape(PLACE)(about(hidden="1")), faults.NO_SHAPE),
    Spoilt("all names hidden", shape("地名")(about(hidden="1")), faults.NO_SHAPE),
    Spoilt("a country twice", shape(PLACE)(doubled), faults.EXTRA_SHAPE),
    Spoilt("a country out of view", shape(PLACE)(foreign), faults.EXTRA_SHAPE),
    Spoilt("another name", shape(PLACE)(about(name="PHL 比国")), faults.NO_SHAPE),
    Spoilt("read out otherwise", shape(PLACE)(about(descr="フィリピン。計画")), faults.OTHER_MEANING),
    Spoilt("nothing read out", shape("kumul")(about(descr="")), faults.OTHER_MEANING),
    Spoilt("another fill", shape(PLACE)(coloured("FF00FF")), faults.OTHER_COLOUR),
    Spoilt("a line of another colour", shape("kumul")(coloured("FF00FF")), faults.OTHER_COLOUR),
    Spoilt("a symbol of another colour", shape("凡例")(coloured("FF00FF")), faults.OTHER_COLOUR),
    Spoilt("a country moved", shape(PLACE)(moved(200_000, 0)), faults.MOVED_SHAPE),
    Spoilt("a country turned", shape(PLACE)(turned), faults.MOVED_SHAPE),
    Spoilt("a country off the slide", shape(PLACE)(moved(9_000_000, 0)), faults.SHAPE_OFF_SLIDE),
    Spoilt("two shapes of a number", shape(PLACE)(about(id="2")), faults.SAME_NUMBER),
    Spoilt("a picture", on_slide(pictured), faults.EXTRA_SHAPE),
    Spoilt("land over all", on_slide(raised), faults.OTHER_ORDER),
    Spoilt("words are missing", text(NAME)(gone), faults.NO_WRITING),
    Spoilt("words moved", text(NAME)(moved(0, 900_000)), faults.NO_WRITING),
    Spoilt("words twice", text(NAME)(doubled), faults.EXTRA_WRITING),
    Spoilt("other words", text(NAME)(reworded("比律賓国")), faults.OTHER_WRITING),
    Spoilt("another count", text(COUNT)(reworded("26")), faults.OTHER_NUMBER),
    Spoilt("words of another colour", text(NAME)(coloured("EEEEEE")), faults.OTHER_INK),
    Spoilt("another font", text(NAME)(faced), faults.OTHER_FONT),
    Spoilt("words too large", text(NAME)(sized(2000)), faults.GROWN),
    Spoilt("words too small", text(NAME)(sized(300)), faults.SHRUNK),
    Spoilt("a box too narrow", text(NAME)(narrowed), faults.BEYOND_BOX),
    Spoilt("memory lost", lambda content: rewritten(content, FORGOTTEN), faults.NO_MEMORY),
)

RIM = ("layers=isdbt,cables,landings,datacenters,mocs,redundancy,projects,plan20&plan=2022-07&show=all&select=ways:ECU"
       "&table=mocs&colour=plan20.precision&projection=orthographic&centre=25.98,8.78&size=1200x1200&dpi=96&look=dark"
       "&title=Submarine cables of the Pacific islands&parts=title,legend,graticule,rows,sources&stamp=care&lang=en")
"""A view in which a mark's middle lies 2.15 points beyond the map, its rim 0.6 points within."""


@dataclass(frozen=True)
class Made:
    """A drawing and the slide that was made of it."""

    drawing: Drawing
    content: bytes


@pytest.fixture(scope="module")
def made() -> Made:
    with alone():
        drawing = draw(scene_of(VIEW), SMALL)
        return Made(drawing, to_pptx(drawing))


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda spoilt: spoilt.name)
def test_a_spoilt_slide_is_held_back_with_a_sentence_of_its_own(spoilt: Spoilt, made: Made) -> None:
    with alone():
        found = next(faults_of(made.drawing, spoilt.change(made.content), "pptx"))
    assert says(spoilt.fault, found)


def test_the_same_slide_packed_again_has_no_fault(made: Made) -> None:
    with alone():
        assert not list(faults_of(made.drawing, rewritten(made.content, {}), "pptx"))


def test_words_that_lie_on_each_other_or_beyond_the_slide_are_told(made: Made) -> None:
    with alone():
        on_each_other = list(faults_of(made.drawing, on_slide(overlaid)(made.content), "pptx"))
        beyond = list(faults_of(made.drawing, text(NAME)(moved(-9_000_000, 0))(made.content), "pptx"))
    assert any(says(faults.LIE_ON_WORDS, found) for found in on_each_other)
    assert any(says(faults.BEYOND_SLIDE, found) for found in beyond)


def test_a_mark_whose_middle_lies_beyond_the_map_s_edge_may_stand_in_by_its_rim() -> None:
    scene = scene_of(RIM)
    assert save(scene, read_paper(scene.choice.size, scene.choice.dpi or None), FileKind.PPTX)


def test_marks_of_which_none_stands_in_the_map_are_no_fault_of_a_slide() -> None:
    scene = scene_of("layers=projects&country=GBR,AUS,GRC&bbox=156.6847,0.8598,-7.9616,30.2789")
    assert save(scene, SMALL, FileKind.PPTX)


@settings(max_examples=many(sample=6, prove=200), deadline=None, suppress_health_check=list(HealthCheck),
          phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(good_views())
def test_a_good_slide_is_never_held_back(choice: Choice) -> None:
    try:
        assert save(build_scene(choice), read_paper(choice.size, choice.dpi or None), FileKind.PPTX)
    except AtlasError as error:
        assume(error.text != NO_ROOM)
        raise
