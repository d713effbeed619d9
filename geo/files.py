"""Where the data files stand."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def data_path(name: str = "") -> Path:
    """Give the path of a data file; ATLAS_DATA in the environment moves the whole folder."""
    return Path(os.environ.get("ATLAS_DATA", ROOT / "data")) / name


def stamp(path: Path) -> tuple[int, int]:
    """Give what changes when a file changes, for caches: time in ns and size; (0, 0) when it is gone."""
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return (stat.st_mtime_ns, stat.st_size)
