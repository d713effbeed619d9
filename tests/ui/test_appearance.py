"""What is typed and ticked in the picture panel is in the choice as an address would give it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from i18n import picture as words


def panel_alone() -> None:
    """Draw the appearance of a picture and nothing else."""
    from scene.scene import build_scene
    from ui import appearance, state

    appearance.show_appearance(build_scene(state.open_choice()))


@pytest.fixture
def opened() -> Callable[..., AppTest]:
    """Open the panel on a query."""

    def open_(**query: str) -> AppTest:
        page = AppTest.from_function(panel_alone, default_timeout=120)
        for key, value in query.items():
            page.query_params[key] = value
        page.run()
        assert not page.exception
        return page

    return open_


def asked(page: AppTest, part: str) -> str:
    """Give a part of the address."""
    assert not page.exception
    return str(page.query_params[part])


def test_marks_stand_before_words_of_one_s_own(opened: Callable[..., AppTest]) -> None:
    page = opened(stamp="総務省", lang="ja")
    page.checkbox(key="stamp:draft").check().run()
    page.checkbox(key="stamp:care").check().run()
    assert asked(page, "stamp") == "care,draft,総務省"
    page.checkbox(key="stamp:care").uncheck().run()
    assert asked(page, "stamp") == "draft,総務省"


@pytest.mark.parametrize("typed", ["国際戦略局、2026年11月", "国際戦略局,2026年11月", " 国際戦略局 , 2026年11月,"])
def test_words_are_parted_by_any_comma(opened: Callable[..., AppTest], typed: str) -> None:
    page = opened(stamp="draft")
    page.text_input(key="stamp_own").input(typed).run()
    assert asked(page, "stamp") == "draft,国際戦略局,2026年11月"
    assert page.text_input(key="stamp_own").value == "国際戦略局、2026年11月"


def test_today_is_added_once_to_what_is_there(opened: Callable[..., AppTest]) -> None:
    page = opened(stamp="MIC")
    page.button(key="stamp_today").click().run()
    office, today = asked(page, "stamp").split(",")
    assert office == "MIC"
    assert re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", today)
    assert page.button(key="stamp_today").disabled


def test_the_title_made_from_the_view_stands_where_one_s_own_would(opened: Callable[..., AppTest]) -> None:
    page = opened(layers="isdbt")
    assert page.text_input(key="title").placeholder == "地デジ日本方式(ISDB-T)採用国"
    page.text_input(key="title").input("  採用国の  いま ").run()
    assert asked(page, "title") == "採用国の いま"


def test_parts_and_ground_are_ticked(opened: Callable[..., AppTest]) -> None:
    page = opened()
    page.checkbox(key="part:legend").uncheck().run()
    page.checkbox(key="ground").check().run()
    assert asked(page, "parts") == "title,graticule,sources"
    assert asked(page, "ground") == "transparent"
    for part in ("title", "graticule", "sources"):
        page.checkbox(key=f"part:{part}").uncheck().run()
    assert asked(page, "parts") == "none"


def test_a_flat_projection_has_a_middle_longitude_alone(opened: Callable[..., AppTest]) -> None:
    page = opened(projection="robinson", centre="140")
    assert [(each.label, each.value) for each in page.number_input] == [(words.CENTRE.ja, 140)]
    page.number_input(key="centre").set_value(-170.0).run()
    assert asked(page, "centre") == "-170"


def test_a_globe_is_tilted_too(opened: Callable[..., AppTest]) -> None:
    page = opened(projection="orthographic", centre="140,35")
    assert [each.value for each in page.number_input] == [140, 35]
    page.number_input(key="centre_lat").set_value(-20.0).run()
    assert asked(page, "centre") == "140,-20"
