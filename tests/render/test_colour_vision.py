"""Every legend can be read without telling all colours apart: red, green or blue weak eyes, or a grey copy.

What a person with protanopia, deuteranopia or tritanopia sees is simulated as by Machado and others (2009).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import colour
import numpy as np
import pytest
from numpy.typing import NDArray

from layers.base import Category, Field, Kind, Layer
from layers.registry import find_layers
from render.colours import painted
from render.palette import PALETTES, Palette

APART = 10.0
"""The least CIEDE2000 between two looks that differ in colour alone; 2 to 3 can just be told apart side by side."""
WIDER = 1.4
"""How many times wider a line must be for its width to be a second sign."""
TEXT, GRAPHICS = 4.5, 3.0
"""The least contrast of WCAG 2.0 (1.4.3) and, for what is drawn, of WCAG 2.1 (1.4.11)."""
SIGHTS = {"all colours": "", "protanopia": "Protanomaly", "deuteranopia": "Deuteranomaly", "tritanopia": "Tritanomaly"}
GREY_COPY = "mono"
"""Its greys carry each layer's usual colouring; other colourings of cables need colour, and the page says so."""


@cache
def filter_of(sight: str) -> NDArray[np.float64]:
    """Give the matrix that turns linear RGB into what is seen."""
    if not SIGHTS[sight]:
        return np.eye(3)
    with warnings.catch_warnings():  # the library reminds that tritanopia is simulated less exactly
        warnings.simplefilter("ignore")
        return np.asarray(colour.blindness.matrix_cvd_Machado2009(SIGHTS[sight], 1.0))


def linear(hue: str) -> NDArray[np.float64]:
    return np.asarray(colour.models.eotf_sRGB(np.array(colour.notation.HEX_to_RGB(hue))))


def seen(hue: str, sight: str) -> NDArray[np.float64]:
    """Give a colour in CIE Lab as it is seen."""
    to_xyz = colour.models.RGB_COLOURSPACE_sRGB.matrix_RGB_to_XYZ
    return np.asarray(colour.XYZ_to_Lab(to_xyz @ np.clip(filter_of(sight) @ linear(hue), 0, 1)))


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of WCAG."""
    darker, lighter = sorted(float(linear(hue) @ (0.2126, 0.7152, 0.0722)) for hue in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def colourings(layer: Layer, palette: str) -> tuple[Field, ...]:
    return (layer.field(layer.coloured_by),) if palette == GREY_COPY else layer.colourings


def legends(palette: str) -> Iterator[list[Category]]:
    """List what may stand together: all layers of a kind as usual, and each other colouring of a layer by itself.

    Layers of areas cover one another, so each stands by itself.
    """
    for kind in Kind:
        of_kind = [layer for layer in find_layers().values() if layer.kind == kind]
        if kind != Kind.AREA:
            yield [look for layer in of_kind for look in layer.looks]
        for layer in of_kind:
            yield from (list(field.categories) for field in colourings(layer, palette))


def differ_in_form(one: Category, other: Category) -> bool:
    """Tell whether mark, dash, hatch, filling or width keeps two looks apart without any colour."""
    narrow, wide = sorted((one.width, other.width))
    return (one.mark, one.hollow) != (other.mark, other.hollow) or wide >= WIDER * narrow


def hue_of(look: Category, palette: Palette) -> str:
    return painted(look.colour, palette, ground=palette.land)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", PALETTES)
def test_looks_that_share_a_legend_differ_in_form_or_clearly_in_colour(name: str, sight: str) -> None:
    alike = {}
    for legend in legends(name):
        drawn = [look for look in legend if look.colour]
        for one, other in combinations(drawn, 2):
            first, second = (seen(hue_of(look, PALETTES[name]), sight) for look in (one, other))
            distance = float(colour.delta_E(first, second, method="CIE 2000"))
            if distance < APART and not differ_in_form(one, other):
                alike[one.label.en, other.label.en] = round(distance, 1)
    assert not alike


@pytest.mark.parametrize("name", PALETTES)
def test_words_stand_out_from_what_they_are_written_on(name: str) -> None:
    palette = PALETTES[name]
    inks = [palette.ink, palette.quiet_ink]
    grounds = [palette.paper, palette.sea, palette.land]
    faint = {(ink, ground): contrast(ink, ground) for ink in inks for ground in grounds}
    assert not {pair: ratio for pair, ratio in faint.items() if ratio < TEXT}


@pytest.mark.parametrize("name", PALETTES)
def test_lines_marks_and_the_ring_stand_out_from_their_ground(name: str) -> None:
    palette = PALETTES[name]
    grounds = {Kind.LINE: palette.sea, Kind.POINT: palette.halo}
    looks = [(layer.kind, look) for layer in find_layers().values() for field in layer.colourings
             for look in field.categories if look.colour and layer.kind in grounds]
    faint = {look.label.en: ratio for kind, look in looks
             if (ratio := contrast(hue_of(look, palette), grounds[kind])) < GRAPHICS}
    assert not faint
    assert min(contrast(palette.chosen, ground) for ground in (palette.sea, palette.land)) >= GRAPHICS
