"""A choice with its rows: what every renderer receives, so that map, table, picture and file agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import geopandas as gpd

from geo.countries import Frame, frame_around, read_countries, read_regions, region_frame
from geo.files import data_path
from geo.frames import holding
from i18n.errors import AtlasError
from i18n.text import Lang, Text, same
from layers.base import Category, Layer
from layers.dataset import dataset_date
from layers.registry import find_layers
from layers.rows import stamps
from layers.wording import Row
from scene.choice import Choice
from scene.sieve import Sieve, read_sieve

UNDATED = Text("{layer}: 日付のない {count} 件は年の条件で外れています。",
               "{layer}: {count} undated rows drop out under the years chosen.")
EMPTIED = Text("{layer}: 条件「{parts}」により0件になりました。", "{layer}: no rows are left, because of {parts}.")
EMPTIED_TOGETHER = Text("{layer}: 選んだ条件の組み合わせにより0件になりました。",
                        "{layer}: no rows are left under these filters together.")
NOT_FOUND = Text("選択した「{id}」は見つかりません。", "The selected “{id}” was not found.")
BROKEN = Text("{layer} は表示できません。{problem}", "{layer} cannot be shown. {problem}")
AND_MORE = Text(" ほか {count} 件。", " And {count} more.")
PART_NAMES: Mapping[str, Text] = {
    "region": Text("地域", "region"),
    "country": Text("国・地域", "country"),
    "field": Text("分野", "field"),
    "year": Text("年", "years"),
    "confidence": Text("確度", "confidence"),
    "lens": Text("問い", "question"),
    "defaults": Text("既定の表示範囲", "what is hidden by default"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One layer's part of a scene: the rows shown, and how many there are besides."""

    layer: Layer
    rows: gpd.GeoDataFrame
    in_all: int
    beyond: int  # rows that the defaults hold back, or would if `show=all` did not lift them
    undated: int

    def each_row(self) -> Iterator[Row]:
        """Go through the rows, each as column -> cell."""
        for row in self.rows.to_dict("records"):
            yield {str(column): cell for column, cell in row.items()}

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


def counts(choice: Choice, key: str) -> dict[str, int]:
    """Count over the layers that are on, the rows each code of a heading would leave."""
    total: Counter[str] = Counter()
    for sieve in readable(choice.layers):
        total.update(sieve.counts(choice, key))
    return dict(total)


def layer_counts(choice: Choice) -> dict[str, int]:
    """Count the rows each layer shows, or would show if it were on."""
    return {sieve.layer.id: int(sieve.shown(choice).sum()) for sieve in readable(find_layers())}


def readable(layers: Iterable[str]) -> list[Sieve]:
    """Make the sieves of the layers whose data can be read."""
    found = []
    for layer_id in layers:
        try:
            found.append(read_sieve(find_layers()[layer_id]))
        except AtlasError:
            continue
    return found


@lru_cache(maxsize=64)
def _scene(choice: Choice, _stamps: tuple[object, ...], _folder: str) -> Scene:
    sheets, notices = list[Sheet](), list[Text]()
    for layer in find_layers().values():
        if layer.id not in choice.layers:
            continue
        try:
            sieve = read_sieve(layer)
        except AtlasError as error:
            notices.append(_broken(layer, error))
            continue
        sheets.append(_sheet(sieve, choice))
        notices += _remarks(sieve, choice, sheets[-1])
    known = tuple(name for name in choice.select if _is_known(name))
    notices += [NOT_FOUND.format(id=name) for name in choice.select if name not in known]
    return Scene(choice, tuple(sheets), tuple(notices), known, dataset_date().isoformat())


def _sheet(sieve: Sieve, choice: Choice) -> Sheet:
    shown = sieve.shown(choice)
    by_default = sieve.shown(replace(choice, show_all=False))
    beyond = int(sieve.shown(choice, defaults=False).sum() - by_default.sum())
    return Sheet(sieve.layer, sieve.rows[shown], len(sieve.rows), beyond, sieve.undated(choice))


def _remarks(sieve: Sieve, choice: Choice, sheet: Sheet) -> list[Text]:
    remarks = []
    if sheet.undated:
        remarks.append(UNDATED.format(layer=sieve.layer.title, count=sheet.undated))
    if not len(sheet.rows):
        remarks.append(_emptied(sieve, choice))
    return remarks


def _emptied(sieve: Sieve, choice: Choice) -> Text:
    """Say which part, lifted alone, would bring rows back."""
    guilty = [key for key in sieve.masks(choice) if sieve.shown(choice, without=key).any()]
    if not guilty:
        return EMPTIED_TOGETHER.format(layer=sieve.layer.title)
    names = [PART_NAMES.get(key) or sieve.layer.field(key.partition(".")[2]).label for key in guilty]
    return EMPTIED.format(layer=sieve.layer.title, parts=Text("・", ", ").join(names))


def _broken(layer: Layer, error: AtlasError) -> Text:
    problems = [Text(*pair) for pair in zip(error.text.ja.split("\n"), error.text.en.split("\n"), strict=True)]
    more = AND_MORE.format(count=len(problems) - 1) if len(problems) > 1 else Text("", "")
    return BROKEN.format(layer=layer.title, problem=problems[0] + more)


def _is_known(name: str) -> bool:
    if name in read_countries():
        return True
    return any(name in set(sieve.rows["id"]) for sieve in readable(find_layers()))


def _title(scene: Scene) -> Text:
    layers = Text("、", ", ").join([sheet.layer.title for sheet in scene.sheets])
    countries = [read_countries()[code].name for code in sorted(scene.choice.country)]
    regions = [region.name for region in read_regions().values() if region.region_id in scene.choice.region]
    places = countries or regions
    if not places:
        return layers
    return Text("、", ", ").join(places[:4]) + Text(": ", ": ") + layers


def find_row(row_id: str) -> tuple[Layer, Mapping[str, object]] | None:
    """Find a row by its id, in whatever layer it stands; None when there is none."""
    for sieve in readable(find_layers()):
        found = sieve.rows[sieve.rows["id"] == row_id]
        if len(found):
            return sieve.layer, {str(column): cell for column, cell in found.iloc[0].items()}
    return None
