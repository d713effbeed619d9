"""What stands on every map: countries, regions and the area words of the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.search.entry import Entry, Kind
from analysis.search.fold import name_all
from geo.countries import COUNTRIES, read_countries, read_regions
from geo.tables import read_things
from i18n.search import CAPITAL_IN, COUNTRIES_OF
from i18n.text import Text, same
from layers.areas import read_areas
from scene.choice import Choice


def country_entries() -> Iterator[Entry]:
    """Go through the countries: names, ISO codes, short forms; the capital finds it as well."""
    short = dict(read_things(COUNTRIES, lambda row: (row["iso_a3"], row["abbr_ja"])))
    regions = read_regions()
    for code, country in read_countries().items():
        called = (country.name.ja, country.name.en, *country.aliases, short[code])
        detail = CAPITAL_IN.format(region=regions[country.region_id].name, capital=country.capital, code=code)
        alone = frozenset({code})
        yield Entry(Kind.COUNTRY, code, country.name, detail, Choice(country=alone, select=(code,)), name_all(*called),
                    more=name_all(country.capital.ja, country.capital.en), asks=(("country", alone),))


def region_entries() -> Iterator[Entry]:
    """Go through the regions; one that is a single country is found as that country."""
    lands = Counter(country.region_id for country in read_countries().values())
    for code, region in read_regions().items():
        if lands[code] == 1:
            continue
        alone = frozenset({code})
        yield Entry(Kind.REGION, code, region.name, Text("", ""), Choice(region=alone),
                    name_all(region.name.ja, region.name.en), asks=(("region", alone),))


def area_entries() -> Iterator[Entry]:
    """Go through the plan's words for areas that are no region: their members, else the regions they lie in."""
    for area in read_areas().values():
        if area.area_id in read_regions():
            continue
        part, codes = area.narrowing()
        part, codes = (part, codes) if codes else ("region", area.regions)
        detail = COUNTRIES_OF.format(count=len(codes)) if part == "country" else _regions(codes)
        if codes:
            yield Entry(Kind.AREA, area.area_id, area.name, detail, Choice().narrowed(part, codes),
                        name_all(area.name.ja, area.name.en), asks=((part, codes),))


def _regions(codes: frozenset[str]) -> Text:
    return same(" / ").join([region.name for code, region in read_regions().items() if code in codes])
