"""Copy Leaflet out of its Python package into static/vendor, so that no browser asks another host for it."""

from __future__ import annotations

import hashlib
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "static" / "vendor" / "leaflet"
PACKAGE = "js_lib_leaflet"  # comes with django-js-lib-leaflet; its Django part is never imported

# What leaflet.js and leaflet.css of 1.9.4 need, each with its SHA-256.
FILES = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    "images/layers.png": "1dbbe9d028e292f36fcba8f8b3a28d5e8932754fc2215b9ac69e4cdecf5107c6",
    "images/layers-2x.png": "066daca850d8ffbef007af00b06eac0015728dee279c51f3cb6c716df7c42edf",
    "images/marker-icon.png": "574c3a5cca85f4114085b6841596d62f00d7c892c7b03f28cbfa301deb1dc437",
    "images/marker-icon-2x.png": "00179c4c1ee830d3a108412ae0d294f55776cfeb085c60129a39aa6fc4ae2528",
    "images/marker-shadow.png": "264f5c640339f042dd729062cfc04c17f8ea0f29882b538e3848ed8f10edb4da",
}


class VendorError(Exception):
    """A file that the page needs is missing or not the one that was reviewed."""


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
    contents = {name: read_checked(folder / name, sha256=sha256) for name, sha256 in FILES.items()}
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
