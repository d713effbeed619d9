import pytest

from i18n.borrowed import BORROWED
from i18n.text import Lang, Text
from tests.i18n.foreign import JAPANESE


@pytest.mark.parametrize("phrase", BORROWED, ids=lambda phrase: phrase.en)
def test_a_phrase_of_streamlits_is_said_in_both_languages_with_the_same_gap(phrase: Text) -> None:
    assert JAPANESE.search(phrase.ja)
    assert not JAPANESE.search(phrase.en)
    assert phrase.ja.count("*") == phrase.en.count("*") <= 1


@pytest.mark.parametrize("lang", list(Lang))
def test_no_phrase_of_streamlits_is_there_twice(lang: Lang) -> None:
    said = [phrase[lang] for phrase in BORROWED]
    assert len(said) == len(set(said))
