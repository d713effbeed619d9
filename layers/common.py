"""Fields that every layer shares: country, region, field of the plan, dates, sources, confidence."""

from __future__ import annotations

from geo.files import kept
from geo.tables import read_things
from i18n.errors import AtlasError
from i18n.text import Text
from layers.base import Category, Field, Holds

CONFIDENCE = (
    Category("high", Text("高", "High")),
    Category("medium", Text("中", "Medium")),
    Category("low", Text("低", "Low"), shown_by_default=False),
)
OLD_PROJECTS = ("plan20.csv", "no")
GEONAMES = Text(
    "地点の座標の一部は GeoNames(CC BY 4.0)による",
    "Some point coordinates: GeoNames (CC BY 4.0)",
)


def key(column: str) -> Field:
    """Declare the column that names a row once and for all."""
    return Field(column, Text("番号", "Id"), name="id", required=True, in_facts=False)


def name(stem: str = "name", label: Text = Text("名称", "Name")) -> Field:
    """Declare the name in both languages."""
    return Field(stem, label, Holds.BILINGUAL, name="name", required=True, in_table=True, in_facts=False)


def countries(*, required: bool = True) -> Field:
    """Declare the countries and territories of a row."""
    label = Text("国・地域", "Countries and areas")
    return Field("iso_a3", label, Holds.COUNTRIES, required=required, in_table=True)


def home_region() -> Field:
    """Declare the region that a row names itself, which counts where it has no countries."""
    return Field("region_id", Text("地域", "Region"), refers_to=("regions.csv", "region_id"), required=True,
                 in_facts=False)


def plan_field() -> Field:
    """Declare the field of the plan that a row belongs to."""
    label = Text("分野", "Field")
    return Field("field_id", label, Holds.CODE, categories=fields_of_the_plan(), required=True)


def status_as_of() -> Field:
    """Declare the date of the newest source that supports the status."""
    return Field("status_as_of", Text("状況の時点", "Status as of"), Holds.DATE, in_table=True)


def confidence() -> Field:
    """Declare how strong the kind of source is."""
    label = Text("確度(資料の種類)", "Confidence (kind of source)")
    return Field("confidence", label, Holds.CODE, categories=CONFIDENCE, required=True)


def sources() -> tuple[Field, ...]:
    """Declare the two columns that say where a fact is from; every row has at least one of them."""
    return (
        Field("source_urls", Text("出典", "Sources"), Holds.LINKS),
        Field("source_note", Text("出典の説明", "Notes on sources"), Holds.BILINGUAL),
    )


@kept("fields.csv")
def fields_of_the_plan() -> tuple[Category, ...]:
    """Read the plan's ten fields and the general one, in the plan's order."""
    return _named("fields.csv", "field_id", "name_short")


@kept("regions.csv")
def regions() -> tuple[Category, ...]:
    """Read the regions, in the order of the file."""
    return _named("regions.csv", "region_id", "name")


@kept("region_aliases.csv")
def areas() -> tuple[Category, ...]:
    """Read the area words of the plan."""
    return tuple(read_things("region_aliases.csv", lambda row: Category(
        row["area_id"], Text(row["word_ja"], row["name_en"]),
    )))


@kept(OLD_PROJECTS[0])
def old_projects() -> tuple[Category, ...]:
    """Read the old plan's twenty projects by their numbers; none while their table is broken."""
    try:
        return _named(OLD_PROJECTS[0], OLD_PROJECTS[1], "name")
    except AtlasError:
        return ()  # the check of the table tells what is wrong with it


def old_project() -> Field:
    """Declare the project of the old plan that a row goes back to."""
    label = Text("旧計画のプロジェクト", "Project of the old plan")
    return Field("plan20_no", label, Holds.CODES, categories=old_projects(), refers_to=OLD_PROJECTS)


def _named(file: str, key_column: str, stem: str) -> tuple[Category, ...]:
    return tuple(read_things(file, lambda row: Category(
        row[key_column], Text(row[f"{stem}_ja"], row[f"{stem}_en"]),
    )))
