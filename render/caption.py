"""The words around a picture: date, conditions, sources and credits; what they say follows from the scene."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.conditions import conditions_of
from analysis.publishers import Publisher, publishers_of
from i18n.plan_words import SOURCES_TITLE
from i18n.text import LISTED, Lang, Text, same
from i18n.words import APP
from i18n.years import plain_date
from layers.common import GEONAMES
from scene.choice import STAMP_GAP, STAMPS
from scene.scene import Scene

AS_OF = Text("{date}時点", "As of {date}")
SOURCES = Text("出典: ", "Sources: ")
OF_LAYER = Text("{source}〔{layer}〕", "{source} [{layer}]")
SEVERAL = Text("複数の種類", "several layers")
AND_MORE = Text(
    "ほか{count}の発行元(全出典は表のデータと「{page}」のページに記載)",
    "and {count} more publishers (all are in the table's data and on the page {page})",
)
ONLY_COUNTED = Text(
    "{count}の発行元(全出典は表のデータと「{page}」のページに記載)",
    "{count} publishers (all are in the table's data and on the page {page})",
)
OUTLINES = Text(
    "国境・海岸線: Natural Earth を日本政府の立場に合わせて加工",
    "Borders and coasts: Natural Earth, edited to the position of the Government of Japan",
)
UNDETERMINED = Text("塗りのない陸地は帰属未定の地域", "Land without a fill: undetermined")
HELD_BACK = Text("既定で表示しない {count} 件を除く", "Hidden by default: {count}")
BEYOND = Text("凡例の件数のうち {count} 件は図の範囲の外", "{count} of the rows in the legend lie outside the map")
CONDITIONS = Text("条件: ", "Filters: ")
BETWEEN = Text(" / ", " / ")
LICENCES = (
    "Natural Earth (public domain)",
    "GeoNames (CC BY 4.0, geonames.org)",
)


@dataclass(frozen=True, slots=True)
class Footnotes:
    """What the strip at the foot says: what a cut means, the publishers (the weightiest first), credits and remarks."""

    cut: str
    publishers: tuple[Publisher, ...]
    said: str
    lang: Lang

    def paragraphs(self, named: int | None = None) -> list[str]:
        """Write the strip with so many publishers named and the others counted; all of them unless told."""
        sources = self._sources(named) if self.publishers else ""
        return [paragraph for paragraph in (self.cut, sources, self.said) if paragraph]

    def _sources(self, named: int | None) -> str:
        """Name those together that support the same layers, or where not all can be named, more than one layer."""
        groups = defaultdict[Text, list[str]](list)
        for publisher in self.publishers[:named]:
            short = named is not None and len(publisher.layers) > 1
            groups[SEVERAL if short else LISTED.join(list(publisher.layers))].append(publisher.name)
        told = [OF_LAYER.format(source=LISTED[self.lang].join(names), layer=layers)[self.lang]
                for layers, names in groups.items()]
        rest = len(self.publishers[named:]) if named is not None else 0
        more = [(AND_MORE if named else ONLY_COUNTED).format(count=rest, page=SOURCES_TITLE)[self.lang]] if rest else []
        return SOURCES[self.lang] + BETWEEN[self.lang].join([*told, *more])


def as_of(scene: Scene) -> str:
    """Give the date of the data set in words."""
    return AS_OF.format(date=plain_date(scene.as_of))[scene.lang]


def stamp_pieces(stamp: Sequence[str], lang: Lang) -> list[str]:
    """Word the pieces of a stamp line: known marks in a language, others as written."""
    return [STAMPS[piece][lang] if piece in STAMPS else piece for piece in stamp]


def stamp_line(stamp: Sequence[str], lang: Lang) -> str:
    """Write the stamp line of a choice; "" for none."""
    return STAMP_GAP.join(stamp_pieces(stamp, lang))


def licences(scene: Scene) -> tuple[str, ...]:
    """List the licences of what shows."""
    return LICENCES if scene.shows_points else LICENCES[:1]


def footnotes(scene: Scene, *, every: int, undetermined: bool) -> Footnotes:
    """Say of a scene what the strip at the foot must: what is cut, who published it, credits, what is left out.

    The scene holds the rows in view and no others, `every` is how many rows the legend counts; `undetermined` tells
    whether undetermined land is in view.
    """
    parts, lang = scene.choice.parts, scene.lang
    notes = [sheet.layer.note for sheet in scene.sheets if sheet.layer.note and len(sheet.rows)]
    said = [
        *([] if "legend" in parts else notes),
        OUTLINES,
        *([GEONAMES] if scene.shows_points else []),
        *([UNDETERMINED] if undetermined else []),
        *([BEYOND.format(count=every - scene.count)] if every > scene.count and "legend" in parts else []),
        *([HELD_BACK.format(count=scene.hidden)] if scene.hidden else []),
        *([] if "title" in parts else [same(as_of(scene))]),
        APP,
    ]
    return Footnotes(
        BETWEEN.join(list(what_if(scene)))[lang] if scene.cut else "",
        publishers_of(scene.sheets, lang), BETWEEN.join(said)[lang], lang,
    )


def what_if(scene: Scene) -> tuple[Text, ...]:
    """Say what a cut in thought takes away: title, caption, who loses, limits; nothing without a cut."""
    return (scene.cut.title, *scene.cut.sentences) if scene.cut else ()


def conditions(scene: Scene) -> str:
    """Say in one line what the rows are narrowed to besides places, which the title names; "" for nothing."""
    found = [*conditions_of(scene.choice), *what_if(scene)[:1]]
    return (CONDITIONS + BETWEEN.join(found))[scene.lang] if found else ""
