"""A choice with its rows: what every renderer receives, so that map, table, picture and file agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import geopandas as gpd

from geo.countries import Frame, frame_around, read_countries, read_regions, region_frame
from geo.files import data_path
from geo.frames import holding
from i18n.errors import AtlasError
from i18n.text import LISTED, Lang, Text, same
from layers.base import Category, Layer
from layers.dataset import dataset_date
from layers.registry import find_layers
from layers.rows import stamps
from layers.wording import Row, records
from scene.choice import Choice
from scene.remarks import broken, remarks_on
from scene.sieve import Sieve, read_sieve
from scene.survey import find_row

NOT_FOUND = Text("選択した「{id}」は見つかりません。", "The selected “{id}” was not found.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One layer's part of a scene: the rows shown, and how many more there would be without the defaults."""

    layer: Layer
    rows: gpd.GeoDataFrame
    beyond: int  # rows that the defaults hold back, or would if `show=all` did not lift them

    def each_row(self) -> Iterator[Row]:
        """Go through the rows, each as column -> cell."""
        return records(self.rows)

    @property
    def looks(self) -> tuple[tuple[Category, int], ...]:
        """List the categories that show, with their counts: the layer's legend."""
        counts = Counter(self.rows[self.layer.coloured_by])
        return tuple((look, counts[look.code]) for look in self.layer.looks if counts[look.code])


@dataclass(frozen=True, slots=True)
class Scene:
    """What is looked at now. Sheets stand in the layers' order; a broken layer has a notice instead of one."""

    choice: Choice
    sheets: tuple[Sheet, ...]
    notices: tuple[Text, ...]
    selected: tuple[str, ...]
    as_of: str

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
    def title(self) -> Text:
        """Give the title asked for, else one made of the layers and the places."""
        return same(self.choice.title) if self.choice.title else _title(self)

    @property
    def frame(self) -> Frame | None:
        """Give the frame to draw: the one asked for, else the countries', else the regions'; None is the world."""
        choice = self.choice
        if choice.bbox:
            return choice.bbox
        if choice.country:
            return frame_around(sorted(choice.country))
        if choice.region - {"multilateral"}:
            return holding([region_frame(region) for region in sorted(choice.region - {"multilateral"})])
        return None

    @property
    def notes(self) -> tuple[Text, ...]:
        """List what must be said wherever these layers show."""
        return tuple(sheet.layer.note for sheet in self.sheets if sheet.layer.note and len(sheet.rows))


def build_scene(choice: Choice) -> Scene:
    """Read the layers of a choice and narrow their rows; data that cannot be read becomes a notice."""
    return _scene(choice, tuple(stamps(layer) for layer in find_layers().values()), str(data_path()))


@lru_cache(maxsize=64)
def _scene(choice: Choice, _stamps: tuple[object, ...], _folder: str) -> Scene:
    sheets, notices = list[Sheet](), list[Text]()
    for layer in find_layers().values():
        if layer.id not in choice.layers:
            continue
        try:
            sieve = read_sieve(layer)
        except AtlasError as error:
            notices.append(broken(layer, error))
            continue
        sheets.append(_sheet(sieve, choice))
        notices += remarks_on(sieve, choice)
    known = tuple(name for name in choice.select if name in read_countries() or find_row(name))
    notices += [NOT_FOUND.format(id=name) for name in choice.select if name not in known]
    return Scene(choice, tuple(sheets), tuple(notices), known, dataset_date().isoformat())


def _sheet(sieve: Sieve, choice: Choice) -> Sheet:
    shown = sieve.shown(choice)
    by_default = sieve.shown(replace(choice, show_all=False))
    beyond = int(sieve.shown(choice, defaults=False).sum() - by_default.sum())
    return Sheet(sieve.layer, sieve.rows[shown], beyond)


def _title(scene: Scene) -> Text:
    layers = LISTED.join([sheet.layer.title for sheet in scene.sheets])
    countries = [read_countries()[code].name for code in sorted(scene.choice.country)]
    regions = [region.name for region in read_regions().values() if region.region_id in scene.choice.region]
    places = countries or regions
    if not places:
        return layers
    return LISTED.join(places[:4]) + Text(": ", ": ") + layers
