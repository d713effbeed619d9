"""Write the decisions of docs/borders.md, in both languages, from data/territory_policy.csv.

python -m scripts.build_borders
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from geo.tables import read_table, split
from i18n.text import Lang, Text
from scripts.pins import ROOT

PAGE = ROOT / "docs" / "borders.md"
TO_BE_CONFIRMED = Text("〔要確認〕", " (to be confirmed)")
HOW = Text("データでの扱い", "In the data")
SOURCES = Text("出典", "Sources")
CONFIDENCE = Text("確度", "Confidence")
GRADES = {"high": Text("高", "high"), "medium": Text("中", "medium"), "low": Text("低", "low")}
COLON, STOP = Text(":", ": "), Text("。", ". ")


def build(page: str) -> str:
    """Put the decisions between the page's markers and leave the rest as it is."""
    rows = read_table("territory_policy.csv").to_dict("records")
    for lang in Lang:
        start, end = f"<!-- {lang} -->\n", f"<!-- /{lang} -->"
        before, rest = page.split(start)
        page = before + start + "\n".join(_decision(row, lang) for row in rows) + end + rest.split(end)[1]
    return page


def _decision(row: Mapping[Any, str], lang: Lang) -> str:
    """Write one decision: where, how it is drawn, and what it rests on."""
    mark = TO_BE_CONFIRMED[lang] if row["needs_confirmation"] == "1" else ""
    lines = [
        f"#### {row[f'item_{lang}']}{mark}\n",
        f"{row[f'decision_{lang}']}\n",
        f"- {HOW[lang]}{COLON[lang]}{row[f'how_{lang}']}",
        f"- {SOURCES[lang]}{COLON[lang]}{_sources(row, lang)}",
        f"- {CONFIDENCE[lang]}{COLON[lang]}{GRADES[row['confidence']][lang]}\n",
    ]
    return "\n".join(lines)


def _sources(row: Mapping[Any, str], lang: Lang) -> str:
    """Give the words about the sources and a link to each, named by its host."""
    links = " · ".join(f"[{urlsplit(url).hostname}]({quote(url, safe=':/?=&#%')})" for url in split(row["source_urls"]))
    return STOP[lang].join(filter(None, [row[f"source_note_{lang}"], links]))


if __name__ == "__main__":
    PAGE.write_text(build(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
