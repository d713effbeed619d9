import pandas as pd
import pytest

from layers.cable_groups import PART, PERIOD, SUPPLIER, period, supplier_group
from layers.registry import find_layers
from layers.rows import read_rows

JAPANESE = frozenset({"NEC", "Fujitsu"})


def cables() -> pd.DataFrame:
    return read_rows(find_layers()["cables"]).set_index("id")


@pytest.mark.parametrize(
    ("names", "group"),
    [(["NEC"], "japanese"), (["NEC", "Fujitsu"], "japanese"), (["ASN", "Fujitsu"], "mixed"), (["ASN"], "other"),
     ([""], "unknown")],
)
def test_suppliers_are_grouped_by_whether_they_are_japanese(names: list[str], group: str) -> None:
    assert supplier_group(names, JAPANESE) == group


@pytest.mark.parametrize(
    ("date", "name"),
    [("1997", "before_2010"), ("2009-12", "before_2010"), ("2010", "2010s"), ("2019-12-31", "2010s"),
     ("2020-01", "2020_2024"), ("2025", "from_2025"), ("2029", "from_2025"), ("", "undated")],
)
def test_a_date_falls_in_one_period(date: str, name: str) -> None:
    assert period(date) == name


def test_every_group_occurs_and_no_other() -> None:
    rows = cables()
    assert set(rows["supplier_group"]) == {category.code for category in SUPPLIER}
    assert set(rows["period"]) == {category.code for category in PERIOD}
    assert {part for cell in rows["japan_part"] for part in cell.split("|")} == {category.code for category in PART}


def test_japans_part_is_read_from_suppliers_owners_landings_and_the_table_of_support() -> None:
    part = cables()["japan_part"]
    assert part["palau-cable-2"] == "supplier|finance"
    assert part["humboldt"] == "proposal"
    assert part["jupiter"] == "owner|landing"
    assert part["mist"] == "supplier|owner|finance"
    assert part["curie"] == "none"


def test_a_kdd_supplier_is_japanese_although_other_suppliers_of_the_cable_are_not() -> None:
    assert cables()["supplier_group"]["eac-c2c"] == "mixed"


def test_a_cable_names_its_landings_and_a_landing_its_cables() -> None:
    cable = cables().loc["tonga-cable"]
    assert (cable["landing_ids"], cable["lands_at_en"]) == ("suva-fiji|nukualofa-tonga", "Suva|Nuku'alofa")
    landing = read_rows(find_layers()["landings"]).set_index("id").loc["nukualofa-tonga"]
    assert landing["systems_en"] == "Tonga Cable|Tonga Domestic Cable Extension (TDCE)"


def test_a_branching_unit_is_no_landing_of_a_cable() -> None:
    assert not cables()["landing_ids"].str.contains(r"(?:^|\|)bu-").any()
