"""The fonts of a picture: one chain for every text, its widths, and the characters that it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import text_to_path

from i18n.errors import AtlasError
from i18n.text import Text

STYLE = Path(__file__).with_name("paper.mplstyle")
MEASURED_AT = 100.0
"""Points at which widths are measured; they grow in proportion."""

MISSING = Text(
    "文字「{characters}」は図のフォントにないため、図を保存できません。題名などから外してください。",
    "The picture cannot be saved: its fonts lack “{characters}”. Take it out of the title or wherever it stands.",
)
NO_FONT = Text(
    "日本語フォントがありません。matplotlib-fontja を入れてください(make setup)。",
    "The Japanese font is not there; install matplotlib-fontja (make setup).",
)


@cache
def style() -> Mapping[str, Any]:
    """Read paper.mplstyle; it is handed to each artist, never set for the whole process, which threads share."""
    return matplotlib.rc_params_from_file(STYLE, use_default_template=False)


@cache
def font() -> font_manager.FontProperties:
    """Give the chain of fonts: where the first lacks a character, the next one draws it."""
    _register(_japanese_font())
    return font_manager.FontProperties(family=list(style()["font.family"]))


@lru_cache(maxsize=4096)
def width_of(text: str, size: float) -> float:
    """Measure one line of text at a size; both in points."""
    if not text.strip():
        return len(text) * size * 0.3
    sized = font().copy()
    sized.set_size(MEASURED_AT)
    width, _height, _descent = text_to_path.get_text_width_height_descent(text, sized, ismath=False)
    return float(width) * size / MEASURED_AT


def missing(texts: Iterable[str]) -> str:
    """List the characters that no font of the chain can draw, in order of code."""
    drawn = {character for text in texts for character in text if not character.isspace()}
    return "".join(sorted(character for character in drawn if ord(character) not in _charmap()))


def check_glyphs(texts: Iterable[str]) -> None:
    """Raise AtlasError, naming the characters, when something would come out as a box."""
    lacking = missing(texts)
    if lacking:
        raise AtlasError(MISSING.format(characters=" ".join(lacking)))


@cache
def _charmap() -> frozenset[int]:
    font()
    names = [font_manager.FontProperties(family=family) for family in style()["font.family"]]
    files = [font_manager.findfont(name, fallback_to_default=False) for name in names]
    return frozenset(code for file in files for code in FT2Font(file).get_charmap())


def _japanese_font() -> Path:
    """Find IPAexGothic beside matplotlib-fontja, which is not imported: that would change every figure."""
    found = find_spec("matplotlib_fontja")
    path = Path(found.origin).with_name("fonts") / "ipaexg.ttf" if found and found.origin else None
    if path is None or not path.exists():
        raise AtlasError(NO_FONT)
    return path


def _register(path: Path) -> None:
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    if str(path) not in known:
        font_manager.fontManager.addfont(path)
