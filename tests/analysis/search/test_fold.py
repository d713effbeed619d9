import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.search.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ベトナム", "べとなむ"),
        ("ﾍﾞﾄﾅﾑ", "ベトナム"),
        ("ヴェトナム", "ベトナム"),
        ("データーセンター", "データセンタ"),
        ("フィジー", "フイジ"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("São Tomé", "SAO TOME"),
        ("Timor-Leste", "timor leste"),
        ("ISDB-T", "isdbt"),
        ("Nuku'alofa", "nukualofa"),
        ("5G", "５ｇ"),
    ],
)
def test_two_ways_of_writing_the_same_are_the_same(one: str, other: str) -> None:
    assert fold(one).letters == fold(other).letters


@pytest.mark.parametrize(("one", "other"), [("カ", "ガ"), ("ハ", "パ"), ("タイ", "台"), ("Iran", "Iraq")])
def test_what_differs_in_a_letter_stays_apart(one: str, other: str) -> None:
    assert fold(one).letters != fold(other).letters


def test_words_are_parted_where_a_latin_word_ends_and_japanese_is_not() -> None:
    assert fold("NTT香港 データ・センター").spaced == "ntt 香港でたせんた"


def test_a_part_reads_as_it_was_typed() -> None:
    folded = fold("海底ケーブル MoC")
    assert folded.letters == "海底けぶるmoc"
    assert folded.typed(0, 5) == "海底ケーブル"
    assert folded.typed(5, 8) == "moc"


@given(st.text(max_size=60))
def test_any_text_folds_to_letters_that_fold_to_themselves(text: str) -> None:
    folded = fold(text)
    assert fold(folded.spaced).letters == folded.letters
    assert max(folded.breaks) == len(folded.letters)
    assert folded.spaced.replace(" ", "") == folded.letters
