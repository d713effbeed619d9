"""No Japanese on the English page and no English sentence on the Japanese one, in words and in facts; names aside."""

from __future__ import annotations

import pytest

from i18n.text import Lang
from layers.base import Layer
from layers.glossary import read_terms
from layers.registry import find_layers
from layers.rows import read_rows
from layers.wording import Row, facts, name_of, records
from tests.i18n.foreign import JAPANESE, english_sentences
from tests.i18n.phrases import read_phrases

PHRASES = read_phrases()


def test_the_rule_tells_a_sentence_from_a_name() -> None:
    assert english_sentences("状況: the switch-off is not yet done in the north")
    assert not english_sentences("総務省 Ministry of Internal Affairs and Communications の発表")


@pytest.mark.parametrize("name", sorted(PHRASES))
def test_every_phrase_keeps_to_its_language(name: str) -> None:
    phrase = PHRASES[name]
    assert not JAPANESE.search(phrase.en)
    assert not english_sentences(phrase.ja)


@pytest.mark.parametrize("layer", find_layers().values(), ids=find_layers())
def test_every_fact_keeps_to_its_language(layer: Layer) -> None:
    rows = list(records(read_rows(layer)))
    english = [(row["id"], said) for row in rows for said in (name_of(row, Lang.EN), *values(layer, row, Lang.EN))]
    japanese = [(row["id"], said) for row in rows for said in values(layer, row, Lang.JA)]
    assert not [fact for fact in english if JAPANESE.search(fact[1])]
    assert not [fact for fact in japanese if english_sentences(fact[1])]


def values(layer: Layer, row: Row, lang: Lang) -> list[str]:
    return [said for _label, said in facts(layer, row, lang)]


def test_the_glossary_keeps_to_its_language() -> None:
    terms = read_terms()
    assert not [term.term_id for term in terms if JAPANESE.search(term.name.en + term.meaning.en)]
    assert not [term.term_id for term in terms if english_sentences(term.meaning.ja)]
