"""A crowd goes into the one file unless mail would refuse it, and a person is told of its size beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from layers.base import Layer
from layers.registry import bringing
from render.onefile import weight
from scene.choice import Choice
from scene.scene import Scene, build_scene
from tests.render.picture.crowds import crowd, crowded


@pytest.fixture(scope="module")
def layer() -> Iterator[Layer]:
    made = crowd()
    with bringing([made]):
        yield made


@pytest.fixture
def scene(layer: Layer) -> Scene:
    return crowded(layer)


def ids(layers: Iterable[Layer]) -> list[str]:
    return [layer.id for layer in layers]


def test_a_crowd_that_shows_goes_along(layer: Layer, scene: Scene) -> None:
    taken, bytes_ = weight.taken(scene)
    assert list(map(ids, (taken, weight.left_out(scene), weight.in_file(scene)))) == [[layer.id], [], [layer.id]]
    assert weight.ALONE.packed < bytes_.packed < weight.LIGHT


def test_one_that_is_off_is_mailed_to_nobody(layer: Layer) -> None:
    assert weight.in_file(build_scene(Choice())) == []


def test_one_that_mail_would_refuse_is_left_out_and_named(
    layer: Layer, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weight, "MOST", weight.ALONE.packed + 1)
    assert (weight.taken(scene), ids(weight.left_out(scene))) == (((), weight.ALONE), [layer.id])
    assert weight.in_file(scene) == []
