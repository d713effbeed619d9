"""How tests find words of the other language."""

from __future__ import annotations

import re

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z]*\b[ ,]+){3,}[A-Za-z][a-z]*\b")
TURNS = re.compile(r"\b(?:a|are|be|been|but|by|from|has|have|in|is|it|its|no|not|on|or|that|this|to|was|were|with)\b")
"""Small words that make a sentence; "of", "and", "the" and "for" stand in names as well."""


def english_sentences(text: str) -> list[str]:
    """Find runs of English words that say something rather than name it."""
    return [run[0] for run in SENTENCE.finditer(text) if TURNS.search(run[0])]
