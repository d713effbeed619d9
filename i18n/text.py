"""A phrase in both languages, and the language it is read in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from numbers import Integral
from unicodedata import east_asian_width


class Lang(StrEnum):
    """The two languages of the atlas, Japanese first."""

    JA = "ja"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One phrase; `text[lang]` reads it, `text.format(...)` fills its braces in both languages."""

    ja: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return self.ja if lang == Lang.JA else self.en

    def __add__(self, other: Text) -> Text:
        return Text(self.ja + other.ja, self.en + other.en)

    def __bool__(self) -> bool:
        return bool(self.ja or self.en)

    def format(self, *args: object, **kwargs: object) -> Text:
        """Fill the braces; a Text gives each language its own half, a number of things has thousands marks."""
        return Text(*(_fill(self[lang], lang, args, kwargs) for lang in Lang))

    def join(self, parts: list[Text]) -> Text:
        """Put this phrase between the parts, as str.join does."""
        return Text(*(self[lang].join(part[lang] for part in parts) for lang in Lang))


LISTED = Text("、", ", ")
"""What stands between the parts of a list: `LISTED.join(parts)`."""
AND_OTHERS = Text("ほか", " and others")


COUNTS = frozenset({"count", "total", "given", "rest", "left"})
"""Braces that hold a number of things: 1,234, as 公用文作成の考え方 (2022) writes numbers of four digits and more."""


def listed(names: list[Text], most: int) -> Text:
    """List names; of more than `most`, the first ones, and that there are others."""
    return LISTED.join(names) if len(names) <= most else LISTED.join(names[: most - 1]) + AND_OTHERS


def same(word: str) -> Text:
    """Make a Text of a word that is the same in both languages (an id, a number, a proper name)."""
    return Text(word, word)


def _fill(pattern: str, lang: Lang, args: tuple[object, ...], kwargs: dict[str, object]) -> str:
    def read(value: object, key: str = "") -> object:
        if key in COUNTS and isinstance(value, Integral):
            return f"{value:,}"
        return value[lang] if isinstance(value, Text) else value

    return pattern.format(*map(read, args), **{key: read(value, key) for key, value in kwargs.items()})


def wide(text: str) -> float:
    """Measure a text in full-width letters."""
    return sum(1.0 if east_asian_width(letter) in "WFA" else 0.5 for letter in text)
