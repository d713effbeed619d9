"""The comparison of countries as a CSV: one line an item, one column a country."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.comparison import Line
from geo.countries import read_countries
from i18n import words
from render.caption import licences
from render.download.about import AS_OF, LICENCES, VIEW, link
from render.download.csv_file import for_spreadsheet
from render.table import LAYER
from scene.scene import Scene


def comparison_to_csv(scene: Scene, lines: Sequence[Line], codes: Sequence[str], address: str = "") -> bytes:
    """Write the lines for a spreadsheet; date, licences and view stand at the end of each, as in every CSV."""
    lang, known = scene.lang, read_countries()
    names = [f"{known[code].name[lang]} ({code})" for code in codes]
    head = [LAYER[lang], words.COMPARED_ITEM[lang], *names, AS_OF[lang], LICENCES[lang], VIEW[lang]]
    ends = [scene.as_of, "; ".join(licences(scene)), link(scene, address)]
    return for_spreadsheet([head, *([line.layer.title[lang], line.label[lang], *line.cells, *ends] for line in lines)])
