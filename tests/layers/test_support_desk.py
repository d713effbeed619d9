from __future__ import annotations

from pathlib import Path

import pytest

from geo.tables import read_table
from i18n.errors import AtlasError
from layers.support import check_table
from layers.support_desk import DESK
from tests.folders import copied_data, set_cell

ROWS = {
    "project_bodies.csv": 58, "support_measures.csv": 5, "plan_frame.csv": 22, "figures.csv": 32,
    "country_mentions.csv": 57, "area_mentions.csv": 70, "plan_successors.csv": 11,
}


@pytest.mark.parametrize("file", DESK)
def test_a_table_has_all_its_rows_and_passes_its_check(file: str) -> None:
    check_table(file)
    assert len(read_table(file)) == ROWS[file]


@pytest.mark.parametrize(
    ("file", "column", "value", "allowed"),
    [
        ("figures.csv", "plan20_no", "21", "plan20.csv"),
        ("figures.csv", "countries", "XXX", "ISO 3166-1"),
        ("figures.csv", "unit", "furlongs", "people"),
        ("country_mentions.csv", "section_region_id", "atlantis", "regions.csv"),
        ("country_mentions.csv", "role", "host", "partner"),
        ("area_mentions.csv", "area_id", "atlantis", "region_aliases.csv"),
        ("plan_frame.csv", "group", "annex", "background"),
        ("plan_successors.csv", "moc_id", "no-such", "mocs.csv"),
        ("plan_successors.csv", "field_ids", "telegraph", "fields.csv"),
        ("support_measures.csv", "points_en", "One", "as many parts"),
        ("project_bodies.csv", "kind", "ministries", "partner_public"),
        ("projects.csv", "cable_id", "no-such-cable", "cables.csv"),
        ("projects.csv", "plan20_no", "0", "plan20.csv"),
        ("plan20.csv", "areas_named", "atlantis", "region_aliases.csv"),
        ("plan20.csv", "regions", "atlantis", "regions.csv"),
    ],
)
def test_a_wrong_cell_is_named_with_what_is_allowed(
    file: str, column: str, value: str, allowed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    set_cell(folder, file, 2, column, value)
    with pytest.raises(AtlasError) as caught:
        check_table(file)
    assert f"{file}, row 2, column {column}: value “{value}”" in caught.value.text.en
    assert allowed in caught.value.text.en


def test_what_came_after_the_plan_says_how_it_relates_to_it() -> None:
    table = read_table("plan_successors.csv").set_index("successor_id")
    assert "35%" in str(table.loc["digital-strategy-2030", "what_en"])
    assert list(table.index[table["kind"] == "nearest"]) == ["digital-strategy-2030"]
    assert (table[["relation_ja", "relation_en"]] != "").all(axis=None)
