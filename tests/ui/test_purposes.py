"""What a picture is for decides its size, and what it carries as long as nobody picked that by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from scene.choice import USUAL_PARTS, Choice
from scene.grammar import read_choice, write_choice
from scene.paper import read_paper
from tests.scene.choices import choices
from ui.purposes import OWN, PURPOSES, fault_of, paper_of, purpose_of, serve


@pytest.mark.parametrize("name", PURPOSES)
def test_a_purpose_is_known_again_by_its_size(name: str) -> None:
    choice = serve(Choice(), name)
    assert purpose_of(choice) == name
    assert purpose_of(read_choice(write_choice(choice)).choice) == name


def test_a_handout_carries_a_list_and_a_slide_does_not() -> None:
    handout = serve(Choice(), "handout")
    assert handout.parts == USUAL_PARTS | {"rows"}
    assert serve(handout, "full") == Choice()


def test_parts_that_were_picked_by_hand_stay() -> None:
    picked = replace(Choice(), parts=frozenset({"legend"}))
    assert serve(picked, "handout").parts == {"legend"}


@given(choices())
def test_one_s_own_size_begins_with_the_sides_that_were_there(choice: Choice) -> None:
    own = serve(choice, OWN)
    assert purpose_of(own) == OWN
    assert (paper_of(own).sides, paper_of(own).dpi) == (paper_of(choice).sides, paper_of(choice).dpi)
    assert paper_of(read_choice(write_choice(own)).choice).sides == paper_of(choice).sides


def test_the_same_button_pressed_again_changes_nothing() -> None:
    assert serve(Choice(size="a3"), None) == Choice(size="a3")


def test_a_paper_that_cannot_be_is_said_and_the_usual_one_stands_in() -> None:
    impossible = Choice(size="a3", dpi=1200)
    assert "1200" in str(fault_of(impossible))
    assert paper_of(impossible) == read_paper("1920x1080")
    assert fault_of(Choice(size="a3", dpi=200)) is None
