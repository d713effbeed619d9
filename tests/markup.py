"""The corpus of markup (tests/corpora/markup.json): what stands in data and addresses and must stay text everywhere."""

from __future__ import annotations

import json
from pathlib import Path

CORPUS: dict[str, list[str]] = json.loads((Path(__file__).parent / "corpora" / "markup.json").read_text("utf-8"))
PAYLOADS = tuple(payload for family in CORPUS.values() for payload in family)
