"""What the plan's own tables say, row by row: fields, regions, old projects, measures and figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from geo.files import data_path, stamp
from geo.tables import read_things, split
from i18n.errors import AtlasError
from i18n.text import LISTED, Lang, Text
from i18n.years import FISCAL_YEAR, plain_date
from layers.common import fields_of_the_plan

FIELDS, REGIONS, OLD_PROJECTS = "fields.csv", "regions.csv", "plan20.csv"
MEASURES, FRAME, FIGURES = "support_measures.csv", "plan_frame.csv", "figures.csv"
COUNTRY_MENTIONS, AREA_MENTIONS = "country_mentions.csv", "area_mentions.csv"
UNITS: Mapping[str, Text] = {
    "countries": Text("{value}か国", "{value} countries"),
    "works": Text("{value}本", "{value} works"),
    "people": Text("{value}人", "{value} people"),
    "projects": Text("{value}件", "{value} projects"),
    "fields": Text("{value}分野", "{value} fields"),
    "regions": Text("{value}地域", "{value} regions"),
    "licence": Text("{value}件", "{value} licence"),
    "years": Text("{value}年間", "{value} years"),
    "year": Text("{value}年", "{value}"),
    "%": Text("{value}%", "{value}%"),
}
BETWEEN_DATES = Text("{first}から{last}まで", "{first} to {last}")
SUMMER = Text("{year}年夏", "Summer {year}")
END_OF_YEAR = Text("{year}年度末({date})", "End of FY{year} ({date})")
DATED = Text("{value}({date})", "{value} ({date})")
UNKNOWN = Text("「{value}」は使えません。使えるもの: {known}。", "“{value}” is not known. Known: {known}.")
PlanRow = Mapping[str, str]


def quoted(row: PlanRow) -> str:
    """Give the plan's words as a row quotes them, with a mark where the sentence goes on."""
    words = row["quote_ja_short"]
    return words if words.endswith("。") else f"{words}…"


def plan_rows(file: str) -> list[PlanRow]:
    """Read one of the plan's tables; raises AtlasError when it cannot be read. Cached until the file changes."""
    return list(_rows(file, stamp(data_path(file)), str(data_path())))


def plan_row(file: str, key: str, value: str) -> PlanRow:
    """Find a row by its id; raises AtlasError that names the ids there are."""
    rows = {row[key]: row for row in plan_rows(file)}
    if value not in rows:
        raise AtlasError(UNKNOWN.format(value=value, known=", ".join(rows)))
    return rows[value]


def parts(row: PlanRow, stem: str, lang: Lang) -> list[str]:
    """Give the points of a cell that holds several."""
    return split(row[f"{stem}_{lang}"])


def field_names(cell: str, lang: Lang) -> str:
    """Name the fields of a cell of field ids."""
    names = {category.code: category.label[lang] for category in fields_of_the_plan()}
    return LISTED[lang].join(names[code] for code in split(cell))


def fields_of_project(row: PlanRow) -> list[str]:
    """Give the fields into which an old project flows, the first one first; the links are inferred."""
    return list(filter(None, (row["field_id"], row["field_id_2"])))


def projects_into(field_id: str) -> list[PlanRow]:
    """List the old projects that flow into a field."""
    return [row for row in plan_rows(OLD_PROJECTS) if field_id in fields_of_project(row)]


def figure_words(row: PlanRow) -> Text:
    """Word a figure: its value with its unit and date, or its date alone."""
    date = date_words(row["date"], row["date_precision"]) if row["date"] else None
    if not row["value"]:
        return date or Text("", "")
    value = measured(row["value"], row["unit"])
    return DATED.format(value=value, date=date) if date and row["unit"] != "year" else value


def measured(value: str, unit: str) -> Text:
    """Word a number with its unit; thousands are parted, years are not."""
    return UNITS[unit].format(value=value if unit == "year" or "." in value else f"{int(value):,}")


@lru_cache(maxsize=32)
def _rows(file: str, _stamp: tuple[int, int], _folder: str) -> tuple[PlanRow, ...]:
    return tuple(read_things(file, MappingProxyType))


def date_words(date: str, precision: str) -> Text:
    """Word a date of figures.csv: fiscal years, seasons, spans and days."""
    if precision == "fiscal_year":
        return FISCAL_YEAR.format(year=date.removeprefix("FY"))
    if precision == "fiscal_year_end":
        return END_OF_YEAR.format(year=int(date[:4]) - 1, date=plain_date(date))
    if precision == "season":
        return SUMMER.format(year=date.partition("-")[0])
    if "/" in date:
        first, _, last = date.partition("/")
        return BETWEEN_DATES.format(first=plain_date(first), last=plain_date(last))
    return plain_date(date)
