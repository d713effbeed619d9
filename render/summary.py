"""The list of layers with their counts and dates, for a terminal or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from i18n.text import Lang, Text
from layers.registry import find_layers
from layers.rows import read_rows
from scene.choice import Choice
from scene.survey import layer_counts

HEADINGS = (
    Text("id", "id"),
    Text("名称", "title"),
    Text("全件", "rows"),
    Text("既定の件数", "by default"),
    Text("最も古い時点", "oldest as-of"),
    Text("最も新しい時点", "newest as-of"),
)


def lines(lang: Lang) -> Iterator[tuple[str, ...]]:
    """Give one line a layer, in the layers' order; a layer without dated statuses has blanks."""
    shown = layer_counts(Choice())
    for layer in find_layers().values():
        rows = read_rows(layer)
        dates = sorted(date for date in rows["status_as_of"] if date)
        oldest, newest = (dates[0], dates[-1]) if dates else ("", "")
        yield layer.id, layer.title[lang], str(len(rows)), str(shown[layer.id]), oldest, newest


def print_layers(lang: Lang) -> None:
    """Print the list: a table for a person; for a pipe, tabs between cells, headings always the same."""
    if sys.stdout.isatty():
        _print_table(lang)
        return
    for line in ([heading[Lang.EN] for heading in HEADINGS], *lines(lang)):
        print("\t".join(line))


def _print_table(lang: Lang) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*(heading[lang] for heading in HEADINGS))
    for line in lines(lang):
        table.add_row(*line)
    Console().print(table)
