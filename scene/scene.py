"""A choice with its rows: what every renderer receives, so that map, table, picture and file agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from geo.countries import Frame, frame_around, read_countries, read_regions, region_frame
from geo.files import data_path
from geo.frames import holding
from i18n.errors import AtlasError
from i18n.text import LISTED, Lang, Text, listed, same
from layers.base import Kind
from layers.common import fields_of_the_plan
from layers.dataset import dataset_date
from layers.lenses import LENSES
from layers.plans import PLANS, plan_stamps
from layers.registry import find_layers, our_layers
from layers.rows import stamps
from scene.choice import Choice
from scene.cut import Cut, can_be_cut, cut_in_thought
from scene.remarks import broken, remarks_on
from scene.sheet import Sheet
from scene.sieve import Sieve, read_sieve
from scene.survey import find_row

NOT_IN_NETWORK = Text(
    "「{id}」は運用中のケーブルか陸揚げ地ではないため、切れた場合を示せません。",
    "“{id}” is no cable or landing in service, so there is nothing to cut.",
)
NAMED = 4
"""Places or fields that a title names before it says that there are others."""
NOT_FOUND = Text("選択した「{id}」は見つかりません。", "The selected “{id}” was not found.")


@dataclass(frozen=True, slots=True)
class Scene:
    """What is looked at now. Sheets stand in the layers' order; a broken layer has a notice instead of one."""

    choice: Choice
    sheets: tuple[Sheet, ...]
    notices: tuple[Text, ...]
    selected: tuple[str, ...]
    as_of: str
    cut: Cut | None = None  # what is lost in thought

    @property
    def lang(self) -> Lang:
        return self.choice.lang

    @property
    def count(self) -> int:
        return sum(len(sheet.rows) for sheet in self.sheets)

    @property
    def hidden(self) -> int:
        return 0 if self.choice.show_all else self.beyond

    @property
    def beyond(self) -> int:
        return sum(sheet.beyond for sheet in self.sheets)

    @property
    def shows_points(self) -> bool:
        """Tell whether places show: points, or lines between them."""
        return any(len(sheet.rows) and sheet.layer.kind != Kind.AREA for sheet in self.sheets)

    @property
    def title(self) -> Text:
        """Give the title asked for, else one made of the layers and the places, or of the fields."""
        return same(self.choice.title) if self.choice.title else _title(self)

    @property
    def frame(self) -> Frame | None:
        """Give the frame to draw: the extent asked for, else what the filters ask for; None is the world."""
        return self.choice.bbox or self.filtered_frame

    @property
    def filtered_frame(self) -> Frame | None:
        """Give the frame of the countries chosen, of the regions, or of those whom a cut cuts off; None: the world."""
        choice = self.choice
        if choice.country:
            return frame_around(sorted(choice.country))
        if choice.region - {"multilateral"}:
            return holding([region_frame(region) for region in sorted(choice.region - {"multilateral"})])
        if self.cut and self.cut.countries:
            return frame_around(self.cut.countries)
        return None

    def _is_asked(self) -> bool:
        """Tell whether a question is put to a layer that is on."""
        lens = self.choice.lens
        return bool(lens) and any(sheet.layer.id == LENSES[lens].layer for sheet in self.sheets)

    @property
    def notes(self) -> tuple[Text, ...]:
        """List what must be said wherever these layers show."""
        method = [PLANS[self.choice.plan].method] if self.choice.plan else []
        question = [LENSES[self.choice.lens].method] if self._is_asked() else []
        shown = (sheet.layer.note for sheet in self.sheets if len(sheet.rows))
        return (*method, *question, *filter(None, shown))


def build_scene(choice: Choice) -> Scene:
    """Read the layers of a choice and narrow their rows; data that cannot be read becomes a notice."""
    keep = _scene if choice.layers <= our_layers().keys() else _scene_with_own
    return keep(choice, *data_behind())


def data_behind() -> tuple[tuple[object, ...], str]:
    """Give what changes when any data of a scene changes, for caches: layers, stamps of their files, and the folder."""
    return (*((layer.id, stamps(layer)) for layer in find_layers().values()), plan_stamps()), str(data_path())


@lru_cache(maxsize=64)
def _scene(choice: Choice, _stamps: tuple[object, ...], _folder: str) -> Scene:
    sheets, sieves, notices = list[Sheet](), list[Sieve](), list[Text]()
    for layer in find_layers().values():
        if layer.id not in choice.layers:
            continue
        try:
            sieve = read_sieve(layer, choice.plan)
        except AtlasError as error:
            notices.append(broken(layer, error))
            continue
        sieves.append(sieve)
        sheets.append(_sheet(sieve, choice))
    notices += remarks_on(sieves, choice)
    known = tuple(name for name in choice.select if name in read_countries() or find_row(name))
    notices += [NOT_FOUND.format(id=name) for name in choice.select if name not in known]
    cut, unknown = _cut(choice)
    return Scene(choice, tuple(sheets), (*notices, *unknown), known, dataset_date().isoformat(), cut)


_scene_with_own = lru_cache(maxsize=4)(_scene.__wrapped__)
"""Scenes with layers that a person brought: few are kept, since nobody else asks for them."""


def _cut(choice: Choice) -> tuple[Cut | None, list[Text]]:
    """Cut what the choice names; what cannot be cut, or a network that cannot be read, becomes a notice."""
    try:
        known = [name for name in choice.cut if can_be_cut(name)]
        unknown = [NOT_IN_NETWORK.format(id=name) for name in choice.cut if name not in known]
        return (cut_in_thought(known) if known else None), unknown
    except AtlasError as error:
        return None, [error.text]


def _sheet(sieve: Sieve, choice: Choice) -> Sheet:
    shown = sieve.shown(choice)
    by_default = sieve.shown(replace(choice, show_all=False))
    beyond = int(sieve.shown(choice, defaults=False).sum() - by_default.sum())
    return Sheet(sieve.layer, sieve.rows[shown], choice.coloured_by(sieve.layer), beyond)


def _title(scene: Scene) -> Text:
    filled = [sheet.layer.title for sheet in scene.sheets if len(sheet.rows)]
    layers = LISTED.join(filled or [sheet.layer.title for sheet in scene.sheets])
    countries = [read_countries()[code].name for code in sorted(scene.choice.country)]
    regions = [region.name for region in read_regions().values() if region.region_id in scene.choice.region]
    fields = [field.label for field in fields_of_the_plan() if field.code in scene.choice.field]
    named = countries or regions or fields
    if not named:
        return layers
    return listed(named, NAMED) + Text(": ", ": ") + layers
