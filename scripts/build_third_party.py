"""Write the tables of THIRD_PARTY.md from the pins and what each library says of its licence."""

from __future__ import annotations

from importlib.metadata import distribution
from typing import Final

from scripts.pins import ROOT, Pin, read_pins

PAGE: Final = ROOT / "THIRD_PARTY.md"
TABLES: Final = {"runtime": "requirements.txt", "development": "requirements-dev.txt"}

# These name no licence in their metadata, name it too loosely, or carry something of another licence.
BY_HAND: Final = {
    "atheris": "Apache-2.0; carries LLVM's libFuzzer, Apache-2.0 with LLVM-exception",
    "axe-playwright-python": "MIT; carries axe-core, MPL-2.0",
    "django-js-lib-leaflet": "BSD-2-Clause (Leaflet itself)",
    "matplotlib": "Matplotlib's own, PSF-based",
    "matplotlib-fontja": "MIT; carries IPAex Gothic, IPA",
    "streamlit-folium": "MIT; carries Bootstrap's CSS, MIT",
    "typst": "Apache-2.0; carries Rust crates (its SBOM lists them) and fonts that are not used: OFL-1.1, GUST, Vera",
}

# What classifiers and old licence lines call the licences that SPDX names.
SPDX: Final = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


def licence(name: str) -> str:
    """Give the licence of an installed library, in SPDX's words where it has them."""
    if name in BY_HAND:
        return BY_HAND[name]
    metadata = distribution(name).metadata
    lines = [*metadata.get_all("License-Expression", []), *metadata.get_all("License", [])]
    named = [line for line in lines if _is_a_name(line)] or _classified(metadata.get_all("Classifier", []))
    if not named:
        raise ValueError(f"{name} names no licence: read its licence file and add it to BY_HAND")
    return SPDX.get(named[0], named[0])


def build(page: str) -> str:
    """Put fresh tables between the page's markers and leave the rest as it is."""
    for key, file in TABLES.items():
        start, end = f"<!-- {key} -->\n", f"<!-- /{key} -->"
        before, rest = page.split(start)
        page = before + start + _table(read_pins(file)) + end + rest.split(end)[1]
    return page


def _table(pins: list[Pin]) -> str:
    rows = [f"| {pin.name} | {pin.version} | {licence(pin.name)} |" for pin in pins]
    return "\n".join(["| library | version | licence |", "|---|---|---|", *rows, ""])


def _is_a_name(line: str) -> bool:
    """Tell a licence's name from a whole licence text in the same field."""
    return 0 < len(line) <= 60 and "\n" not in line


def _classified(classifiers: list[str]) -> list[str]:
    return [line.rsplit(" :: ", 1)[-1] for line in classifiers if line.startswith("License :: ")]


if __name__ == "__main__":
    PAGE.write_text(build(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
