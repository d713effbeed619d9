import string

import pytest

from i18n import words
from i18n.text import Text

PHRASES = {name: phrase for name, phrase in vars(words).items() if isinstance(phrase, Text)}


def braces(phrase: str) -> set[str | None]:
    """Name what a phrase leaves to be filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


@pytest.mark.parametrize("name", PHRASES)
def test_every_phrase_is_written_in_both_languages(name: str) -> None:
    assert PHRASES[name].ja
    assert PHRASES[name].en


@pytest.mark.parametrize("name", PHRASES)
def test_both_languages_leave_the_same_to_be_filled_in(name: str) -> None:
    assert braces(PHRASES[name].ja) == braces(PHRASES[name].en)


@pytest.mark.parametrize("name", PHRASES)
def test_no_english_phrase_holds_japanese(name: str) -> None:
    assert not [letter for letter in PHRASES[name].en if "\u3040" <= letter <= "\u9fff"] or name == "LANGUAGE"
