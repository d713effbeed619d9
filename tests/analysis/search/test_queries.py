from collections import Counter

from tests.analysis.search.table import read_queries

FEWEST = 150
SHARE = 0.98
SORTS = ("kanji", "kana", "short", "English", "ISO", "misspelt", "programme", "phrase", "row", "city", "words")


def test_the_table_has_queries_of_every_sort_and_none_twice() -> None:
    queries = read_queries()
    assert len(queries) >= FEWEST
    counted = Counter(query.sort for query in queries)
    assert set(counted) == set(SORTS)
    assert min(counted.values()) >= 5
    assert len({(query.query, query.kind) for query in queries}) == len(queries)


def test_what_is_meant_is_among_the_first_three_for_98_of_100() -> None:
    answers = [(query, query.answer()) for query in read_queries()]
    missed = [
        f"{query.query}: wanted {query.kind} {query.id}, got {[f'{hit.kind} {hit.id}' for hit in answer.hits[:3]]}"
        for query, answer in answers if not query.is_answered_by(answer)
    ]
    assert len(missed) <= (1 - SHARE) * len(answers), "\n".join(missed)


def test_the_phrases_of_the_issue_are_all_answered() -> None:
    phrases = [query for query in read_queries() if query.sort == "phrase"]
    assert not [query.query for query in phrases if not query.is_answered_by(query.answer())]
