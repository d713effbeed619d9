"""Write docs/data.md, the data dictionary, from what the layers and the tables behind them declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from i18n.text import LISTED, Text, same
from layers.base import Field, Holds
from layers.common import fields_of_the_plan
from layers.registry import find_layers
from layers.schema import columns_of
from layers.support import all_tables
from scripts.pins import ROOT

PAGE: Final = ROOT / "docs" / "data.md"
TITLES: Final[Mapping[str, Text]] = {
    "fields.csv": Text("計画の分野", "Fields of the plan"),
    "regions.csv": Text("地域", "Regions"),
    "region_aliases.csv": Text("計画に出てくる地域の言葉", "Area words of the plan"),
    "bodies.csv": Text("国際機関・枠組み", "International bodies"),
    "cable_segments.csv": Text("ケーブルの区間(つながり。経路ではない)", "Segments of cables (topology, no routes)"),
    "cable_joints.csv": Text("二つのケーブルが物理的につながる点", "Where two cables are physically joined"),
    "country_regions.csv": Text("国・地域", "Countries and areas"),
    "country_frames.csv": Text("国に寄るときの枠", "Frames to zoom to, by country"),
    "region_frames.csv": Text("地域の図の枠", "Frames to draw, by region"),
    "territory_policy.csv": Text("領土・帰属の描き方", "How territories are drawn"),
    "territory_edits.csv": Text("その方針で図形に加える作業", "What that policy does to the polygons"),
    "territory_marks.csv": Text("拡大図で名前を示す地点", "Places that close-ups name"),
    "polygon_codes.csv": Text("元の図形の符号", "Codes of the source's polygons"),
}
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
TABLE_HEAD: Final = ("| 列 column | 意味 | meaning | 入るもの | holds |", "|---|---|---|---|---|")
HEAD: Final = """# データ辞書 / Data dictionary

`make docs` が宣言(`layers/`)から書いたページです。直接は直さないでください。
This page is written from the declarations in `layers/` by `make docs`; do not edit it by hand.

- どの表も UTF-8 の CSV で、1行目が見出し。セルはすべて文字列として読みます(ナミビアの `NA` は欠損ではありません)。
  Every table is a CSV in UTF-8 with one header row; all cells are read as text (Namibia's `NA` is no missing value).
- **太字**の列は空欄にできません。`●` の列は絞り込みに使えます。
  Columns in **bold** must not be blank. `●` = the page filters by it.
- `seed` は計画の概要(2022年7月)を指します。 `seed` stands for the outline of the plan (July 2022).
- 出典のURLか出典の説明のどちらかが、どの行にも要ります。 Every row needs a source address or a note on its source.
- 直したあとは `python cli.py check` を実行してください。 After a change run `python cli.py check`.
"""
OUTLINES: Final = """## countries.geojson, countries_fine.geojson: 国の図形 / Outlines

`scripts/build_countries.py` が Natural Earth と上の表から作ります。1行に1図形。`countries_fine.geojson` は印刷用。
Made by `scripts/build_countries.py` from Natural Earth and the tables above; one feature a line.

| 属性 property | 意味 | meaning |
|---|---|---|
| `iso_a3` | 国コード。国・地域の表にないものは空欄 | country code; blank where the country table has none |
| **`polygon_id`** | 図形の番号 | id of the polygon |
| **`kind`** | `country` 国・地域、`other` 名称のみ、`undetermined` 帰属未定 | country, no facts, undetermined |
| **`name_ja`**, **`name_en`** | 名称 | name |
| `label_lon`, `label_lat` | 名称を置く位置 | where the name stands |
"""


def build() -> str:
    """Write the whole page."""
    titles = {**{layer.file: layer.title for layer in find_layers().values()}, **TITLES}
    tables = [_table(file, titles[file], fields) for file, fields in all_tables().items()]
    return "\n".join([HEAD, *tables, OUTLINES])


def _table(file: str, title: Text, fields: tuple[Field, ...]) -> str:
    lines = [line for field in fields for line in _lines(file, field)]
    return "\n".join([f"## {file}: {title.ja} / {title.en}", "", *TABLE_HEAD, *lines, ""])


def _lines(file: str, field: Field) -> Iterator[str]:
    if field.id == "id" and any(other is not field and other.column == field.column for other in all_tables()[file]):
        return  # the key of a table of countries is their code, which is described as such
    names = ", ".join(f"**`{name}`**" if field.required else f"`{name}`" for name in columns_of(field))
    mark, allowed = " ●" if field.filters else "", _allowed(field)
    yield f"| {names}{mark} | {field.label.ja} | {field.label.en} | {allowed.ja} | {allowed.en} |"


def _allowed(field: Field) -> Text:
    words = HOLDS[field.holds]
    if field.refers_to:
        file, column = field.refers_to
        words += Text(f"。{file} の `{column}`", f"; a `{column}` of {file}")
    elif field.categories == fields_of_the_plan():
        words += Text("。fields.csv の `field_id`", "; a `field_id` of fields.csv")
    elif field.categories:
        codes = [same(f"`{each.code}` ") + each.label for each in field.categories]
        words += Text(": ", ": ") + LISTED.join(codes)
    return Text(words.ja.replace("|", "\\|"), words.en.replace("|", "\\|"))


if __name__ == "__main__":
    PAGE.write_text(build(), encoding="utf-8")
