"""What a desk asks for by a word stands in some row, under the field that it belongs to."""

from __future__ import annotations

import pytest

from geo.tables import split
from layers.registry import find_layers
from layers.rows import read_rows
from layers.wording import records

WORDS = {
    "QZSS": "ict_solutions", "準天頂衛星": "ict_solutions", "AJCCBC": "cybersecurity", "CDC": "cybersecurity",
    "郵便": "postal", "postal": "postal", "消防": "fire_disaster", "fire": "fire_disaster",
    "統計": "soft_infrastructure",
    "statistic": "soft_infrastructure", "行政相談": "soft_infrastructure", "counselling": "soft_infrastructure",
    "雨量レーダー": "ict_solutions", "rain radar": "ict_solutions", "遠隔医療": "ict_solutions",
    "telemedicine": "ict_solutions", "Open RAN": "open_ran_5g", "CYDER": "cybersecurity", "EWBS": "fire_disaster",
}


def fields_with(word: str) -> set[str]:
    """Name the fields of the projects, old projects and documents that hold a word anywhere."""
    fields = set[str]()
    for layer_id in ("projects", "plan20", "mocs"):
        for row in records(read_rows(find_layers()[layer_id])):
            if any(word.casefold() in str(cell).casefold() for name, cell in row.items() if name != "source_urls"):
                fields |= set(split(f"{row['field_id']}|{row['also_fields']}"))
    return fields


@pytest.mark.parametrize(("word", "field"), WORDS.items())
def test_a_word_is_found_under_its_field(word: str, field: str) -> None:
    assert field in fields_with(word)
