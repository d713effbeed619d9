"""Whether a picture is a map: known places at sea, on land and in adopter countries have the colour that belongs there.

What is blank, flooded, smeared or torn fails, however fast it was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from bench.peers.peer import Place

SEA: tuple[Place, ...] = (
    (178, 20), (-140, 53), (-105, -35), (160, -62), (90, -45), (70, -25), (-20, -40), (-38, 32), (-33, 48), (5, -50),
    (55, -52), (-25, 5), (-160, -62), (-40, -50),
)
LAND: tuple[Place, ...] = ((100, 62), (-105, 56), (12, 24), (130, -25), (88, 35), (65, 66), (24, 10), (-45, 72))
ADOPTERS: tuple[Place, ...] = ((-47, -18), (26, -20), (21, -16))
PLACES = (*SEA, *LAND, *ADOPTERS)
ACROSS = SEA.index((160, -62)), SEA.index((-160, -62))
"""Two places on either side of 180°: on a map of the Pacific the second lies right of the first."""
NEAR = 24
"""How far two colours may lie apart, of 255, and still be one."""
RIGHT, BLANK, TORN = "right", "fails: blank or flooded", "fails: the Pacific is torn at 180°"
Colour = tuple[int, int, int] | None


def verdict(picture: Path, pixels: Sequence[Sequence[float]]) -> str:
    """Judge a picture by the colours at known places; those outside it cannot be judged and count as missing."""
    if not pixels:  # who drew knows of no map in it
        return BLANK
    if pixels[ACROSS[0]][0] > pixels[ACROSS[1]][0]:
        return TORN
    image = np.asarray(Image.open(picture).convert("RGB")).astype(int)
    colours = [colour_at(image, x, y) for x, y in pixels]
    sea, land, adopters = colours[: len(SEA)], colours[len(SEA) : len(SEA) + len(LAND)], colours[-len(ADOPTERS) :]
    water, ground = usual(sea), usual(land)
    if is_near(water, ground):
        return BLANK
    wrong = [*(not is_near(each, water) for each in sea), *(not is_near(each, ground) for each in land),
             *(is_near(each, water) or is_near(each, ground) for each in adopters)]
    return f"fails: {sum(wrong)} of {len(wrong)} places wrong" if any(wrong) else f"{RIGHT} ({len(wrong)} places)"


def colour_at(image: np.ndarray, x: float, y: float) -> Colour:
    """Give the most common colour around a pixel, None outside the picture."""
    column, row = round(x), round(y)
    around = image[max(row - 3, 0) : max(row + 4, 0), max(column - 3, 0) : max(column + 4, 0)].reshape(-1, 3)
    if not len(around):
        return None
    colours, counts = np.unique(around, axis=0, return_counts=True)
    red, green, blue = colours[counts.argmax()].tolist()
    return red, green, blue


def usual(colours: Sequence[Colour]) -> Colour:
    """Give the colour that most places have."""
    return max(colours, key=colours.count)


def is_near(one: Colour, other: Colour) -> bool:
    """Tell whether two colours are the same to the eye."""
    return bool(one and other) and max(abs(a - b) for a, b in zip(one or (), other or (), strict=True)) <= NEAR
