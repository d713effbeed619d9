"""What each column may hold, in words: the dictionary of docs/data.md and of the desk's workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from i18n.text import LISTED, Text, same
from layers.base import Field, Holds
from layers.common import fields_of_the_plan
from layers.schema import columns_of

IN_JA, IN_EN = Text("(日本語)", " (Japanese)"), Text("(英語)", " (English)")
HOLDS: Final[Mapping[Holds, Text]] = {
    Holds.TEXT: Text("文字列", "text"),
    Holds.BILINGUAL: Text("日本語・英語の組(両方書くか両方空欄)", "text in both languages (both or neither)"),
    Holds.CODE: Text("符号ひとつ", "one code"),
    Holds.CODES: Text("符号(`|` 区切り)", "codes, joined by `|`"),
    Holds.COUNTRIES: Text("国コード(`|` 区切り)", "ISO 3166-1 alpha-3, joined by `|`"),
    Holds.DATE: Text("年、年-月、年-月-日", "YYYY, YYYY-MM or YYYY-MM-DD"),
    Holds.NUMBER: Text("0以上の数", "a number from 0"),
    Holds.LONGITUDE: Text("経度(-180〜180)", "degrees, -180 to 180"),
    Holds.LATITUDE: Text("緯度(-90〜90)", "degrees, -90 to 90"),
    Holds.LINKS: Text("http(s) のURL か seed(`|` 区切り)", "http(s) addresses or seed, joined by `|`"),
    Holds.JOINED: Text("国コード=日付(`|` 区切り)", "code=date, joined by `|`"),
}


def allowed(field: Field) -> Text:
    """Say what the cells of a field may hold."""
    words = HOLDS[field.holds]
    if field.refers_to:
        file, column = field.refers_to
        words += Text(f"。{file} の `{column}`", f"; a `{column}` of {file}")
    elif field.categories == fields_of_the_plan():
        words += Text("。fields.csv の `field_id`", "; a `field_id` of fields.csv")
    elif field.categories:
        codes = [same(f"`{each.code}` ") + each.label for each in field.categories]
        words += Text(": ", ": ") + LISTED.join(codes)
    return words


def fields_by_column(fields: Sequence[Field]) -> Mapping[str, Field]:
    """Find the field of each column; of two on one column the later says more than that it is the key."""
    return {column: field for field in fields for column in columns_of(field)}


def label(field: Field, column: str) -> Text:
    """Say what a column means; one of a bilingual pair names its language."""
    if field.holds != Holds.BILINGUAL:
        return field.label
    return field.label + (IN_JA if column.endswith("_ja") else IN_EN)
