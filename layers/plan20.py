"""The twenty projects of the old plan of April 2020, as the plan of July 2022 judged them half-way.

Points, not areas: up to a dozen projects name one country, and of areas that cover each other only one would show.
A project stands in each country that it names; one that names only areas stands once in each, ringed as vague.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from shapely import Geometry, MultiPoint

from geo.countries import read_countries, read_regions, region_frame
from geo.frames import middle
from geo.tables import read_table, split
from i18n.text import Text
from layers import common
from layers.areas import ADOPTER_COUNTRIES, ADOPTERS, AREAS, UNLISTED, read_areas
from layers.base import Category, Field, Holds, Kind, Layer
from layers.standing import HOME, at_labels, label_points
from layers.wording import Row, records

EVALUATED = "2022-07"
GROUPS = (
    Category("networks", Text("通信網・ケーブル等", "Networks, cables, data centres"), "#10243f", "pentagon"),
    Category("solutions", Text("ICTソリューション", "ICT solutions"), "#0f6fb8", "pentagon"),
    Category("safety", Text("消防・防災・サイバー", "Fire, disaster, cybersecurity"), "#d97a2a", "pentagon"),
    Category("broadcast", Text("放送", "Broadcasting"), "#7a1fa0", "pentagon", hollow=True),
    Category("institutions", Text("制度・行政・郵便", "Institutions and postal"), "#b35a00", "pentagon", hollow=True),
)
GROUP_OF = {
    "open_ran_5g": "networks", "submarine_cable": "networks", "data_center_infra_sharing": "networks",
    "ict_solutions": "solutions", "fire_disaster": "safety", "cybersecurity": "safety",
    "terrestrial_digital_tv": "broadcast", "broadcast_content": "broadcast",
    "soft_infrastructure": "institutions", "postal": "institutions",
}
NAMING = (
    Category("named", Text("国名を挙げる", "Names countries"), "#0a3d7a", "pentagon"),
    Category("region", Text("地域名のみを挙げる(代表点)", "Names areas only (representative point)"), "#b35a00",
             "pentagon", hollow=True),
    Category("none", Text("国名も地域名も挙げない(日本に置く)", "Names neither (stands in Japan)"), "#6b6b6b", "circle",
             hollow=True),
)


def prepare(rows: pd.DataFrame) -> pd.DataFrame:
    """Add how each project names its places, the countries of its areas (`via`), its group and its date."""
    return rows.assign(
        group=rows["field_id"].map(GROUP_OF),
        precision=[_naming(row) for row in records(rows)],
        via=["|".join(code for code in _members(row) if code not in split(row["iso_a3"]))
             for row in records(rows)],
        date=EVALUATED,
        region_id=[row["regions"] or "multilateral" for row in records(rows)],
    )


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Stand each project at its countries' label points, else in its regions, else in Japan (WGS 84)."""
    return [_at(row) for row in records(rows)]


def _naming(row: Row) -> str:
    return "named" if row["iso_a3"] else "region" if _plan_regions(row) else "none"


def _at(row: Row) -> Geometry:
    if row["precision"] == "region":
        return MultiPoint([middle(region_frame(region)) for region in _plan_regions(row)])
    return at_labels(split(row["iso_a3"])) if row["iso_a3"] else MultiPoint([label_points()[HOME]])


def _plan_regions(row: Row) -> list[str]:
    """List those of a project's regions that are the plan's own."""
    return [region for region in split(row["regions"]) if read_regions()[region].is_plan]


def _members(row: Row) -> list[str]:
    """List the countries of the areas that a project names; adopters within a named region are only those of it."""
    areas = [area for area in split(row["areas_named"]) if read_areas()[area].rule not in ("", UNLISTED)]
    found = [_countries_of(area) for area in areas if area != ADOPTER_COUNTRIES]
    within = list(dict.fromkeys(code for codes in found for code in codes))
    if len(found) == len(areas):
        return within
    adopters = [code for code in read_table(ADOPTERS)["iso_a3"] if code != HOME]
    return [code for code in adopters if not found or code in within]


def _countries_of(area_id: str) -> list[str]:
    """List the countries of one area word."""
    return [code for code, land in read_countries().items() if read_areas()[area_id].holds(land)]


LAYER = Layer(
    id="plan20",
    title=Text("旧計画の20プロジェクト", "The old plan's 20 projects"),
    kind=Kind.POINT,
    order=8,
    file="plan20.csv",
    beside=(AREAS, ADOPTERS, "regions.csv"),
    fields=(
        Field("no", Text("番号", "Id"), name="id", required=True, in_table=True),
        common.name(),
        Field("countries", Text("挙げられた国", "Countries named"), Holds.COUNTRIES, "iso_a3", in_table=True),
        Field("field_id", Text("分野(推定)", "Field (inferred)"), Holds.CODE, "", common.fields_of_the_plan(),
              required=True, in_table=True),
        Field("field_id_2", Text("第2の分野(推定)", "Second field (inferred)"), Holds.CODES, "also_fields",
              common.fields_of_the_plan()),
        Field("group", Text("分野のまとまり", "Group of fields"), Holds.CODE, "", GROUPS, derived=True, filters=True,
              in_table=True),
        Field("precision", Text("場所の挙げ方", "How it names places"), Holds.CODE, "", NAMING, derived=True,
              filters=True, in_table=True),
        Field("areas_named", Text("挙げられた地域の言葉", "Area words named"), Holds.CODES, "", common.areas(),
              refers_to=("region_aliases.csv", "area_id"), in_table=True),
        Field("regions", Text("関わる地域", "Regions concerned"), Holds.CODES, "", common.regions(),
              refers_to=("regions.csv", "region_id")),
        Field("achieved", Text("成果", "Achieved"), Holds.BILINGUAL, required=True),
        Field("remaining", Text("課題", "Remaining"), Holds.BILINGUAL, required=True),
        Field("indicators", Text("指標(符号)", "Indicators (code=value)"), in_facts=False),
        Field("indicators", Text("指標", "Indicators"), Holds.BILINGUAL, "indicators_in_words"),
        Field("mapping_basis", Text("分野を推定した根拠", "What the inferred field rests on"), Holds.BILINGUAL,
              required=True),
        Field("mapping_confidence", Text("推定の確度", "Confidence of the inference"), Holds.CODE, "",
              common.CONFIDENCE, required=True),
        Field("date", Text("評価の時点", "Evaluated in"), Holds.DATE, derived=True),
        Field("seed_line", Text("計画概要の行", "Line of the plan's outline")),
        Field("source", Text("出典", "Sources"), Holds.LINKS, "source_urls", required=True),
    ),
    coloured_by="group",
    place=place,
    prepare=prepare,
    on_by_default=False,
    through=Text("地域の言葉を通じた旧計画のプロジェクト", "Old projects through an area word"),
    source=Text("総務省海外展開行動計画2025(概要、2022年7月)", "MIC Action Plan 2025, outline of July 2022"),
    note=Text("20プロジェクトの評価は2022年7月時点の中間的なもの。新計画の分野への対応は推定",
              "The 20 projects as judged half-way in July 2022; their fields in the new plan are inferred"),
)
