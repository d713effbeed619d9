"""Write MANIFEST.sha256: the SHA-256 of each file that comes ready and that nobody edits (`make manifest`).

What a change of a line means is for a person to judge: Leaflet's were compared with what its makers publish.
"""

from __future__ import annotations

from typing import Final

from geo.shipped import FONT, MANIFEST, OUTLINES, VENDOR, digest, place, read_manifest

HEAD: Final = "# Made by `make manifest`. To look without Python: sha256sum --check --ignore-missing MANIFEST.sha256\n"


def build() -> str:
    """Give the manifest of the files as they are now; which ones of Leaflet's are needed stands in it."""
    names = sorted({name for name in read_manifest() if name.startswith(VENDOR)} | {*OUTLINES, FONT})
    return HEAD + "".join(f"{digest(place(name))}  {name}\n" for name in names)


if __name__ == "__main__":
    MANIFEST.write_text(build(), "utf-8")
