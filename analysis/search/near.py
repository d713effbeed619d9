"""How like two words are that were meant to be the same: misspelt, letters missing or changed over."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

ROUGHLY = 0.84
CANDIDATES = 40


def near(letters: str, keys: Sequence[str], *, least: float, limit: int) -> list[tuple[str, float]]:
    """List the keys nearest to a word with their likeness (0 to 1), the nearest first.

    Jaro-Winkler forgives changed order and trusts beginnings; the plain ratio holds it back on long names.
    """
    rough = process.extract(letters, keys, scorer=JaroWinkler.normalized_similarity, score_cutoff=ROUGHLY,
                            limit=CANDIDATES)
    judged = [(key, (likeness + fuzz.ratio(letters, key) / 100) / 2) for key, likeness, _ in rough]
    return sorted((pair for pair in judged if pair[1] >= least), key=lambda pair: -pair[1])[:limit]
