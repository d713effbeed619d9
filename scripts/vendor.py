"""Copy Leaflet out of its Python package into static/vendor, so that no browser asks another host for it."""

from __future__ import annotations

import hashlib
import sys
from importlib.util import find_spec
from pathlib import Path

from geo.files import ROOT
from geo.shipped import VENDOR, read_manifest

TARGET = ROOT / "static" / "vendor" / "leaflet"
PACKAGE = "js_lib_leaflet"  # comes with django-js-lib-leaflet; its Django part is never imported


class VendorError(Exception):
    """A file that the page needs is missing or not the one that was reviewed."""


def files() -> dict[str, str]:
    """Give what leaflet.js and leaflet.css of 1.9.4 need, each with its SHA-256, as MANIFEST.sha256 has it."""
    folder = f"{VENDOR}{TARGET.name}/"
    return {name.removeprefix(folder): sha256 for name, sha256 in read_manifest().items() if name.startswith(folder)}


def source() -> Path:
    """Find Leaflet's files inside the installed package, without importing it."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise VendorError("django-js-lib-leaflet is not installed: run `make setup`.")
    return Path(spec.submodule_search_locations[0]) / "static" / PACKAGE


def read_checked(path: Path, *, sha256: str) -> bytes:
    """Read a file and hold it to its checksum."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise VendorError(f"{path} is not there: run `make clean setup`.") from None
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise VendorError(f"{path} is not the reviewed Leaflet 1.9.4: its SHA-256 is {found}.")
    return content


def build(target: Path = TARGET) -> int:
    """Copy what differs and say how many files that were; a second run copies nothing."""
    folder = source()
    contents = {name: read_checked(folder / name, sha256=sha256) for name, sha256 in files().items()}
    return sum(_save(target / name, content) for name, content in contents.items())


def _save(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


if __name__ == "__main__":
    try:
        build()
    except VendorError as error:
        sys.exit(str(error))
