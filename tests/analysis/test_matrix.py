from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.matrix import NOTHING, Cell, build_matrix, to_grid
from analysis.pen import whole
from geo.countries import read_countries, read_regions
from layers.common import fields_of_the_plan
from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene
from scene.survey import layer_counts

QUERIES = (
    "", "show=all", "region=oceania", "country=UZB,VNM&field=postal,data_center_infra_sharing",
    "year=2015-2020&region=southeast_asia",
    "region=africa&field=cybersecurity", "mocs.kind=moc&region=southeast_asia", "confidence=high&region=europe",
    "country=FJI,DEU&region=oceania", "layers=mocs&lang=en&region=europe",
    "lens=adopters_without_ewbs&region=latin_america", "plan=2022-07&region=oceania",
)
FIELDS = [category.code for category in fields_of_the_plan()]


def matrix_of(query: str, *, all_layers: bool = True):  # type: ignore[no-untyped-def]
    choice = read_choice(query).choice
    return build_matrix(whole(choice) if all_layers else choice)


def shown(cell: Cell) -> tuple[tuple[str, int], ...]:
    """Count what the view of a cell shows, layer by layer."""
    choice = read_choice(cell.query).choice
    counts = layer_counts(choice)
    return tuple((layer, counts[layer]) for layer in find_layers() if layer in choice.layers and counts[layer])


@pytest.mark.parametrize("query", QUERIES)
def test_every_number_is_what_its_own_link_shows(query: str) -> None:
    matrix = matrix_of(query)
    cells = [cell for row in matrix.rows for cell in (*row.cells, row.total)]
    assert any(cell.count for cell in cells)
    for cell in cells:
        assert bool(cell.query) or not cell.count
        if cell.query:
            assert cell.kinds == shown(cell)


def test_a_cell_opens_as_a_scene_with_as_many_rows() -> None:
    for row in matrix_of("region=south_central_asia").rows:
        for cell in (*row.cells, row.total):
            if cell.query:
                assert build_scene(read_choice(cell.query).choice).count == cell.count


@settings(max_examples=15, deadline=None)
@given(
    st.frozensets(st.sampled_from(sorted(read_regions())), max_size=2),
    st.frozensets(st.sampled_from(sorted(read_countries())), max_size=4),
    st.frozensets(st.sampled_from(FIELDS), max_size=3), st.booleans(),
)
def test_any_filters_agree_with_the_map(
    regions: frozenset[str], countries: frozenset[str], fields: frozenset[str], show_all: bool,
) -> None:
    choice = whole(Choice(region=regions, country=countries, field=fields, show_all=show_all))
    matrix = build_matrix(choice)
    assert set(matrix.fields) == (fields or set(FIELDS))
    for row in matrix.rows:
        assert row.total.kinds == shown(row.total)
        assert not regions or row.region_id in regions
        assert row.is_region or not countries or row.id in countries


def test_a_row_stands_for_every_region_and_country() -> None:
    rows = matrix_of("").rows
    assert [row.id for row in rows if row.is_region] == list(read_regions())
    assert {row.id for row in rows if not row.is_region} == set(read_countries())


def test_the_regions_are_followed_by_their_own_countries() -> None:
    for row in matrix_of("").rows:
        assert row.is_region or read_countries()[row.id].region_id == row.region_id


def test_documents_through_the_eu_are_counted_apart() -> None:
    estonia = matrix_of("").row("EST")
    own = sum(1 for row in build_scene(replace(read_choice(estonia.total.query).choice)).sheets[-1].each_row()
              if "EST" in str(row["iso_a3"]).split("|"))
    assert estonia.total.through > 0
    assert dict(estonia.total.kinds)["mocs"] - estonia.total.through <= own or own == 0


def test_a_row_of_two_fields_counts_in_both_and_once_in_the_total() -> None:
    row = matrix_of("layers=mocs", all_layers=False).row("AZE")
    by_field = dict(zip(FIELDS, row.cells, strict=True))
    assert by_field["postal"].count >= 1
    assert sum(cell.count for cell in row.cells) > row.total.count


def test_the_table_leaves_silent_countries_out_unless_asked() -> None:
    matrix = matrix_of("region=oceania&lang=en")
    silent = [row.name.en for row in matrix.rows if not row.is_region and not row.total.count]
    short, full = to_grid(matrix), to_grid(matrix, empty=True)
    assert len(full.rows) - len(short.rows) == len(silent)
    assert not {row[0].text for row in short.rows} & set(silent)
    assert full.head[1:] == (*(category.label.en for category in fields_of_the_plan()), "All fields")


def test_a_cell_without_rows_reads_as_a_dash_and_leads_nowhere() -> None:
    for row in to_grid(matrix_of("region=africa")).rows:
        for cell in row[1:]:
            assert (cell.text == NOTHING) == (cell.query == "")
