from __future__ import annotations

import pytest

from serve.policy import Kind, policies

MADE = policies(lambda: ("window.map = 1;",), lambda: ("https://tiles.example",))
WRITTEN = {kind: dict(part.partition(" ")[::2] for part in write().split("; ")) for kind, write in MADE.items()}


@pytest.mark.parametrize("kind", Kind)
def test_no_kind_of_path_lets_just_any_script_run(kind: Kind) -> None:
    scripts = WRITTEN[kind].get("script-src", WRITTEN[kind]["default-src"]).split()
    assert not {"'unsafe-inline'", "'unsafe-hashes'", "*", "data:", "http:", "https:"} & set(scripts)


def test_only_the_frame_of_the_map_may_make_scripts_of_words() -> None:
    assert [kind for kind, write in MADE.items() if "'unsafe-eval'" in write()] == [Kind.FRAME]


def test_only_the_frame_of_the_map_takes_pictures_of_another_host_and_only_of_those_allowed() -> None:
    assert {kind: "://" in write() for kind, write in MADE.items()} == {kind: kind is Kind.FRAME for kind in Kind}
    none_allowed = policies(lambda: (), lambda: ())[Kind.FRAME]()
    assert "://" not in none_allowed


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_framed_elsewhere_and_no_form_leaves(kind: Kind) -> None:
    assert WRITTEN[kind]["frame-ancestors"] in ("'self'", "'none'")
    assert WRITTEN[kind]["form-action"] in ("'self'", "'none'")
    assert WRITTEN[kind]["base-uri"] in ("'self'", "'none'")


def test_what_was_made_for_a_person_has_no_origin() -> None:
    assert WRITTEN[Kind.MEDIA]["sandbox"] == ""
