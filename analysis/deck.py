"""The deck of a view: which slides it is made of, in order; each tells a short document."""

from __future__ import annotations

from collections.abc import Iterator

from geo.countries import read_countries
from scene.choice import DECK_PARTS, Choice
from scene.split import split

COVER = "cover"
OF_A_KIND = {"fields": "field", "regions": "region", "countries": "country"}
"""Parts that give a slide for each of a kind that has rows in the view, and what it is narrowed by."""


def leaves(choice: Choice) -> tuple[str, ...]:
    """Name the slides of a deck: `cover`, `overview`, `field:postal`, `region:africa`, `country:UZB`, `figures` …"""
    return COVER, *dict.fromkeys(name for part in _in_order(choice) for name in _of(part, choice))


def _in_order(choice: Choice) -> Iterator[str]:
    return (part for part in DECK_PARTS if part in choice.deck)


def _of(part: str, choice: Choice) -> Iterator[str]:
    if part == "chosen":
        return (f"country:{code}" for code in _chosen(choice))
    if part not in OF_A_KIND:
        return iter((part,))
    kind = OF_A_KIND[part]
    return (f"{kind}:{code}" for code in split(choice, kind)[0])


def _chosen(choice: Choice) -> Iterator[str]:
    """List the countries that the view is narrowed to or that are opened in it, in the atlas's order."""
    return (code for code in read_countries() if code in choice.country or code in choice.select)
