"""Views that one click opens, each a declaration of a query string: its layers, filters, colours and extent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from i18n.text import Text
from scene.choice import Choice
from scene.grammar import read_choice


@dataclass(frozen=True, slots=True)
class Preset:
    """A view with a name; `query` holds all that it asks for besides the language."""

    id: str
    title: Text
    query: str


PRESETS = (
    Preset(
        "asia_chile",
        Text("アジア–チリ", "Asia–Chile"),
        "layers=cables&cables.theme=asia_south_america&show=all&bbox=122,-66,-62,46",
    ),
    Preset(
        "pacific_islands",
        Text("太平洋島しょ国", "Pacific islands"),
        "layers=cables,landings&cables.theme=pacific_islands&region=oceania&bbox=128,-42,-134,24",
    ),
)


def opened(preset: Preset, choice: Choice) -> Choice:
    """Open a preset; of the view before it only language and look remain."""
    return replace(read_choice(preset.query).choice, lang=choice.lang, look=choice.look)
