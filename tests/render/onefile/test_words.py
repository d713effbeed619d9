"""The page says what words.py knows, and words.py knows nothing that the page does not say."""

from __future__ import annotations

import re

import pytest

from i18n.text import Lang
from render.onefile import words
from render.onefile.page import FOLDER, PIECES, STYLES

SAID = re.compile(r"""say\("(\w+)"|phrases\.(\w+)|data-(?:say|title|label)="(\w+)\"""")


def said() -> set[str]:
    texts = [path.read_text("utf-8") for path in (*FOLDER.glob("*.js"), FOLDER / "page.html")]
    return {name for text in texts for found in SAID.findall(text) for name in found if name}


def test_every_phrase_is_said_and_every_phrase_that_is_said_is_known() -> None:
    assert said() == set(words.phrases())


@pytest.mark.parametrize("lang", list(Lang))
def test_headings_name_every_code_in_both_languages(lang: Lang) -> None:
    for heading in words.headings().values():
        assert heading["name"][lang]  # type: ignore[index]
        assert all(label[lang] for _code, label in heading["codes"])  # type: ignore[attr-defined]


def test_every_piece_of_the_folder_is_joined_into_the_page() -> None:
    assert {path.stem for path in FOLDER.glob("*.js")} == set(PIECES)
    assert {path.stem for path in FOLDER.glob("*.css")} == set(STYLES)
