from io import BytesIO

import pytest
from PIL import Image

from analysis.brief import country_brief
from analysis.pages import open_page
from i18n.text import Lang
from render.brief.picture import SMALL, picture_of
from scene.choice import Choice
from scene.grammar import read_choice
from tests.render.brief.documents import saying


def test_the_map_is_the_document_s_view_with_the_country_picked_out() -> None:
    document = country_brief(Choice(), "TUV")
    with Image.open(BytesIO(picture_of(document))) as picture:
        assert picture.size == (1500, 1100)
        assert picture.info["Title"] == document.title
        choice = read_choice(str(picture.info["Query"])).choice
    assert choice.country == {"TUV"}
    assert choice.select == ("TUV",)


def test_layers_that_have_nothing_leave_the_legend() -> None:
    with Image.open(BytesIO(picture_of(country_brief(Choice(), "TUV")))) as picture:
        assert len(read_choice(str(picture.info["Query"])).choice.layers) == 2  # its cable and a survey


def test_a_document_that_stands_beside_no_view_has_no_map() -> None:
    assert picture_of(saying("x")) == b""


@pytest.mark.parametrize("name", ["matrix", "plan20", "field:ict_solutions"])
def test_a_view_of_many_layers_still_leaves_room_for_its_map(name: str) -> None:
    with Image.open(BytesIO(picture_of(open_page(name, Choice(lang=Lang.EN))))) as picture:
        assert picture.size == (SMALL.width_px, SMALL.height_px)


def test_the_overview_stands_beside_no_view() -> None:
    assert picture_of(open_page("overview", Choice(lang=Lang.EN))) == b""
