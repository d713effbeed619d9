"""Notices of what a query string had to drop: which part, which values, and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from i18n.own_page import BRING
from i18n.text import LISTED, Text, same
from scene.choice import DECK_PARTS, GROUNDS, MOST_SELECTED, PARTS, STAMP_LENGTH, STAMP_PIECES
from scene.paper import PAPERS
from scene.picture_readers import NOTHING

UNKNOWN_KEY = Text("「{key}」という条件はないため、外しました。", "There is no part “{key}”; it was dropped.")
UNKNOWN_VALUE = Text(
    "{key} の「{value}」は使えないため、外しました。",
    "{key}: “{value}” is not known; it was dropped.",
)
UNKNOWN_VALUES = Text(
    "{key} の「{values}」は使えないため、外しました。",
    "{key}: “{values}” are not known; they were dropped.",
)
UNKNOWN_MANY = Text(
    "{key} の「{values}」ほか {more} 件は使えないため、外しました。",
    "{key}: “{values}” and {more} more are not known; they were dropped.",
)
OWN = re.compile(r"own[0-9a-f]{20}(?![0-9a-f])")
"""How the id of a layer of someone's own data begins, alone or before a field or the number of a row."""
OWN_GONE = Text(
    "持ち込みのデータは、それを持ち込んだ画面だけにあるため、ここでは外しました。見るには、同じファイルを「{bring}」で重ねてください。",
    "Data that someone brought stand on their own page alone and were left out here; to see them, bring the same file "
    "with “{bring}”.",
).format(bring=BRING)
BETWEEN = Text("」「", "”, “")
NAMED = 3
"""Values that a notice names; a link with hundreds of wrong codes must not push the map off the screen."""
ALLOWED = Text("使えるもの: {known}。", " Allowed: {known}.")
FORMS = {
    "year": Text("2019、2015-2025 など", "such as 2019 or 2015-2025"),
    "bbox": Text("西,南,東,北(度)", "west,south,east,north in degrees"),
    "centre": Text("経度、または 経度,緯度(度)", "a longitude, or longitude,latitude in degrees"),
    "size": Text("{presets}、幅x高さ(ピクセル)", "{presets}, WIDTHxHEIGHT in pixels").format(presets=", ".join(PAPERS)),
    "dpi": Text("30~1200", "30 to 1200"),
    "parts": same(", ".join((*PARTS, NOTHING))),
    "deck": same(", ".join((*DECK_PARTS, NOTHING))),
    "ground": same(", ".join(GROUNDS)),
    "stamp": Text("{pieces} 個、合わせて全角 {length} 字(半角 {half} 字)まで",
                  "at most {pieces} pieces, {half} characters in all (full-width ones count twice)").format(
        pieces=STAMP_PIECES, length=STAMP_LENGTH, half=2 * STAMP_LENGTH),
    "show": same("all"),
    "lang": same("ja, en"),
}
"""What a part may hold that is no code."""
CUT_TITLE = Text(
    "題名は {length} 文字までです。超えた分を外しました。",
    "A title has at most {length} characters; it was cut.",
)
TOO_MANY_SELECTED = Text(
    "一度に選べる国・項目は {most} つまでです。{names} を外しました。",
    "At most {most} countries or items can be selected at once; {names} was dropped.",
)


def say_unknown(key: str) -> Text:
    """Say that there is no such part, or that it is about data that someone brought."""
    return OWN_GONE if OWN.match(key) else UNKNOWN_KEY.format(key=short(key))


def say_dropped(key: str, dropped: Sequence[str]) -> list[Text]:
    """Say which values of a part are not known, what it may hold, and what was of data that someone brought."""
    unknown = [value for value in dropped if not OWN.match(value)]
    return [OWN_GONE] * (len(unknown) < len(dropped)) + ([_say_unknown_values(key, unknown)] if unknown else [])


def _say_unknown_values(key: str, dropped: Sequence[str]) -> Text:
    allowed = ALLOWED.format(known=FORMS[key]) if key in FORMS else Text("", "")
    if len(dropped) == 1:
        return UNKNOWN_VALUE.format(key=key, value=short(dropped[0])) + allowed
    values = BETWEEN.join([short(value) for value in dropped[:NAMED]])
    more = len(dropped) - NAMED
    return (UNKNOWN_MANY if more > 0 else UNKNOWN_VALUES).format(key=key, values=values, more=more)


def say_too_many(dropped: Sequence[str]) -> Text:
    """Say that more was selected than can stand side by side."""
    return TOO_MANY_SELECTED.format(most=MOST_SELECTED, names=LISTED.join([short(name) for name in dropped[:NAMED]]))


def short(text: str) -> Text:
    """Give what a person wrote as a notice shows it: printable, and no longer than a line."""
    printable = "".join(c for c in text if c.isprintable())
    return same(printable if len(printable) <= 40 else printable[:39] + "…")
