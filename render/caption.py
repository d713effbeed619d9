"""The words around a picture: date, conditions, sources and credits; what they say follows from the scene."""

from __future__ import annotations

from collections.abc import Iterator

from i18n.text import LISTED, Lang, Text
from i18n.words import APP, OF_PART
from i18n.years import plain_date
from layers.base import Kind
from layers.common import CONFIDENCE, GEONAMES, fields_of_the_plan
from layers.lenses import LENSES
from layers.plans import PLANS
from layers.registry import find_layers
from scene.choice import Choice
from scene.remarks import PART_NAMES
from scene.scene import Scene

AS_OF = Text("{date}時点", "As of {date}")
SOURCES = Text("出典: ", "Sources: ")
OF_LAYER = Text("{source}〔{layer}〕", "{source} [{layer}]")
OUTLINES = Text(
    "国境・海岸線: Natural Earth を日本政府の立場に合わせて加工",
    "Borders and coasts: Natural Earth, edited to the position of the Government of Japan",
)
UNDETERMINED = Text("塗りのない陸地は帰属未定の地域", "Land without a fill: undetermined")
HELD_BACK = Text("既定で表示しない {count} 件を除く", "{count} rows hidden by default are left out")
CONDITIONS = Text("条件: ", "Filters: ")
CONDITION = Text("{name}={codes}", "{name}: {codes}")
SHOW_ALL = Text("既定で表示しないものも含む", "Rows hidden by default are included")
BETWEEN = Text(" / ", " / ")
LICENCES = (
    "Natural Earth (public domain)",
    "GeoNames (CC BY 4.0, geonames.org)",
)


def as_of(scene: Scene) -> str:
    """Give the date of the data set in words."""
    return AS_OF.format(date=plain_date(scene.as_of))[scene.lang]


def shows_points(scene: Scene) -> bool:
    """Tell whether places of GeoNames show: points, or lines between them."""
    return any(len(sheet.rows) and sheet.layer.kind != Kind.AREA for sheet in scene.sheets)


def licences(scene: Scene) -> tuple[str, ...]:
    """List the licences of what shows."""
    return LICENCES if shows_points(scene) else LICENCES[:1]


def footnotes(scene: Scene, *, undetermined: bool) -> list[str]:
    """List the paragraphs of the strip at the foot: sources of what shows, credits, what is left out."""
    sources = [OF_LAYER.format(source=sheet.layer.source, layer=sheet.layer.title)
               for sheet in scene.sheets if len(sheet.rows)]
    credits = [OUTLINES, *([GEONAMES] if shows_points(scene) else [])]
    remarks = [
        *([UNDETERMINED] if undetermined else []),
        *([HELD_BACK.format(count=scene.hidden)] if scene.hidden else []),
        APP,
    ]
    told = [BETWEEN.join(list(what_if(scene)))] if scene.cut else []
    paragraphs = [*told, *([SOURCES + BETWEEN.join(sources)] if sources else [])]
    return [text[scene.lang] for text in (*paragraphs, BETWEEN.join([*credits, *remarks]))]


def what_if(scene: Scene) -> tuple[Text, ...]:
    """Say what a cut in thought takes away: title, caption, who loses, limits; nothing without a cut."""
    return (scene.cut.title, *scene.cut.sentences) if scene.cut else ()


def conditions(scene: Scene) -> str:
    """Say in one line what the rows are narrowed to besides places, which the title names; "" for nothing."""
    found = [*_conditions(scene.choice), *what_if(scene)[:1]]
    return (CONDITIONS + BETWEEN.join(found))[scene.lang] if found else ""


def _conditions(choice: Choice) -> Iterator[Text]:
    names = {"field": fields_of_the_plan(), "confidence": CONFIDENCE}
    for key, categories in names.items():
        chosen = [category.label for category in categories if category.code in choice.codes(key)]
        if chosen:
            yield CONDITION.format(name=PART_NAMES[key], codes=LISTED.join(chosen))
    for key, codes in sorted(choice.own):
        layer_id, _, name = key.partition(".")
        if layer_id in choice.layers:
            layer = find_layers()[layer_id]
            field = layer.field(name)
            chosen = [category.label for category in field.categories if category.code in codes]
            whose = OF_PART.format(layer=layer.title, name=field.label)
            yield CONDITION.format(name=whose, codes=LISTED.join(chosen))
    if choice.year:
        years = "-".join(map(str, dict.fromkeys(choice.year)))
        yield CONDITION.format(name=PART_NAMES["year"], codes=years)
    if choice.plan:
        yield PLANS[choice.plan].title
    if choice.lens:
        yield LENSES[choice.lens].title
    if choice.show_all:
        yield SHOW_ALL


def remembered(scene: Scene, query: str) -> dict[str, str]:
    """Give what the file itself remembers, as PNG text chunks: the view, the data's date, the licences."""
    return {
        "Title": scene.title[scene.lang],
        "Source": APP[Lang.EN],
        "Query": query,
        "Data as of": scene.as_of,
        "Copyright": "; ".join(licences(scene)),
    }
