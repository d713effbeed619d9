"""Files that come ready and that nobody edits: each is held to its SHA-256 before the program uses any of them.

MANIFEST.sha256 lists them as `sha256sum --check` reads it: the map's library, the font, the outlines with the borders.
Tables are no part of it, for people change those; nor are outlines that stand elsewhere by ATLAS_DATA.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from geo.files import DATA, ROOT, Stamp, data_path, stamp
from i18n.errors import AtlasError
from i18n.text import Text

MANIFEST = ROOT / "MANIFEST.sha256"
VENDOR = "static/vendor/"
OUTLINES = ("data/countries.geojson", "data/countries.wkb", "data/countries_fine.geojson", "data/countries_fine.wkb")
FONT_PACKAGE, FONT = "matplotlib_fontja", "matplotlib_fontja/fonts/ipaexg.ttf"

SPOILT = Text(
    "{names} が、配布したものと違うか、ありません。{remedy}",
    "{names}: not the file that was shipped, or missing. {remedy}",
)
VENDOR_REMEDY = Text("`make vendor` を実行するか、入れ直してください。", "Run `make vendor`, or install again.")
DATA_REMEDY = Text(
    "入れ直してください。意図して変えたデータは、data/ を写した別の場所に置き、ATLAS_DATA で指してください。",
    "Install again; data that are meant to differ belong in a copy of data/ that ATLAS_DATA names.",
)
AGAIN = Text("入れ直してください。", "Install again.")


def check_shipped() -> None:
    """Hold every file to its SHA-256; raises AtlasError that names those that differ. Looks again only at changes."""
    found = tuple((name, place(name)) for name in read_manifest())
    spoilt = _spoilt(tuple((name, path, stamp(path)) for name, path in found if _counts(name)), stamp(MANIFEST))
    if spoilt:
        raise AtlasError(SPOILT.format(names=", ".join(spoilt), remedy=_remedy(spoilt[0])))


def read_manifest() -> dict[str, str]:
    """Give the SHA-256 of each file, by its name."""
    return {name: digest for digest, name in map(str.split, _lines(stamp(MANIFEST)))}


def place(name: str) -> Path:
    """Tell where a file of the manifest stands: the font in its library, which is not imported, the rest from here."""
    if not name.startswith(f"{FONT_PACKAGE}/"):
        return ROOT / name
    found = find_spec(FONT_PACKAGE)
    return Path(found.origin).parent.parent / name if found and found.origin else ROOT / name


@lru_cache(maxsize=1)
def _lines(_behind: Stamp) -> tuple[str, ...]:
    try:
        lines = MANIFEST.read_text("utf-8").splitlines()
    except OSError:
        raise AtlasError(SPOILT.format(names=MANIFEST.name, remedy=AGAIN)) from None
    return tuple(line for line in lines if line and not line.startswith("#"))


def _counts(name: str) -> bool:
    return not name.startswith("data/") or data_path() == DATA


@lru_cache(maxsize=2)
def _spoilt(files: tuple[tuple[str, Path, Stamp], ...], _behind: Stamp) -> tuple[str, ...]:
    wanted = read_manifest()
    return tuple(name for name, path, _stamp in files if digest(path) != wanted[name])


def digest(path: Path) -> str:
    """Give the SHA-256 of a file; "" when it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _remedy(name: str) -> Text:
    return VENDOR_REMEDY if name.startswith(VENDOR) else DATA_REMEDY if name.startswith("data/") else AGAIN
