"""Any view, written as a link and read again, is the same view with the same rows."""

from __future__ import annotations

from hypothesis import given, settings

from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import read_choice, write_choice
from scene.scene import build_scene
from scene.sieve import read_sieve
from tests.profile import many
from tests.scene.choices import choices


def rows_of(choice: Choice) -> dict[str, list[str]]:
    """Name the rows that a choice lets through, layer by layer, without building a scene."""
    sieves = [read_sieve(layer, choice.plan) for layer in find_layers().values() if layer.id in choice.layers]
    return {sieve.layer.id: list(sieve.rows.loc[sieve.shown(choice), "id"]) for sieve in sieves}


@settings(max_examples=many(sample=40, prove=10_000))
@given(choices())
def test_a_link_that_is_read_again_gives_the_same_choice_and_rows(choice: Choice) -> None:
    reading = read_choice(f"https://atlas.example.jp/?{write_choice(choice)}")
    assert (reading.choice, reading.notices) == (choice, ())
    scene = build_scene(reading.choice)
    assert {sheet.layer.id: list(sheet.rows["id"]) for sheet in scene.sheets} == rows_of(choice)
