from i18n.text import Lang
from layers.glossary import read_terms

ASKED_FOR = ("ISDB-T", "ASO", "EWBS", "MoC", "RFS", "JICT", "Open RAN", "QZSS", "MIC")


def test_the_glossary_has_every_short_word_of_the_page() -> None:
    names = " ".join(term.name.ja + term.name.en for term in read_terms())
    assert not [word for word in ASKED_FOR if word not in names]


def test_a_meaning_that_states_a_fact_names_its_page() -> None:
    terms = {term.term_id: term for term in read_terms()}
    assert terms["isdb-t"].sources(Lang.EN)[0].href.startswith("https://www.soumu.go.jp/")
    assert "2022" in terms["action-plan"].sources(Lang.JA)[0].text
    assert terms["rfs"].sources(Lang.EN) == ()
