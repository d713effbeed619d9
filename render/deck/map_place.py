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
from scene.choice import Choice
from scene.paper import Paper
from scene.scene import Scene, build_scene

DPI = 144
TYPES = (12.0, 11.0, 10.0, 9.0)
"""Sizes of type on the map that are tried, points on the slide."""
ENOUGH = 0.45
"""The share of its place that the map itself should have beside its legend."""
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
    share: float  # of the area that the map has

    @property
    def margins(self) -> tuple[float, float]:
        """Give what the paper is larger by at each side (points)."""
        wide, high = (side * 72 for side in self.paper.inches)
        return (wide - self.area.width) / 2, (high - self.area.height) / 2


def scene_of(choice: Choice, title: str) -> Scene:
    """Build the scene of a slide's map: without what the slide says itself and without layers that show nothing."""
    bare = replace(choice, parts=choice.parts & PARTS | {"legend"}, stamp=(), title=title, view="", cut=choice.cut)
    scene = build_scene(bare)
    shown = frozenset(sheet.layer.id for sheet in scene.sheets if len(sheet.rows))
    return scene if shown == bare.layers or not shown else build_scene(replace(bare, layers=shown))


def place_map(scene: Scene, areas: tuple[Area, ...]) -> tuple[int, MapPlace]:
    """Choose area and type: the first area and the largest type that leave the map enough; else what leaves most."""
    best: tuple[int, MapPlace] | None = None
    for at, area in enumerate(areas):
        for size in TYPES:
            try:
                place = _placed(scene, area, size)
            except AtlasError:  # title and legend leave no room at this size
                continue
            if place.share >= ENOUGH:
                return at, place
            best = (at, place) if best is None or place.share > best[1].share else best
    if best is None:
        return 0, _placed(scene, areas[0], TYPES[-1])
    return best


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
            return MapPlace(area, paper, note, below, _share(layout, paper, area))
        lines = needed


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


def _share(layout: Layout, paper: Paper, area: Area) -> float:
    return layout.map.width * layout.map.height * paper.type_scale ** 2 / (area.width * area.height)


def note_of(scene: Scene, layout: Layout, paper: Paper) -> str:
    """Say what the strip of a picture would say besides the sources: filters, credits, what is left out."""
    canvas = Canvas(paper, scene.choice.look, scene.lang, scene.choice.ground)
    seen = replace(layout.seen, choice=replace(scene.choice, parts=scene.choice.parts | {"title", "legend"}))
    notes = footnotes(seen, every=scene.count, undetermined=shows_undetermined(layout.view, canvas))
    between = BETWEEN[scene.lang]
    said = notes.said.removesuffix(APP[scene.lang]).removesuffix(between)
    return between.join(filter(None, (conditions(scene), notes.cut, said)))
