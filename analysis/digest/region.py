"""A region in short: the plan's strategy, what there is in numbers, whose there is most, and what is new."""

from __future__ import annotations

from collections import Counter

from analysis.digest.plan import numbered, points_of_region
from analysis.digest.scribe import LINES, Scribe, used
from analysis.digest.view import of_a_kind, with_filters
from analysis.document import Bullets, Document, Line, Section
from analysis.plan_tables import REGIONS, PlanRow, plan_row
from geo.countries import read_countries
from i18n import digest as words
from i18n.text import LISTED, Text
from scene.choice import Choice
from scene.survey import counts

MOST = 4
"""Countries that are named for having most."""


def region_digest(choice: Choice, region_id: str) -> Document:
    """Tell a region under the other filters of a choice; raises AtlasError for an unknown region."""
    region = plan_row(REGIONS, "region_id", region_id)
    scribe = Scribe.of(of_a_kind(choice, "region", region_id))
    strategy = Section("plan", words.PLAN[scribe.lang], (Bullets(points_of_region(scribe, region_id)),))
    numbers = scribe.numbers([*scribe.counts(), *_most(scribe, region_id)])
    newest = scribe.newest(LINES - used(strategy, numbers))
    title = region[f"name_{scribe.lang}"]
    return scribe.document(f"region:{region_id}", title, _subtitle(scribe, region), (strategy, numbers, newest))


def _subtitle(scribe: Scribe, region: PlanRow) -> Text:
    said = numbered(region, REGIONS, words.REGION_SUBTITLE, words.NO_REGION_SUBTITLE)
    return with_filters(said, scribe.choice, besides="region")


def _most(scribe: Scribe, region_id: str) -> list[tuple[str, Line]]:
    """Name the countries of the region that most rows are of, counted as the filter on each would count."""
    names = read_countries()
    found = Counter({code: count for code, count in counts(scribe.choice, "country").items()
                     if count and names[code].region_id == region_id})
    first = sorted(found, key=lambda code: (-found[code], list(names).index(code)))[:MOST]
    if len(first) < 2:
        return []
    told = [words.MOST_OF.format(name=names[code].name, count=found[code]) for code in first]
    said: Text = LISTED.join(told)
    query = scribe.pen.view(country="|".join(first))
    return [scribe.pair(words.MOST, scribe.says(said, query))]
