"""Spoilt exports: ways in which a picture may go wrong between drawing and hand-over, each with the fault it has."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from i18n.text import Text
from render.picture import tags
from render.picture.proof import faults
from tests.render.picture.damaged_file import (
    Spoil,
    damaged,
    flipped,
    forgetful,
    linked,
    rewritten,
    texted,
    told,
    two_pages,
    type_three,
    without,
)
from tests.render.picture.damaged_map import (
    all_white,
    covered,
    filled,
    halved,
    lost_island,
    recoloured,
    refilled,
    reshaped,
    slid,
    slid_land,
    solid,
    sunk,
    swapped_fills,
)
from tests.render.picture.damaged_words import (
    STATUS,
    counted,
    english_names,
    extra_entry,
    foreign_source,
    gone,
    legend_on_map,
    moved,
    one_over_another,
    reworded,
    swapped_symbols,
    tofu,
    unexplained,
    words,
)
from tests.render.picture.pictures import scene_of

USUAL = "layers=isdbt,cables,datacenters&stamp=care"
NORTH = "layers=isdbt&bbox=140,42.5,154,49"


@dataclass(frozen=True)
class Spoilt:
    """One way to spoil the export of a view, and the fault that must be told."""

    name: str
    spoil: Spoil
    fault: Text
    query: str = USUAL
    kind: str = "png"


SPOILT = (
    Spoilt("the Japanese font is gone", damaged(tofu), faults.NO_GLYPH),
    Spoilt("lines not drawn", without("draw_lines", np.empty((0, 2))), faults.NO_ROWS),
    Spoilt("marks not drawn", without("draw_marks", np.empty((0, 2))), faults.NO_ROWS),
    Spoilt("land not drawn", without("draw_ground", None), faults.NO_LAND),
    Spoilt("a country not drawn", damaged(lost_island), faults.NO_COUNTRY),
    Spoilt("map hidden", damaged(lambda drawing: drawing.figure.axes[0].set_visible(False)), faults.NO_LAND),
    Spoilt("map covered", damaged(covered(50)), faults.BLANK),
    Spoilt("all white", damaged(all_white), faults.BLANK),
    Spoilt("lines under the sea", damaged(sunk), faults.NO_INK),
    Spoilt("legend clipped", damaged(moved("legend:cables", -40, 0)), faults.LEGEND_OFF_PAPER),
    Spoilt("title clipped", damaged(moved(tags.TITLE, 0, 80)), faults.OFF_PAPER),
    Spoilt("strip clipped", damaged(moved(tags.FOOT, 200, 0)), faults.OFF_PAPER),
    Spoilt("words too small", damaged(words(tags.FOOT)(lambda each: each.set_fontsize(1))), faults.TOO_SMALL),
    Spoilt("names on each other", damaged(one_over_another), faults.OVERLAP),
    Spoilt("a name off the map", damaged(moved(tags.NAME, 0, 210)), faults.NAME_OFF_MAP),
    Spoilt("faint words", damaged(words(tags.FOOT)(lambda each: each.set_color("#bbbbbb"))), faults.FAINT),
    Spoilt("fills swapped on the map", damaged(swapped_fills), faults.OTHER_FILL),
    Spoilt("symbols swapped in the legend", damaged(swapped_symbols), faults.OTHER_SYMBOL),
    Spoilt("a wrong count", damaged(counted("8")), faults.OTHER_COUNT),
    Spoilt("no count", damaged(counted("")), faults.OTHER_COUNT),
    Spoilt("an entry is missing", damaged(gone(f"{STATUS}planned")), faults.NO_ENTRY),
    Spoilt("a layer is missing", damaged(gone("legend:datacenters")), faults.NO_ENTRY),
    Spoilt("an entry too many", damaged(extra_entry), faults.EXTRA_ENTRY),
    Spoilt("an explanation is missing", damaged(unexplained), faults.NO_ENTRY),
    Spoilt("legend on the map", damaged(legend_on_map), faults.ON_MAP),
    Spoilt("no strip", damaged(gone(tags.FOOT)), faults.NO_SOURCE),
    Spoilt("a foreign source", damaged(foreign_source), faults.FOREIGN_SOURCE),
    Spoilt("no title", damaged(gone(tags.TITLE)), faults.NO_TITLE),
    Spoilt("no stamp", damaged(gone(tags.STAMP)), faults.NO_STAMP),
    Spoilt("another stamp", damaged(reworded(tags.STAMP, "公開可")), faults.NO_STAMP),
    Spoilt("English names", damaged(english_names), faults.OTHER_LANGUAGE),
    Spoilt("Japanese in English", damaged(reworded(tags.NAME, "日本")), faults.OTHER_LANGUAGE, f"{USUAL}&lang=en"),
    Spoilt("an English entry", damaged(reworded(f"{STATUS}planned", "Planned")), faults.OTHER_WORDS),
    Spoilt("dashes lost", damaged(solid), faults.OTHER_DASHES),
    Spoilt("a line of no category", damaged(recoloured), faults.FOREIGN_ROWS),
    Spoilt("marks of other shapes", damaged(reshaped), faults.FOREIGN_ROWS),
    Spoilt("marks lost", damaged(halved), faults.OTHER_MARKS),
    Spoilt("extent shifted", damaged(slid), faults.OTHER_EXTENT),
    Spoilt("land shifted", damaged(slid_land), faults.SHIFTED),
    Spoilt("islands under another colour", damaged(filled("JPN", "#e4e4de")), faults.NOT_JAPAN, NORTH),
    Spoilt("undetermined land filled", damaged(refilled("undetermined")), faults.NOT_OPEN, NORTH),
    Spoilt("undetermined land covered", damaged(filled("undetermined", "#e4e4de")), faults.NOT_OPEN, NORTH),
    Spoilt("another size", rewritten(told(scene_of(USUAL), size=(900, 500))), faults.OTHER_SIZE),
    Spoilt("another resolution", rewritten(told(scene_of(USUAL), dpi=96)), faults.OTHER_DPI),
    Spoilt("cut short", rewritten(lambda content: content[:-3000]), faults.BROKEN_FILE),
    Spoilt("a bit flipped", rewritten(flipped), faults.BROKEN_FILE),
    Spoilt("empty file", rewritten(lambda _content: b""), faults.BROKEN_FILE),
    Spoilt("memory lost", rewritten(told(None)), faults.NO_MEMORY),
    Spoilt("memory of another view", rewritten(told(scene_of("layers=cables&region=oceania"))), faults.OTHER_MEMORY),
    Spoilt("SVG cut short", rewritten(lambda content: content[:-300]), faults.BROKEN_FILE, kind="svg"),
    Spoilt("SVG without its memory", rewritten(forgetful), faults.NO_MEMORY, kind="svg"),
    Spoilt("SVG that needs fonts", texted, faults.LOOSE_FONTS, kind="svg"),
    Spoilt("SVG with a link", rewritten(linked), faults.OUTSIDE_LINK, kind="svg"),
    Spoilt("SVG with a blank map", damaged(covered(50)), faults.BLANK, kind="svg"),
    Spoilt("PDF cut short", rewritten(lambda content: content[:-3000]), faults.BROKEN_FILE, kind="pdf"),
    Spoilt("PDF without its memory", rewritten(forgetful), faults.NO_MEMORY, kind="pdf"),
    Spoilt("PDF of two pages", rewritten(two_pages), faults.PAGES, kind="pdf"),
    Spoilt("PDF without its fonts", type_three, faults.LOOSE_FONTS, kind="pdf"),
    Spoilt("PDF with a blank map", damaged(covered(50)), faults.BLANK, kind="pdf"),
)


def says(fault: Text, told: Text) -> bool:
    """Tell whether a sentence is that of a fault, in both languages, whatever stands in its braces."""
    return all(re.fullmatch(re.sub(r"\\{\w+\\}", ".+", re.escape(pattern)), sentence, re.DOTALL)
               for pattern, sentence in ((fault.ja, told.ja), (fault.en, told.en)))
