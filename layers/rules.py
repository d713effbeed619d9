"""What a cell may hold, by the kind of field: each rule says in words what is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from geo.countries import read_countries
from geo.tables import read_table
from i18n.errors import AtlasError
from i18n.text import Text, same
from layers.base import Field, Holds

MARKUP = re.compile(r"<\s*[a-z!/?]|javascript:|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]", re.IGNORECASE)
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
LINK = re.compile(r"https?://[^\s\"'<>\\]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A test of one cell and what it allows, in words."""

    name: str
    allowed: Text
    holds: Callable[[str], bool]


PLAIN = Rule(
    "plain",
    Text("HTMLの記号や制御文字を含まない文字列", "text without HTML markup or control characters"),
    lambda cell: not MARKUP.search(cell),
)
FILLED = Rule("filled", Text("空欄にしない", "not blank"), lambda cell: bool(cell.strip()))


def rules_of(field: Field) -> tuple[Rule, ...]:
    """List the rules of a field's cells; the blank passes unless the field is required."""
    filled = (FILLED,) if field.required else ()
    return (PLAIN, *filled, *KINDS[field.holds](field), *_references(field))


def is_page(text: str) -> bool:
    """Tell whether a text is the address of a page, and nothing that could break out of an attribute."""
    return bool(LINK.fullmatch(text))


def is_date(cell: str) -> bool:
    """Tell whether a cell is YYYY, YYYY-MM or YYYY-MM-DD of the years 1900 to 2100."""
    match = DATE.fullmatch(cell)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        return 1900 <= date(year, month, day).year <= 2100
    except ValueError:
        return False


def _number(low: float, high: float) -> Callable[[str], bool]:
    return lambda cell: bool(NUMBER.fullmatch(cell)) and low <= float(cell) <= high


def _each(allowed: Collection[str]) -> Callable[[str], bool]:
    return lambda cell: all(part in allowed for part in cell.split("|"))


def _rule(name: str, allowed: Text, holds: Callable[[str], bool]) -> tuple[Rule, ...]:
    return (Rule(name, allowed, lambda cell: not cell or holds(cell)),)


def _references(field: Field) -> tuple[Rule, ...]:
    if field.refers_to is None:
        return ()
    file, column = field.refers_to
    known = _readable(lambda: frozenset(read_table(file).get(column, ())))
    words = Text(f"{file} の列 {column} にある値", f"a value of column {column} in {file}")
    return _rule("reference", words, _each(known)) if known else ()


def _readable(read: Callable[[], Collection[str]]) -> Collection[str]:
    """Read what cells may refer to; nothing when that file is broken, which its own check tells."""
    try:
        return read()
    except AtlasError:
        return ()


def _codes(field: Field) -> tuple[Rule, ...]:
    return _rule("code", same(" / ".join(field.codes)), lambda cell: cell in field.codes)


def _lists(field: Field) -> tuple[Rule, ...]:
    if field.refers_to:
        return ()  # the table that it refers to says more shortly what is allowed
    return _rule("codes", same(" | ".join(field.codes)), _each(field.codes))


def _countries(_field: Field) -> tuple[Rule, ...]:
    words = Text("ISO 3166-1 の3文字の国コード(| 区切り)", "ISO 3166-1 alpha-3 codes, joined by |")
    known = _readable(read_countries)
    return _rule("country", words, _each(known)) if known else ()


def _dates(_field: Field) -> tuple[Rule, ...]:
    return _rule("date", Text("YYYY、YYYY-MM、YYYY-MM-DD のいずれか", "YYYY, YYYY-MM or YYYY-MM-DD"), is_date)


def _links(_field: Field) -> tuple[Rule, ...]:
    words = Text("http(s) のURLか seed(| 区切り)", "http(s) addresses or seed, joined by |")
    return _rule("link", words, lambda cell: all(p == "seed" or is_page(p) for p in cell.split("|")))


def _joined(_field: Field) -> tuple[Rule, ...]:
    known = _readable(read_countries)

    def holds(cell: str) -> bool:
        pairs = [part.partition("=") for part in cell.split("|")]
        return all((code in known or not known) and is_date(day) for code, _, day in pairs)

    words = Text("国コード=日付(| 区切り)。例 TLS=2025-10-26", "code=date, joined by |, as in TLS=2025-10-26")
    return _rule("joined", words, holds)


def _between(name: str, low: float, high: float) -> Callable[[Field], tuple[Rule, ...]]:
    words = Text(f"{low:g} から {high:g} までの数", f"a number from {low:g} to {high:g}")
    return lambda _field: _rule(name, words, _number(low, high))


KINDS: dict[Holds, Callable[[Field], tuple[Rule, ...]]] = {
    Holds.TEXT: lambda _field: (),
    Holds.BILINGUAL: lambda _field: (),
    Holds.CODE: _codes,
    Holds.CODES: _lists,
    Holds.COUNTRIES: _countries,
    Holds.DATE: _dates,
    Holds.LINKS: _links,
    Holds.JOINED: _joined,
    Holds.NUMBER: _between("number", 0, 1e9),
    Holds.LONGITUDE: _between("longitude", -180, 180),
    Holds.LATITUDE: _between("latitude", -90, 90),
}
