"""A text in the search field: whatever it is, hits whose links open, and a view that can be written."""

from __future__ import annotations

from analysis.search.answer import LIMIT, find
from i18n.text import Lang
from scene.grammar import read_choice, write_choice
from tests.fuzz.mutators import worded
from tests.fuzz.target import FaultError, Target

WORDS = (
    "ウズベキスタン", "米国", "UZB", "uz", "大洋州", "海底ケーブル", "2019年以降", "2015-2020", "より前", "から",
    "の", "と", "planned", "under construction", "データセンター", "ISDB-T", "EWBS", "moc",
    "覚書", " in ", " and ", "since 2010",
    "・", "ー", "ヴ", "カ゛", "ſ", "İ", "ﬁ", "𠮷", "\u200b", "\u202e", "\ud7ff", "'", '"', "(", "[", "\\", "*", "%",
    "0", "9999", "Côte d'Ivoire", "チリ", "フンボルト", "太平洋島しょ国", "ASEAN",
)


def one(data: bytes) -> None:
    """Search; each hit has a title and a link that is read without a word dropped."""
    lang = Lang.EN if data[:1] == b"~" else Lang.JA
    answer = find(data.decode("utf-8", "replace"), lang)
    if len(answer.hits) > LIMIT:
        raise FaultError(f"{len(answer.hits)} hits")
    for hit in answer.hits:
        if not hit.title or read_choice(hit.query).notices:
            raise FaultError(f"a hit that cannot be opened: {hit}")
    if answer.choice and read_choice(write_choice(answer.choice)).choice != answer.choice:
        raise FaultError(f"a view that reads as another: {answer.choice}")


TARGET = Target("search", one, worded(*WORDS), runs=60_000, sample=60, longest=512)
