"""Write docs/data.md, the data dictionary, from what the layers and the tables behind them declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from i18n.text import Text
from layers.base import Field
from layers.dictionary import allowed
from layers.registry import find_layers
from layers.schema import columns_of
from layers.support import all_tables
from scripts.pins import ROOT

PAGE: Final = ROOT / "docs" / "data.md"
TITLES: Final[Mapping[str, Text]] = {
    "fields.csv": Text("計画の分野", "Fields of the plan"),
    "regions.csv": Text("地域", "Regions"),
    "region_aliases.csv": Text("計画に出てくる地域の言葉", "Area words of the plan"),
    "coverage.csv": Text("計画の項目とアトラスの対応", "Where the plan is in the atlas"),
    "glossary.csv": Text("用語集", "Glossary"),
    "search_words.csv": Text("検索の言葉(略称、読み、事業名)", "Words of search (short forms, readings, programmes)"),
    "bodies.csv": Text("国際機関・枠組み", "International bodies"),
    "base_maps.csv": Text("外部の背景地図(ATLAS_ONLINE=1 のときだけ)", "Outside base maps (only with ATLAS_ONLINE=1)"),
    "publishers.csv": Text("出典の発行元(ホストの名称)", "Publishers of the sources, by host"),
    "plan_2022_07.csv": Text("2022年7月時点の計画", "What was planned in July 2022"),
    "project_bodies.csv": Text("案件に関わる公的機関", "Public bodies that take part in projects"),
    "support_measures.csv": Text("計画の支援策", "Support measures of the plan"),
    "plan_frame.csv": Text("計画の背景・課題・理念", "Background, issues and principles of the plan"),
    "figures.csv": Text("計画の数値", "Figures of the plan"),
    "country_mentions.csv": Text("計画が国の名を挙げる箇所", "Where the plan names a country"),
    "area_mentions.csv": Text("計画が地域の名を挙げる箇所", "Where the plan names an area"),
    "plan_successors.csv": Text("計画の後に公表されたもの", "What was published after the plan"),
    "cable_segments.csv": Text("ケーブルの区間(つながり。経路ではない)", "Segments of cables (topology, no routes)"),
    "cable_companies.csv": Text("ケーブルの所有者と供給者", "Owners and suppliers of cables"),
    "cable_support.csv": Text("日本が支援・提案したケーブル", "Cables that Japan supports or proposed"),
    "cable_joints.csv": Text("二つのケーブルが物理的につながる点", "Where two cables are physically joined"),
    "branching_unit_moves.csv": Text("分岐装置の仮の位置を移したもの", "Branching units moved from their first guess"),
    "cable_length_exceptions.csv": Text(
        "公表の長さと比べられないケーブル", "Cables whose drawn length cannot be held against the published one"
    ),
    "cable_land_notes.csv": Text("陸にかかる区間の説明", "Segments that touch land, explained"),
    "country_regions.csv": Text("国・地域", "Countries and areas"),
    "country_frames.csv": Text("国に寄るときの枠", "Frames to zoom to, by country"),
    "region_frames.csv": Text("地域の図の枠", "Frames to draw, by region"),
    "territory_policy.csv": Text("領土・帰属の描き方", "How territories are drawn"),
    "territory_edits.csv": Text("その方針で図形に加える作業", "What that policy does to the polygons"),
    "territory_marks.csv": Text("拡大図で名前を示す地点", "Places that close-ups name"),
    "polygon_codes.csv": Text("元の図形の符号", "Codes of the source's polygons"),
}
TABLE_HEAD: Final = ("| 列 column | 意味 | meaning | 入るもの | holds |", "|---|---|---|---|---|")
HEAD: Final = """# データ辞書 / Data dictionary

`make docs` が宣言(`layers/`)から書いたページです。直接は直さないでください。
This page is written from the declarations in `layers/` by `make docs`; do not edit it by hand.

- どの表も UTF-8 の CSV で、1行目が見出し。セルはすべて文字列として読みます(ナミビアの `NA` は欠損ではありません)。
  Every table is a CSV in UTF-8 with one header row; all cells are read as text (Namibia's `NA` is no missing value).
- **太字**の列は空欄にできません。`●` の列は絞り込みに使えます。
  Columns in **bold** must not be blank. `●` = the page filters by it.
- *斜体*は表にはなく、読み込むときに作る項目です。 In *italics*: no column; made of others when the table is read.
- `seed` は計画の概要(2022年7月)を指します。 `seed` stands for the outline of the plan (July 2022).
- 出典のURLか出典の説明のどちらかが、どの行にも要ります。 Every row needs a source address or a note on its source.
- 直したあとは `python cli.py check` を実行してください。 After a change run `python cli.py check`.
"""
OUTLINES: Final = """## countries.geojson, countries_fine.geojson: 国の図形 / Outlines

`scripts/build_countries.py` が Natural Earth と上の表から作ります。1行に1図形。`countries_fine.geojson` は印刷用。
Made by `scripts/build_countries.py` from Natural Earth and the tables above; one feature a line.

`countries.wkb` と `countries_fine.wkb` は、同じ図形をすぐ読める形にしたものです(`python -m scripts.prepare_outlines`)。元のファイルと
違うときは使われません。 The same outlines, ready to be read at once; not used when the GeoJSON is any other.

| 属性 property | 意味 | meaning |
|---|---|---|
| `iso_a3` | 国コード。国・地域の表にないものは空欄 | country code; blank where the country table has none |
| **`polygon_id`** | 図形の番号 | id of the polygon |
| **`kind`** | `country` 国・地域、`other` 名称のみ、`undetermined` 帰属未定 | country, no facts, undetermined |
| **`name_ja`**, **`name_en`** | 名称 | name |
| `label_lon`, `label_lat` | 名称を置く位置 | where the name stands |
"""
ROUTES: Final = """## cables/*.geojson: ケーブルの線 / Lines of cables

`make data-cables` が区間と陸揚げ地から計算します(概略図)。1ファイルに1システム、1行に1区間。
±180度で切ってあります(RFC 7946)。
Computed by `make data-cables` from segments and landings (schematic). One file a system, one feature a segment, cut at
±180° (RFC 7946).

| 属性 property | 意味 | meaning |
|---|---|---|
| **`cable_id`**, **`segment`**, **`kind`**, `landing_status` | cable_segments.csv と同じ | as in cable_segments.csv |
| **`start`**, **`stop`** | 両端の陸揚げ地または分岐装置 | landing or branching unit at either end |
| **`lane`** | 並べて描くときの位置(左が正) | place beside its neighbours, to the left counts up |
| **`drawn_km`**, **`great_circle_km`** | 描いた長さ、両端の大圏距離 | length as drawn, great circle between the ends |
| **`land_km`** | 陸揚げ地から15km より外で陸にかかる長さ | length over land beyond 15 km of the landings |
"""


def build() -> str:
    """Write the whole page."""
    titles = {**{layer.file: layer.title for layer in find_layers().values()}, **TITLES}
    tables = [_table(file, titles[file], fields) for file, fields in all_tables().items()]
    return "\n".join([HEAD, *tables, OUTLINES, ROUTES])


def _table(file: str, title: Text, fields: tuple[Field, ...]) -> str:
    lines = [line for field in fields for line in _lines(file, field)]
    return "\n".join([f"## {file}: {title.ja} / {title.en}", "", *TABLE_HEAD, *lines, ""])


def _lines(file: str, field: Field) -> Iterator[str]:
    if field.id == "id" and any(other is not field and other.column == field.column for other in all_tables()[file]):
        return  # the key of a table of countries is their code, which is described as such
    names = ", ".join(f"**`{name}`**" if field.required else f"`{name}`" for name in columns_of(field))
    if field.derived:
        names = f"*{field.id}*"
    mark, words = " ●" if field.filters else "", _escaped(allowed(field))
    yield f"| {names}{mark} | {field.label.ja} | {field.label.en} | {words.ja} | {words.en} |"


def _escaped(words: Text) -> Text:
    return Text(words.ja.replace("|", "\\|"), words.en.replace("|", "\\|"))


if __name__ == "__main__":
    PAGE.write_text(build(), encoding="utf-8")
