"""Counts in few letters, as they stand in a circle on a map: 1.2万 or 12k."""

from __future__ import annotations

from i18n.text import Text

TEN_THOUSAND, THOUSAND = 10_000, 1_000


def short(count: int) -> Text:
    """Word a count in few letters: small ones as they are, others in 万 and thousands, one decimal below ten."""
    return Text(_in(count, TEN_THOUSAND, "万"), _in(count, THOUSAND, "k"))


def _in(count: int, step: int, unit: str) -> str:
    if count < step:
        return f"{count:,}"
    tenths = (count * 10 + step // 2) // step
    whole, tenth = divmod(tenths, 10)
    if whole >= TEN_THOUSAND // 1000:  # two digits say enough
        return f"{(count + step // 2) // step}{unit}"
    return f"{whole}.{tenth}{unit}" if tenth else f"{whole}{unit}"
