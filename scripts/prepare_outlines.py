"""Make the outlines of data/countries.geojson and data/countries_fine.geojson ready to be read at once.

    python -m scripts.prepare_outlines

After every change of the two files, though all goes on without, only slower. The same files give the same bytes.
"""

from __future__ import annotations

import sys

from geo.countries import FINE_OUTLINES, OUTLINES, read_shapes
from geo.files import data_path
from geo.prepared import SUFFIX, prepared


def prepare() -> None:
    """Write what is ready beside each file."""
    for file in (OUTLINES, FINE_OUTLINES):
        place = data_path(file)
        size = place.with_suffix(SUFFIX).write_bytes(prepared(place.read_bytes(), read_shapes(file)))
        print(f"{place.with_suffix(SUFFIX).name}: {size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    prepare()
