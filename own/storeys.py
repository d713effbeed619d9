"""Which line of a table its headings are, and what they say together where they stand in two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, zip_longest

from i18n import own as words
from i18n.errors import AtlasError
from own.amounts import AMOUNT
from own.headings import Places, find_places, plain
from own.limits import ROWS_ABOVE_HEADINGS


def find_headings(lines: Sequence[Sequence[str]], name: str) -> int:
    """Find the line of the headings: the first, unless one below it is the first to name places."""
    if not lines:
        raise AtlasError(words.NO_ROWS.format(name=name))
    for at, line in enumerate(lines[:ROWS_ABOVE_HEADINGS]):
        places = find_places(line)
        if (places.has_coordinates and not (at and _is_weak(line, places))) or places.countries:
            return at + any(_is_lower_storey(line, low, places) for low in lines[at + 1 : at + 2])
    return 0


def storeys(above: Sequence[str], line: Sequence[str]) -> Sequence[str]:
    """Give headings of two storeys: the lower line, that above it where it is blank, both where a group is divided.

    A line above that names no places may be of anything: its words are taken only where the lower ones do not do.
    """
    if sum(map(bool, above)) < 2:  # a title
        return line
    pairs = list(zip_longest(above, line, fillvalue=""))
    groups = accumulate((high for high, _ in pairs), _or_before)
    divided, often = bool(find_places(above).columns), Counter(line)
    return [
        f"{group} {low}" if group and (divided or often[low] > 1) and _is_other(low, group) else low or group
        for group, (_, low) in zip(groups, pairs, strict=True)
    ]


def _or_before(before: str, high: str) -> str:
    """Carry a group's words on over the blanks that follow them."""
    return high or before


def _is_other(low: str, group: str) -> bool:
    """Tell whether the lower words say more than their group does, and name no places, which are known by one word."""
    return low not in ("", group) and not find_places([low]).columns


def _is_lower_storey(line: Sequence[str], low: Sequence[str], places: Places) -> bool:
    """Tell whether the line below headings goes on with them: names coordinates (位置 over 緯度, 経度), or groups."""
    lower = find_places(low)
    if lower.has_coordinates and not places.has_coordinates:
        return not _is_weak(low, lower)
    below = [*low, *[""] * (len(line) - len(low))]
    return all(below[at] in ("", line[at]) for at in places.columns) and _divides(line, below)


def _divides(line: Sequence[str], low: Sequence[str]) -> bool:
    """Tell whether a line names, in words, columns that share a heading (金額 over 当初, 補正), and only such."""
    said = [at for at, (high, cell) in enumerate(zip_longest(line, low, fillvalue="")) if cell not in ("", high)]
    wide = [*line, *[""] * (len(low) - len(line)), "end"]
    shared = all(not wide[at] or not wide[at + 1] for at in said)
    has_numbers = any(AMOUNT.fullmatch(plain(low[at])) for at in said)
    return len(said) > 1 and shared and not has_numbers and any(not wide[at] for at in said)


def _is_weak(line: Sequence[str], places: Places) -> bool:
    """Tell whether a line names places by x and y alone, which may be data as well."""
    return places.pair < 0 and {plain(line[places.lat]), plain(line[places.lon])} == {"x", "y"}
