"""How large a slide's map is drawn: its type, its paper and the notes under it, settled before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from i18n.errors import AtlasError
from i18n.words import APP
from render.caption import BETWEEN, conditions, footnotes
from render.deck.area import Area
from render.deck.fitting import lines_of
from render.picture.canvas import LINE_HEIGHT, Canvas
from render.picture.fonts import style
from render.picture.layout import Layout, build_layout
from render.picture.margins import MARGIN
from render.picture.seen import shows_undetermined
from render.picture.view import build_view
from scene.choice import Choice
from scene.paper import Paper
from scene.scene import Scene, build_scene

DPI = 144
TYPES = (12.0, 11.0, 10.0, 9.0)
"""Sizes of type on the map that are tried, points on the slide."""
NEARLY = 0.9
"""The share of the largest map that a map with larger type may have."""
LEAST_SHARE = 0.35
"""The share of either side of its area that a map must have: none is a mere stripe."""
NOTE_SIZE = 9.0
NOTE_GAP = 3.0
PARTS = frozenset({"legend", "graticule"})


@dataclass(frozen=True)
class MapPlace:
    """A scene's map in its place: the paper is larger than `area` by the margins of a picture, which stay blank."""

    area: Area
    paper: Paper
    note: str
    note_area: Area
    scale: float  # of the map, points to a metre
    share: float = 1.0  # of the sides of the area that the map has, the smaller one

    @property
    def margins(self) -> tuple[float, float]:
        """Give what the paper is larger by at each side (points)."""
        wide, high = (side * 72 for side in self.paper.inches)
        return (wide - self.area.width) / 2, (high - self.area.height) / 2


def scene_of(choice: Choice, title: str) -> Scene:
    """Build the scene of a slide's map: without what the slide says itself. Its document left empty layers out."""
    return build_scene(replace(choice, parts=choice.parts & PARTS | {"legend"}, stamp=(), title=title, view=""))


def place_map(scene: Scene, area: Area, *, enough: float) -> MapPlace | None:
    """Choose the largest type that leaves a map so large (points to a metre) in an area; None where none does."""
    for size in TYPES:
        try:
            place = _placed(scene, area, size)
        except AtlasError:  # the legend leaves no room at this size
            continue
        if place.scale >= enough and place.share >= LEAST_SHARE:
            return place
    return None


def largest_map(scene: Scene, area: Area) -> MapPlace:
    """Choose the type that makes a map nearly as large as any in an area; raises AtlasError where it has no room."""
    best = _placed(scene, area, TYPES[-1])
    return place_map(scene, area, enough=best.scale * NEARLY) or best


def size_alone(scene: Scene, area: Area) -> float:
    """Give how large a map would be in an area without a legend (points to a metre)."""
    return 1 / build_view(scene, wide=area.width, high=area.height).metres_per_point


def _placed(scene: Scene, whole: Area, size: float) -> MapPlace:
    """Lay the map above its notes, which take as many lines as what is in view makes them."""
    lines = 1
    while True:
        high = lines * NOTE_SIZE * LINE_HEIGHT
        area = _even(whole.cut(bottom=high + NOTE_GAP))
        paper = paper_of(area, size)
        layout = _layout(scene, paper)
        note = note_of(scene, layout, paper)
        needed = len(lines_of(note, NOTE_SIZE, whole.width))
        if needed <= lines:
            below = Area(whole.left, area.bottom + NOTE_GAP, whole.width, high)
            return MapPlace(area, paper, note, below, paper.type_scale / layout.view.metres_per_point,
                            _share(layout, paper, area))
        lines = needed


def _share(layout: Layout, paper: Paper, area: Area) -> float:
    across, down = layout.map.width * paper.type_scale, layout.map.height * paper.type_scale
    return min(across / area.width, down / area.height)


def _even(area: Area) -> Area:
    """Round sides to half points, the pixels of the paper."""
    return Area(*(round(side * DPI / 72) * 72 / DPI for side in (area.left, area.top, area.width, area.height)))


def paper_of(area: Area, size: float) -> Paper:
    """Give the paper whose blank margins lie outside an area and whose type is of this size (points)."""
    grown = size / float(style()["font.size"])
    wide, high = (area.width + 2 * MARGIN * grown, area.height + MARGIN * grown)
    paper = Paper(2 * round(wide * DPI / 144), 2 * round(high * DPI / 144), DPI)
    return replace(paper, enlarged=grown / paper.type_scale)


def _layout(scene: Scene, paper: Paper) -> Layout:
    return build_layout(Canvas(paper, scene.choice.look, scene.lang, scene.choice.ground), scene)


def note_of(scene: Scene, layout: Layout, paper: Paper) -> str:
    """Say what the strip of a picture would say besides the sources: filters, credits, what is left out."""
    canvas = Canvas(paper, scene.choice.look, scene.lang, scene.choice.ground)
    seen = replace(layout.seen, choice=replace(scene.choice, parts=scene.choice.parts | {"title", "legend"}))
    notes = footnotes(seen, every=scene.count, undetermined=shows_undetermined(layout.view, canvas))
    between = BETWEEN[scene.lang]
    said = notes.said.removesuffix(APP[scene.lang]).removesuffix(between)
    return between.join(filter(None, (conditions(scene), notes.cut, said)))
