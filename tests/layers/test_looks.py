import pytest

from layers.base import Kind, Layer
from layers.looks import looks_of
from layers.registry import find_layers
from layers.rows import read_rows


def cables() -> Layer:
    return find_layers()["cables"]


@pytest.mark.parametrize("field", ["theme", "supplier_group", "period"])
def test_widths_are_a_second_sign_beside_the_colour(field: str) -> None:
    assert len({category.width for category in cables().field(field).categories}) >= 3


def test_planned_cables_stay_dashed_whatever_the_colouring() -> None:
    rows = read_rows(cables())
    for field in cables().colourings:
        looks = looks_of(rows, cables(), field.id)
        planned = [look for look, status in zip(looks, rows["status"], strict=True) if status == "planned"]
        assert {look.mark for look in planned} == {"dashed"}


def test_cancelled_and_retired_cables_stay_grey_whatever_the_colouring() -> None:
    rows = read_rows(cables())
    own = looks_of(rows, cables(), "status")
    for field in cables().colourings:
        for look, usual, status in zip(looks_of(rows, cables(), field.id), own, rows["status"], strict=True):
            if status in ("cancelled", "retired"):
                assert (look.colour, look.mark) == (usual.colour, usual.mark)


def test_a_row_in_service_takes_the_colour_of_its_category() -> None:
    rows = read_rows(cables())
    looks = looks_of(rows, cables(), "theme")
    tonga = list(rows["id"]).index("tonga-cable")
    assert looks[tonga] == cables().field("theme").category("pacific_islands")


def test_a_layer_without_dashes_is_drawn_as_its_categories_say() -> None:
    layer = next(layer for layer in find_layers().values() if layer.kind == Kind.AREA)
    assert set(looks_of(read_rows(layer), layer, layer.coloured_by)) <= set(layer.looks)
