"""The table of queries and what each must find; an id may name several that are as right, joined by |."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.search.answer import Answer, find
from i18n.text import Lang
from scene.grammar import write_choice

FILE = Path(__file__).with_name("queries.csv")
PHRASE = "phrase"
FIRST = 3


@dataclass(frozen=True)
class Query:
    """What is typed, and what must be among the first hits, or the view that a phrase must ask for."""

    query: str
    lang: str
    kind: str
    id: str
    sort: str

    def answer(self) -> Answer:
        """Ask for it."""
        return find(self.query, Lang(self.lang))

    def is_answered_by(self, answer: Answer) -> bool:
        """Tell whether an answer is right: a view word by word, a thing among the first three."""
        if self.kind == PHRASE:
            asked = answer.choice is not None and write_choice(answer.choice) == self.id
            return asked and not answer.not_understood
        first = {(str(hit.kind), hit.id) for hit in answer.hits[:FIRST]}
        return any((self.kind, one) in first for one in self.id.split("|"))


@cache
def read_queries() -> tuple[Query, ...]:
    """Read the table."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(Query(**row) for row in csv.DictReader(file))
