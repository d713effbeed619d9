from analysis.search.entry import Kind
from analysis.search.fold import fold
from analysis.search.index import read_index
from analysis.search.words import FILE, SKIP, TEXT
from geo.tables import read_things, split

ASKED_FOR = (
    "米国", "豪州", "ウズベク", "印", "露", "英", "大洋州", "中央アジア", "QZSS", "AJCCBC", "CDC", "JICT", "Open RAN",
    "郵便", "消防", "統計", "行政相談", "雨量レーダー", "遠隔医療",
)


def test_every_word_means_something_that_there_is() -> None:
    numbers = read_index().numbers
    rows = read_things(FILE, lambda row: (row["word"], row["kind"], split(row["means"])))
    lost = [(word, kind, one) for word, kind, means in rows if kind not in (TEXT, SKIP)
            for one in means if (Kind(kind), one) not in numbers]
    assert not lost


def test_a_word_that_means_something_says_what() -> None:
    rows = read_things(FILE, lambda row: (row["word"], row["kind"], row["means"]))
    assert not [word for word, kind, means in rows if bool(means) == (kind == SKIP)]


def test_the_words_that_the_plan_s_desks_use_are_all_known() -> None:
    index = read_index()
    assert not [word for word in ASKED_FOR if not _is_known(word)]
    assert len(index.entries) > 1000


def _is_known(word: str) -> bool:
    key = fold(word).letters
    index = read_index()
    return key in index.named or key in index.words.alike
