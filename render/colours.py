"""The colour of a row on a ground: the category's own, paler for an old status, adapted to the look."""

from __future__ import annotations

from matplotlib.colors import to_hex, to_rgb

from render.palette import Palette

LUMINANCE = (0.2126, 0.7152, 0.0722)
"""How bright red, green and blue are (Rec. 709)."""
LIFT = 0.35
"""How far colours made for light paper move to white on a dark sea."""
BLACK, LIFT_OF_BLACK = 0.07, 0.75
"""What is as dark as this is black, which has to become light to be seen there at all."""
PLAIN = "#6b6b6b"
"""For a category that declares no colour."""


def painted(colour: str, palette: Palette, *, ground: str, pale: bool = False) -> str:
    """Give the colour to draw with; a pale one is mixed with the ground, so that crossings stay even."""
    hue = colour or PLAIN
    if palette.grey:
        grey = brightness(hue)
        hue = to_hex((grey, grey, grey))
    elif brightness(palette.sea) < 0.5:
        hue = mixed("#ffffff", hue, LIFT if brightness(hue) > BLACK else LIFT_OF_BLACK)
    return mixed(hue, ground, palette.pale) if pale else hue


def mixed(colour: str, other: str, share: float) -> str:
    """Mix two colours; `share` is the first one's part."""
    (red, green, blue), (red2, green2, blue2) = to_rgb(colour), to_rgb(other)
    rest = 1 - share
    return to_hex((red * share + red2 * rest, green * share + green2 * rest, blue * share + blue2 * rest))


def brightness(colour: str) -> float:
    """Give how bright a colour is, 0 black to 1 white."""
    return sum(weight * part for weight, part in zip(LUMINANCE, to_rgb(colour), strict=True))


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.0)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Give the relative luminance (sRGB, IEC 61966-2-1)."""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour))
    return sum(weight * part for weight, part in zip(LUMINANCE, parts, strict=True))
