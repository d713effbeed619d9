import pytest

from i18n.text import Lang
from scene.choice import Choice
from scene.grammar import read_choice, write_choice
from scene.presets import PRESETS, Preset, opened
from scene.scene import build_scene

every_preset = pytest.mark.parametrize("preset", [pytest.param(preset, id=preset.id) for preset in PRESETS])


@every_preset
def test_a_preset_is_a_query_that_is_understood_and_written_the_same(preset: Preset) -> None:
    reading = read_choice(preset.query)
    assert reading.notices == ()
    assert sorted(write_choice(reading.choice).split("&")) == sorted(preset.query.split("&"))


@every_preset
def test_a_preset_has_an_extent_of_its_own_and_rows_in_every_layer(preset: Preset) -> None:
    scene = build_scene(read_choice(preset.query).choice)
    assert scene.choice.bbox
    assert all(len(sheet.rows) for sheet in scene.sheets)


def test_language_and_look_outlive_the_opening_and_filters_do_not() -> None:
    before = read_choice("lang=en&look=quiet&region=africa").choice
    after = opened(PRESETS[0], before)
    assert (after.lang, after.look, after.region) == (Lang.EN, "quiet", frozenset())


def test_both_plans_of_the_chilean_route_show() -> None:
    ids = set(build_scene(opened(PRESETS[0], Choice())).sheets[0].rows["id"])
    assert {"humboldt", "asia-south-america-digital-gateway-2020"} <= ids
