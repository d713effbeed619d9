"""What a file of rows says about itself: title, view, date, notes, sources and licences."""

from __future__ import annotations

from collections.abc import Iterator

from i18n.text import Text
from i18n.words import APP
from render.caption import CONDITIONS, OUTLINES, conditions, licences, what_if
from scene.grammar import write_choice
from scene.scene import Scene

TITLE, VIEW, AS_OF = Text("題名", "Title"), Text("表示条件", "View"), Text("データ時点", "Data as of")
FILTERS, ROWS = Text("絞り込み", "Filters"), Text("件数", "Rows")
NOTES, SOURCES = Text("注記", "Notes"), Text("出典", "Sources")
BORDERS, LICENCES, MADE_BY = Text("国境", "Borders"), Text("ライセンス", "Licences"), Text("作成", "Made by")


def link(scene: Scene, address: str) -> str:
    """Write the view as a link to the page at this address; "" leaves the bare query string."""
    return f"{address}?{write_choice(scene.choice)}"


def about(scene: Scene, address: str) -> dict[str, object]:
    """Describe a file to machines."""
    return {
        "title": scene.title[scene.lang],
        "view": link(scene, address),
        "data_as_of": scene.as_of,
        "notes": [note[scene.lang] for note in (*scene.notes, *what_if(scene))],
        "sources": list(_sources(scene)),
        "licences": list(licences(scene)),
    }


def told(scene: Scene, address: str) -> Iterator[tuple[str, str]]:
    """Describe a file to people: a heading and what stands under it, blanks left out."""
    lang = scene.lang
    lines = [
        (TITLE, scene.title[lang]),
        (FILTERS, conditions(scene).removeprefix(CONDITIONS[lang])),
        (ROWS, str(scene.count)),
        (VIEW, link(scene, address)),
        (AS_OF, scene.as_of),
        *((NOTES, note[lang]) for note in (*scene.notes, *what_if(scene))),
        *((SOURCES, source) for source in _sources(scene)),
        (BORDERS, OUTLINES[lang]),
        *((LICENCES, licence) for licence in licences(scene)),
        (MADE_BY, APP[lang]),
    ]
    return ((heading[lang], words) for heading, words in lines if words)


def _sources(scene: Scene) -> Iterator[str]:
    lang = scene.lang
    return (f"{sheet.layer.title[lang]}: {sheet.layer.source[lang]}" for sheet in scene.sheets if len(sheet.rows))
