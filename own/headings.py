"""The headings of a table: which of them say where a row stands, and a name of its own for each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from i18n.text import Lang
from own.grid import UNHEARD
from own.limits import LONGEST_VALUE
from own.question import Answers, Part, QuestionError

LAT = ("緯度", "北緯", "latitude", "lat", "緯度10進", "緯度世界測地系", "latdd", "decimallatitude", "ycoord", "y座標",
       "y")
LON = ("経度", "東経", "longitude", "lon", "lng", "long", "経度10進", "経度世界測地系", "londd", "decimallongitude",
       "xcoord", "x座標", "x")
PAIR = ("緯度経度", "座標", "位置座標", "緯度経度座標", "latlon", "latlng", "latlong", "coordinates", "coordinate",
        "coords")
COUNTRY = (
    "isoa3", "iso3", "iso31661alpha3", "alpha3", "adm0a3", "isocode", "iso", "isoa2", "iso2", "iso31661alpha2",
    "alpha2", "国コード", "国番号", "国地域コード", "countrycode", "国名", "国地域名", "国地域", "国",
    "国または地域", "国又は地域", "対象国", "相手国", "対象国地域", "相手国地域", "所在国", "採用国",
    "国名日本語", "国名和文", "国名英語", "国名英文", "country", "countryname", "countryorarea", "countryterritory",
    "countryregion", "nation", "economy", "member", "memberstate",
)
BRACKETS = re.compile(r"[((\[〔【].*?[))\]〕】]")
UNSAID = re.compile(r"[\W_・/]+")
A_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Places:
    """The columns, by number, that say where rows stand; -1 where none does."""

    lat: int = -1
    lon: int = -1
    pair: int = -1
    countries: tuple[int, ...] = ()  # those whose heading says so, the surest first

    @property
    def has_coordinates(self) -> bool:
        return self.pair >= 0 or min(self.lat, self.lon) >= 0

    @property
    def columns(self) -> tuple[int, ...]:
        """List all of them."""
        return tuple(column for column in (self.lat, self.lon, self.pair, *self.countries) if column >= 0)


def plain(heading: str) -> str:
    """Write a heading as they are compared: one width and case, without brackets, blanks and signs."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return UNSAID.sub("", BRACKETS.sub("", folded)) or UNSAID.sub("", folded)


def find_places(headings: Sequence[str]) -> Places:
    """Find the columns whose headings say where a row stands."""
    said = [plain(heading) for heading in headings]
    return Places(_first(said, LAT), _first(said, LON), _first(said, PAIR),
                  tuple(said.index(word) for word in COUNTRY if word in said))


def says_survey(headings: Sequence[str], places: Places) -> bool:
    """Tell whether headings are those of a survey (X座標, Y座標), whose X runs north where the system is a plane."""
    return places.pair < 0 and {plain(headings[places.lat]), plain(headings[places.lon])} == {"x座標", "y座標"}


def answered(headings: Sequence[str], answers: Answers, name: str) -> Places | None:
    """Take the columns that the person named, None if they named none; raises QuestionError for a strange one."""
    if not (answers.lat and answers.lon) and not answers.country:
        return None
    wanted = [heading for heading in (answers.lat, answers.lon, answers.country) if heading]
    for heading in wanted:
        if heading not in headings:
            columns = ", ".join(headings)
            raise QuestionError(words.NO_COLUMN.format(name=name, column=heading[:LONGEST_VALUE], columns=columns),
                                Part.COLUMNS, list(headings))
    both = bool(answers.lat and answers.lon)
    lat, lon = (headings.index(each) if both else -1 for each in (answers.lat, answers.lon))
    return Places(lat, lon, countries=(headings.index(answers.country),) if answers.country else ())


def named(headings: Sequence[str], width: int) -> tuple[list[str], int, list[str]]:
    """Give every column a name of its own; how many had none, and which names stood there twice."""
    found, twice = list[str](), list[str]()
    unnamed = 0
    for number in range(width):
        heading = " ".join(UNHEARD.sub("", headings[number]).split()) if number < len(headings) else ""
        if not heading:
            unnamed += 1
            heading = notes.UNNAMED.format(number=number + 1)[Lang.JA]
        if heading in found:
            twice.append(heading)
            heading = _numbered(heading, found)
        found.append(heading)
    return found, unnamed, list(dict.fromkeys(twice))


def refuse_numbers(headings: Iterable[str], name: str) -> None:
    """Refuse a table whose first line is data already."""
    filled = [heading for heading in headings if heading]
    numbers = [heading for heading in filled if A_NUMBER.fullmatch(unicodedata.normalize("NFKC", heading))]
    if len(numbers) >= 2 or (numbers and len(numbers) == len(filled)):
        raise AtlasError(words.NO_HEADINGS.format(name=name, value=numbers[0][:LONGEST_VALUE]))


def _first(said: Sequence[str], wanted: Sequence[str]) -> int:
    return next((said.index(word) for word in wanted if word in said), -1)


def _numbered(heading: str, taken: Sequence[str]) -> str:
    number = 2
    while f"{heading} {number}" in taken:
        number += 1
    return f"{heading} {number}"
