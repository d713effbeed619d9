"""The words of the one file's page, by name and language."""

from __future__ import annotations

from geo.regions import read_regions
from i18n import onefile, words
from i18n.licence_words import NO_COMMERCIAL_GEOMETRY
from i18n.search import KINDS, NOTHING_FOUND
from i18n.text import LISTED, Text
from layers.common import CONFIDENCE, GEONAMES, fields_of_the_plan
from layers.lenses import LENSES
from layers.plans import PLANS
from layers.registry import find_layers
from render.caption import AS_OF, LICENCES, OUTLINES
from render.web_rows import both

PHRASES: dict[str, Text] = {
    "app": words.APP, "skip_map": words.TO_MAP, "skip_table": words.TO_TABLE, "language": words.LANGUAGE,
    "layers": words.LAYERS, "country": words.COUNTRY, "years": words.YEARS, "lens": words.QUESTION,
    "no_lens": words.NO_QUESTION,
    "own": words.OWN_FILTERS, "chip": words.CHIP, "lift": words.LIFT, "clear": words.CLEAR,
    "shown": words.SHOWN, "facts": words.FACTS, "pick": words.PICK, "on_map": words.ON_THE_MAP, "close": words.CLOSE,
    "in_region": words.IN_REGION, "nothing_here": words.NOTHING_HERE, "outside": words.OUTSIDE,
    "hidden_row": words.HIDDEN_ROW, "sources": words.SOURCES, "pale_why": words.PALE_WHY, "table": words.TABLE,
    "range": words.TABLE_RANGE, "empty": words.TABLE_EMPTY, "all": words.TABLE_ALL, "tab": words.TABLE_TAB,
    "tabs": words.TABLE_TABS, "pages": words.TABLE_PAGES, "back": words.TABLE_BACK, "on": words.TABLE_ON,
    "nothing_found": NOTHING_FOUND, "as_of": AS_OF, "comma": LISTED, "colon": Text(": ", ": "),
    "alone": onefile.ALONE, "search": onefile.SEARCH, "found": onefile.FOUND, "found_count": onefile.FOUND_COUNT,
    "print": onefile.PRINT, "print_help": onefile.PRINT_HELP, "filters": onefile.FILTERS,
    "add_country": onefile.ADD_COUNTRY, "remove": onefile.REMOVE, "show_all": onefile.SHOW_ALL,
    "as_first": onefile.AS_FIRST, "part": onefile.PART, "coloured": onefile.COLOURED, "notes": onefile.NOTES,
    "published": onefile.PUBLISHED, "more_published": onefile.MORE_PUBLISHED,
    "licences": onefile.LICENCES, "version": onefile.VERSION,
    "row_sources": onefile.ROW_SOURCES, "undetermined": onefile.UNDETERMINED, "outlines": OUTLINES,
    "geonames": GEONAMES, "geometry": NO_COMMERCIAL_GEOMETRY, "open_again": onefile.OPEN_AGAIN,
    "layer": Text("種類", "Layer"),
}  # fmt: skip


def phrases() -> dict[str, dict[str, str]]:
    """Give every phrase of the page by its name."""
    return {name: both(text) for name, text in PHRASES.items()}


def kinds() -> dict[str, dict[str, str]]:
    """Name the kinds of things that search finds."""
    return {kind: both(text) for kind, text in KINDS.items()}


def headings() -> dict[str, dict[str, object]]:
    """Give by heading its name and what its codes mean, in the order in which they are offered."""
    shared = {
        "region": (words.REGION, {region.region_id: region.name for region in read_regions().values()}),
        "field": (words.FIELD, {each.code: each.label for each in fields_of_the_plan()}),
        "confidence": (words.CONFIDENCE, {each.code: each.label for each in CONFIDENCE}),
        "lens": (words.QUESTION, {lens.id: lens.title for lens in LENSES.values()}),
    }
    own = {
        f"{layer.id}.{field.id}": (field.label, {each.code: each.label for each in field.categories})
        for layer in find_layers().values()
        for field in dict.fromkeys((*layer.filters, *layer.colourings))
    }
    return {key: {"name": both(name), "codes": [[code, both(label)] for code, label in labels.items()]}
            for key, (name, labels) in {**shared, **own}.items()}


def methods() -> dict[str, dict[str, str]]:
    """Say of each plan and each question how it decides."""
    said = {plan.id: plan.method for plan in PLANS.values()} | {lens.id: lens.method for lens in LENSES.values()}
    return {name: both(text) for name, text in said.items()}


def licences() -> list[str]:
    """List the licences of what the file holds."""
    return [*LICENCES, "Leaflet 1.9.4 (BSD-2-Clause)"]
