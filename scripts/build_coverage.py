"""Writes docs/coverage.md: each thing that the plan names, and where it stands in the atlas.

Run: .venv/bin/python -m scripts.build_coverage
"""

from __future__ import annotations

from analysis.coverage import Covered, read_coverage
from scripts.pins import ROOT

PAGE = ROOT / "docs" / "coverage.md"
HEAD = """\
# 計画の項目とアトラスの対応 / Where the plan is in the atlas

計画の概要(2022年7月)が挙げる{count}項目を、アトラスのどこで見られるかの一覧です。
`data/coverage.csv` から `.venv/bin/python -m scripts.build_coverage` で作ります。
テストは、すべての場所を実際に開き、その項目に固有の語を読みます。

The {count} things that the plan's outline names, and where each is in the atlas. Made from `data/coverage.csv`;
tests open every place and read there a word that belongs to the thing.

- `?…` は地図と一覧の表示(アドレスの `?` 以降)。 / A view: what follows the `?` of an address.
- `region:africa › strategy` はページと節。端末では `python cli.py region africa`。 / A page and its section.

| # | 項目 | What | どこに / Where |
|---|---|---|---|
"""


def build() -> str:
    """Write the page as text."""
    covered = read_coverage()
    return HEAD.format(count=len(covered)) + "".join(map(_line, covered))


def _line(covered: Covered) -> str:
    return f"| {covered.id} | {covered.what.ja} | {covered.what.en} | `{covered.where}` |\n"


if __name__ == "__main__":
    PAGE.write_text(build(), encoding="utf-8")
