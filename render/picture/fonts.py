"""The fonts of a picture: one chain for every text, its widths, and the characters that it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from i18n.errors import AtlasError
from i18n.text import Text

STYLE = Path(__file__).with_name("paper.mplstyle")
MEASURED_AT = 100.0
"""Points at which widths are measured; they grow in proportion."""

MISSING = Text(
    "文字「{characters}」は画像のフォントにないため、画像を保存できません。題名などから外してください。",
    "The picture cannot be saved: its fonts lack “{characters}”. Take it out of the title or wherever "
    "it stands.",
)
NO_FONT = Text(
    "日本語フォントがないか、壊れています。matplotlib-fontja を入れ直してください(make setup)。",
    "The Japanese font is not there, or broken; install matplotlib-fontja anew (make setup).",
)


@cache
def style() -> Mapping[str, Any]:
    """Read paper.mplstyle; it is handed to each artist, never set for the process, which threads share."""
    params = matplotlib.rc_params_from_file(STYLE, use_default_template=False)
    return {str(key): value for key, value in params.items()}


@cache
def font() -> font_manager.FontProperties:
    """Give the chain of fonts: where the first lacks a character, the next one draws it."""
    _register(_japanese_font())
    return font_manager.FontProperties(family=list(style()["font.family"]))


def width_of(text: str, size: float) -> float:
    """Measure one line of text at a size, both in points: the sum of its characters' widths."""
    return sum(map(_width, text)) * size / MEASURED_AT


def missing(texts: Iterable[str]) -> str:
    """List the characters that no font of the chain can draw, in order of code."""
    drawn = {character for text in texts for character in text if not character.isspace()}
    return "".join(sorted(c for c in drawn if not any(ord(c) in codes for _face, codes in _faces())))


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise AtlasError, naming the characters, when something would come out as a box."""
    lacking = missing(texts)
    if lacking:
        raise AtlasError(MISSING.format(characters=" ".join(lacking)))


@cache
def _width(character: str) -> float:
    """Measure a character at MEASURED_AT in the first font that has it; a square where none has."""
    face = next((face for face, codes in _faces() if ord(character) in codes), None)
    if face is None:
        return MEASURED_AT
    face.set_size(MEASURED_AT, 72)
    return float(face.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536


@cache
def files() -> tuple[Path, ...]:
    """Find the files of the chain's fonts, in its order."""
    _register(_japanese_font())
    names = [font_manager.FontProperties(family=[family]) for family in style()["font.family"]]
    return tuple(Path(font_manager.findfont(name, fallback_to_default=False)) for name in names)


@cache
def _faces() -> tuple[tuple[FT2Font, frozenset[int]], ...]:
    """Open the fonts of the chain, each with the codes of its characters."""
    faces = [FT2Font(str(path)) for path in files()]
    return tuple((face, frozenset(face.get_charmap())) for face in faces)


def _japanese_font() -> Path:
    """Find IPAexGothic beside matplotlib-fontja, which is not imported: that would change every figure."""
    found = find_spec("matplotlib_fontja")
    path = Path(found.origin).with_name("fonts") / "ipaexg.ttf" if found and found.origin else Path()
    try:
        FT2Font(str(path))
    except (OSError, RuntimeError):  # not there, or not whole
        raise AtlasError(NO_FONT) from None
    return path


def _register(path: Path) -> None:
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    if str(path) not in known:
        font_manager.fontManager.addfont(path)
