"""Who published what the rows rest on, so that the one file names those of the rows that show."""

from __future__ import annotations

from analysis.publishers import behind_rows, weigh
from i18n.text import Lang
from layers.registry import find_layers
from scene.choice import Choice
from scene.scene import build_scene
from scene.sheet import Sheet


def publishers() -> dict[str, dict[str, object]]:
    """Give by language the names, what a row of each counts, and by layer the numbers of those behind each row."""
    everything = build_scene(Choice(layers=frozenset(find_layers()), show_all=True))
    return {lang.value: _publishers(everything.sheets, lang) for lang in Lang}


def _publishers(sheets: tuple[Sheet, ...], lang: Lang) -> dict[str, object]:
    behind = {sheet.layer.id: behind_rows(sheet, lang) for sheet in sheets
              if not sheet.layer.is_crowd}
    names = sorted({name for rows in behind.values() for row in rows for name in row})
    number = {name: at for at, name in enumerate(names)}
    rows = {layer: [sorted(number[name] for name in row) for row in those] for layer, those in behind.items()}
    return {"names": names, "weights": list(weigh(names, lang).values()), "rows": rows}
