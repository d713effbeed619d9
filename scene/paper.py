"""The paper of a picture: its size in pixels, its resolution, and how large its type is set."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from i18n.errors import AtlasError
from i18n.text import Text

SIDE = (200, 10_000)
"""Shortest and longest side, pixels."""
DPI = (30, 1_200)
SLIDE_DPI = 144
SLIDE_AREA = 13.333 * 7.5
"""Square inches on which type is set at its nominal size."""
LEAST_SIDE = 5.0
"""Inches: type on a strip of paper that is narrower shrinks with its short side, not with its area."""

BAD_PAPER = Text(
    "大きさ「{size}」(解像度 {dpi})では描けません。{presets} のいずれか、または「幅x高さ」"
    "({low}~{high}ピクセル)と解像度 {least}~{most} dpi を指定してください。",
    "A picture of size “{size}” at {dpi} dpi cannot be drawn. Give {presets}, or WIDTHxHEIGHT with sides of "
    "{low} to {high} pixels, and {least} to {most} dpi.",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A size in pixels and the dots per inch that are written into the file; `enlarged` type is for a small picture."""

    width_px: int
    height_px: int
    dpi: int = SLIDE_DPI
    enlarged: float = 1.0

    @property
    def size(self) -> str:
        """Give the name that asks for these sides: a preset's where there is one."""
        named = (name for name, paper in PAPERS.items()
                 if paper.sides == self.sides and (name not in SHEETS or paper.dpi == self.dpi))
        return next(named, f"{self.width_px}x{self.height_px}")

    @property
    def asked(self) -> tuple[str, int]:
        """Give the size and the dpi that ask for this paper; 0 dpi is what goes with the size."""
        return self.size, 0 if read_paper(self.size).dpi == self.dpi else self.dpi

    @property
    def sides(self) -> tuple[int, int]:
        return self.width_px, self.height_px

    @property
    def inches(self) -> tuple[float, float]:
        return self.width_px / self.dpi, self.height_px / self.dpi

    @property
    def type_scale(self) -> float:
        """Tell how much larger than on a slide type and lines are drawn."""
        width, height = self.inches
        fitting = min(math.sqrt(width * height / SLIDE_AREA), width / LEAST_SIDE, height / LEAST_SIDE)
        return fitting * self.enlarged


PRINT_DPI = 300
HALF_SLIDE = 1.2
"""Half a slide stands beside words of the slide's own size, so its type shrinks less than its area."""
PAPERS: Mapping[str, Paper] = {
    "1920x1080": Paper(1920, 1080, 144),
    "3840x2160": Paper(3840, 2160, 288),
    "1440x1080": Paper(1440, 1080, 144),
    "960x1080": Paper(960, 1080, 144, enlarged=HALF_SLIDE),
    "1080x1080": Paper(1080, 1080, 144),
    "a4": Paper(3508, 2480, PRINT_DPI),
    "a4-portrait": Paper(2480, 3508, PRINT_DPI),
    "a3": Paper(4961, 3508, PRINT_DPI),
    "a3-portrait": Paper(3508, 4961, PRINT_DPI),
}
SHEETS = tuple(name for name in PAPERS if name.startswith("a"))
"""Presets that are a size on paper, whatever the resolution; the others are a size in pixels."""


def read_paper(text: str, dpi: int | None = None) -> Paper:
    """Read a preset's name or WIDTHxHEIGHT; dpi, if given, wins over the preset's. Raises AtlasError."""
    name = text.strip().lower().replace("×", "x")
    sides = re.fullmatch(r"(\d{1,6})\s*x\s*(\d{1,6})", name)
    preset = PAPERS.get(name)
    if preset and name in SHEETS and dpi is not None:
        paper = Paper(round(preset.inches[0] * dpi), round(preset.inches[1] * dpi), dpi)
    elif preset:
        paper = preset if dpi is None else replace(preset, dpi=dpi)
    elif sides:
        paper = Paper(int(sides[1]), int(sides[2]), SLIDE_DPI if dpi is None else dpi)
    else:
        raise _bad(text, dpi)
    if not _is_sound(paper):
        raise _bad(text, dpi)
    return paper


def _is_sound(paper: Paper) -> bool:
    return all(SIDE[0] <= side <= SIDE[1] for side in paper.sides) and DPI[0] <= paper.dpi <= DPI[1]


def _bad(text: str, dpi: int | None) -> AtlasError:
    size = text if len(text) <= 40 else text[:39] + "…"
    limits = {"low": SIDE[0], "high": SIDE[1], "least": DPI[0], "most": DPI[1]}
    shown_dpi = SLIDE_DPI if dpi is None else dpi
    return AtlasError(BAD_PAPER.format(size=size, dpi=shown_dpi, presets=" / ".join(PAPERS), **limits))
