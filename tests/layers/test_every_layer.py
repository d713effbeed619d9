"""One contract for every layer alike; a new layer is covered as soon as it stands there."""

import ast
import re
from collections.abc import Iterator

import pytest
from shapely import Point

from geo.files import ROOT
from geo.tables import read_table
from i18n.text import Lang, Text
from layers.base import Field, Holds, Kind, Layer
from layers.registry import find_layers
from layers.rows import SHARED_COLUMNS, read_rows
from layers.schema import columns_of
from layers.support import check_table
from layers.wording import facts, look_of, name_of, records, sources
from scene.choice import Choice
from scene.survey import layer_counts

LAYERS = [pytest.param(layer, id=layer.id) for layer in find_layers().values()]
IN_ALL = {
    "redundancy": 55, "isdbt": 20, "cables": 98, "landings": 260, "datacenters": 61, "mocs": 146, "projects": 116,
    "plan20": 20,
}
BY_DEFAULT = {
    "redundancy": 55, "isdbt": 20, "cables": 83, "landings": 260, "datacenters": 9, "mocs": 136, "projects": 96,
    "plan20": 20,
}
MARKS = {
    Kind.AREA: {"", "plain", "hatched"},
    Kind.LINE: {"solid", "dashed", "dotted", "dashdot"},
    Kind.POINT: {"circle", "square", "diamond", "triangle", "down", "star", "plus", "cross", "pentagon"},
}
every_layer = pytest.mark.parametrize("layer", LAYERS)


def phrases(layer: Layer) -> Iterator[Text]:
    """List all that a layer says of itself."""
    yield from (layer.title, layer.source)
    yield from (phrase for phrase in (layer.date_means, layer.note) if phrase)
    for field in layer.fields:
        yield field.label
        yield from (category.label for category in field.categories)


@every_layer
def test_everything_is_said_in_both_languages(layer: Layer) -> None:
    assert not [phrase for phrase in phrases(layer) if not (phrase.ja and phrase.en)]


@every_layer
def test_no_two_fields_have_the_same_id_or_label(layer: Layer) -> None:
    ids = [field.id for field in layer.fields]
    assert len(set(ids)) == len(ids)
    for lang in Lang:
        shown = [field.label[lang] for field in layer.fields if field.in_facts or field.in_table]
        assert len(set(shown)) == len(shown)


@every_layer
def test_codes_are_unique_within_their_field(layer: Layer) -> None:
    assert all(len(set(field.codes)) == len(field.codes) for field in layer.fields)


@every_layer
def test_a_coded_field_declares_its_codes_and_no_other_does(layer: Layer) -> None:
    coded = {field.id for field in layer.fields if field.holds in (Holds.CODE, Holds.CODES)}
    assert coded == {field.id for field in layer.fields if field.categories}


@every_layer
def test_looks_have_colours_and_no_two_look_alike(layer: Layer) -> None:
    assert layer.field(layer.coloured_by) in layer.colourings
    for field in layer.colourings:
        looks = [look for look in field.categories if look.colour]
        assert all(re.fullmatch(r"#[0-9a-f]{6}", look.colour) for look in looks)
        assert all(look.mark in MARKS[layer.kind] for look in looks)
        assert len({(look.colour, look.mark, look.hollow) for look in looks}) == len(looks)


@every_layer
def test_every_look_that_occurs_has_a_colour(layer: Layer) -> None:
    for field in layer.colourings:
        occurring = set(read_rows(layer)[field.id])
        assert occurring <= {look.code for look in field.categories if look.colour}


@every_layer
def test_what_colours_a_layer_filters_it_too(layer: Layer) -> None:
    assert set(layer.colourings) - {layer.field(layer.coloured_by)} <= set(layer.filters)


@every_layer
def test_its_file_has_the_columns_declared_and_no_others(layer: Layer) -> None:
    declared = {column for field in layer.fields for column in columns_of(field)}
    assert set(read_table(layer.file).columns) == declared


@every_layer
def test_its_files_pass_the_check(layer: Layer) -> None:
    for file in (layer.file, *layer.beside):
        check_table(file)


@every_layer
def test_every_row_has_a_place_a_name_and_a_source(layer: Layer) -> None:
    rows = read_rows(layer)
    assert not rows.geometry.is_empty.any()
    assert rows.geometry.is_valid.all()
    for row in records(rows):
        for lang in Lang:
            assert name_of(row, lang)
            assert sources(row, lang)
            assert look_of(layer, row, lang)


@every_layer
def test_ids_are_unique_and_make_good_links(layer: Layer) -> None:
    ids = read_rows(layer)["id"]
    assert ids.is_unique
    assert ids.str.fullmatch(r"[\w.:-]{1,80}").all()


@every_layer
def test_rows_carry_the_columns_that_all_layers_share(layer: Layer) -> None:
    assert set(SHARED_COLUMNS) <= set(read_rows(layer).columns)


@every_layer
def test_facts_are_words_and_never_codes(layer: Layer) -> None:
    codes = {code for field in layer.fields for code in field.codes if "_" in code}
    for row in records(read_rows(layer)):
        for lang in Lang:
            assert not codes & {words for _, words in facts(layer, row, lang)}


@every_layer
def test_a_layer_counts_what_the_design_says(layer: Layer) -> None:
    assert len(read_rows(layer)) == IN_ALL[layer.id]
    assert layer_counts(Choice())[layer.id] == BY_DEFAULT[layer.id]


@every_layer
def test_what_it_names_exists(layer: Layer) -> None:
    assert layer.field(layer.coloured_by).categories
    if layer.promise:
        assert layer.field(layer.promise.date).holds == Holds.DATE
        assert layer.promise.while_status <= set(layer.field("status").codes)
    if layer.settled:
        assert layer.settled <= set(layer.field("status").codes)


def test_layers_stand_in_an_order_without_ties() -> None:
    orders = [layer.order for layer in find_layers().values()]
    assert orders == sorted(set(orders))


def test_all_twenty_adopters_show_although_some_switch_offs_are_unsure() -> None:
    rows = read_rows(find_layers()["isdbt"])
    unsure = rows[rows["confidence"] == "low"]
    assert len(unsure)
    assert set(unsure["status"]) == {"unknown"}


def test_a_date_that_has_passed_unconfirmed_is_read_as_last_stated() -> None:
    layer = find_layers()["cables"]
    late = list(records(read_rows(layer).query("overdue")))
    assert late
    assert all("last stated" in dict(facts(layer, row, Lang.EN))["Ready for service (RFS)"] for row in late)


@every_layer
def test_a_filter_has_codes_to_choose_from(layer: Layer) -> None:
    assert all(field.codes for field in layer.filters)


def test_a_field_that_is_not_there_cannot_be_asked_for() -> None:
    with pytest.raises(KeyError):
        find_layers()["isdbt"].field("nothing")


def test_a_blank_or_foreign_code_has_no_category() -> None:
    field: Field = find_layers()["cables"].field("status")
    assert field.category("") is None
    assert field.category("sunk") is None


def test_no_other_package_keeps_a_list_of_layers_of_its_own() -> None:
    modules = [path for name in ("geo", "scene", "render", "ui") for path in (ROOT / name).rglob("*.py")]
    for path in (*modules, ROOT / "app.py", ROOT / "cli.py"):
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        strings = {node.value for node in nodes if isinstance(node, ast.Constant)}
        assert not strings & set(find_layers()), path


def test_no_document_stands_on_jerusalem() -> None:
    rows = read_rows(find_layers()["mocs"]).set_index("id")
    with_israel = rows[rows["iso_a3"].str.contains("ISR")]
    assert len(with_israel)
    assert min(Point(35.2163, 31.769).distance(place) for place in with_israel.geometry) > 0.1
