"""What the plan says, in short lines: its points and its figures, each with the row of the table that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.digest.scribe import Pair, Scribe
from analysis.document import Line
from analysis.overview import label_of
from analysis.plan_tables import FIELDS, REGIONS, PlanRow, figure_words, parts, plan_row, plan_rows
from geo.countries import Country, read_countries
from i18n.text import Lang, Text, same
from layers.areas import areas_of, read_areas


def is_of_plan(row: PlanRow) -> bool:
    """Tell whether a field or a region is one of the plan's; the tables hold what the atlas adds beside them."""
    return "1" in (row.get("is_plan_field"), row.get("is_plan_region"))


def numbered(row: PlanRow, file: str, said: Text, otherwise: Text) -> Text:
    """Say which of the plan's fields or regions a row is, or that it is none of them."""
    if not is_of_plan(row):
        return otherwise
    return said.format(number=row["sort_order"], of=sum(map(is_of_plan, plan_rows(file))))


def points(scribe: Scribe, row: PlanRow, stem: str, fact: str) -> tuple[Line, ...]:
    """Give the points of a field or a region, cited to the outline where they are the plan's."""
    is_plan, said = is_of_plan(row), parts(row, stem, scribe.lang)
    return tuple(scribe.plan(point, fact) if is_plan else scribe.says(same(point), fact=fact)
                 for point in said)


def points_of_region(scribe: Scribe, region_id: str) -> tuple[Line, ...]:
    """Give the points of a region's strategy."""
    return points(scribe, plan_row(REGIONS, "region_id", region_id), "strategy_short", f"plan:region:{region_id}")


def points_for(scribe: Scribe, country: Country) -> list[Line]:
    """Give the points of a country's region, those first that speak of a smaller area that holds it."""
    row = plan_row(REGIONS, "region_id", country.region_id)
    areas = [read_areas()[area_id].name.ja for area_id in areas_of(country.iso_a3)]
    areas = [name for name in areas if name != row["name_ja"]]
    said = parts(row, "strategy_short", Lang.JA)
    order = sorted(range(len(said)), key=lambda number: not any(name in said[number] for name in areas))
    lines = points_of_region(scribe, country.region_id)
    return [lines[number] for number in order]


def points_naming(scribe: Scribe, country: Country) -> Iterator[Line]:
    """Give the points that name a country: of its region's strategy, then of the fields."""
    tables = [(REGIONS, "region_id", "region", "strategy_short"), (FIELDS, "field_id", "field", "policy_short")]
    for file, key, kind, stem in tables:
        for row in plan_rows(file):
            if kind == "region" and row[key] != country.region_id:
                continue
            said = zip(parts(row, stem, Lang.JA), parts(row, stem, scribe.lang), strict=True)
            yield from (scribe.plan(point, f"plan:{kind}:{row[key]}") for ja, point in said if names(ja, country))


def names(point: str, country: Country) -> bool:
    """Tell whether a point in Japanese names a country, and not one whose longer name holds its own."""
    known = {each.iso_a3: (each.name.ja, *each.aliases) for each in read_countries().values()}
    own = [name for name in known[country.iso_a3] if len(name) > 1 and name in point]
    longer = [name for code, others in known.items() if code != country.iso_a3 for name in others if name in point]
    return any(not any(name in other for other in longer) for name in own)


def figure_pairs(scribe: Scribe, rows: Iterable[PlanRow]) -> tuple[Pair, ...]:
    """Give figures of the plan as labels with values."""
    return tuple(scribe.pair(label_of(row), scribe.plan(figure_words(row)[scribe.lang], f"figures:{row['id']}"))
                 for row in rows)
