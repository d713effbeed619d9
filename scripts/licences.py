"""Under which licence each library is, what it carries of others, and whether the atlas may use it so.

Licences are read from what is installed and written as SPDX expressions; what a wheel carries beside its own code no
metadata tells, so it stands here. tests/scripts/test_licences.py holds all of it to what is installed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any, Final

from license_expression import LicenseExpression, Licensing, get_spdx_licensing
from packaging.utils import canonicalize_name

ALLOWED: Final = frozenset((
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0",
    "Zlib", "Apache-2.0 WITH LLVM-exception", "Bitstream-Vera", "blessing", "curl", "FTL", "IJG", "libpng-2.0",
    "libtiff", "MIT-Modern-Variant", "OFL-1.1", "Qhull", "X11", "BSL-1.0", "CDLA-Permissive-2.0", "Unicode-3.0",
    "Unicode-DFS-2016", "Unlicense", "WTFPL",
))
"""Whoever keeps the notice may use, change and hand on; the notices come along in each library's own folder."""

EXCEPTIONS: Final[Mapping[tuple[str, str], str]] = {
    ("certifi", "MPL-2.0"): "a list of certificates, handed on unchanged with its own licence",
    ("hypothesis", "MPL-2.0"): "a test tool that is not handed on",
    ("pathspec", "MPL-2.0"): "a test tool that is not handed on",
    ("axe-playwright-python", "MPL-2.0"): "axe-core, a test tool that is not handed on",
    ("matplotlib-fontja", "IPA"): "the font is embedded in documents, as its licence allows, and handed on unchanged",
    ("shapely", "LGPL-2.1-only"): "GEOS is a file of its own in the wheel, which anyone may exchange",
    ("pyogrio", "LGPL-2.1-only"): "GEOS inside GDAL: the wheel is handed on unchanged, its makers publish all sources",
    ("lxml", "LGPL-2.1-or-later"): "iconv: the wheel is handed on unchanged and its makers publish all sources",
    ("numpy", "GPL-3.0-or-later WITH GCC-exception-3.1"): "the exception frees every program that runs with it",
    ("numpy", "LGPL-2.1-or-later"): "libquadmath is a file of its own in the wheel, which anyone may exchange",
    ("scipy", "GPL-3.0-or-later WITH GCC-exception-3.1"): "the exception frees every program that runs with it",
    ("scipy", "LGPL-2.1-or-later"): "libquadmath is a file of its own; a tool to build data that is not handed on",
    ("pillow", "GPL-3.0-or-later"): "libimagequant, which pillow can be built with and its wheels are not",
    ("pillow", "LGPL-2.1-or-later"): "FriBidi, which is not in the wheel and is looked for on the machine",
    ("ruff", "MPL-2.0"): "crates inside a tool that is not handed on",
    ("uv", "MPL-2.0"): "crates inside a tool that is not handed on",
    ("typst", "MPL-2.0"): "the crate option-ext, handed on unchanged in the wheel, its source published by its makers",
    ("typst", "LicenseRef-GUST"): "fonts of LaTeX that the atlas does not use, handed on unchanged in the wheel",
}
"""Licences that ask for more than the notice: which library's, and why it may be used all the same."""

BY_HAND: Final[Mapping[str, str]] = {
    "atheris": "Apache-2.0",
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",  # installed on Windows alone
    "defusedxml": "PSF-2.0",
    "django-js-lib-leaflet": "BSD-2-Clause",  # Leaflet's; its own one module is never imported
    "geojson": "BSD-3-Clause",
    "matplotlib": "PSF-2.0",  # its own words, made after Python's
    "pip-api": "Apache-2.0",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "streamlit-folium": "MIT",
}
"""Of libraries that name no licence in their metadata, or name it too loosely: read in their licence files."""

CARRIED: Final[Mapping[str, Mapping[str, str]]] = {
    "atheris": {"libFuzzer": "Apache-2.0 WITH LLVM-exception"},
    "axe-playwright-python": {"axe-core": "MPL-2.0"},
    "cffi": {"ffi (inside the module)": "MIT"},
    "cryptography": {"OpenSSL": "Apache-2.0", "Rust crates (its own SBOM lists them)": "Apache-2.0 OR BSD-3-Clause"},
    "lxml": {"iconv": "LGPL-2.1-or-later", "libxml2": "MIT", "libxslt": "MIT", "zlib": "Zlib"},
    "matplotlib": {"DejaVu": "Bitstream-Vera", "FreeType": "FTL OR GPL-2.0-or-later", "Qhull": "Qhull"},
    "matplotlib-fontja": {"IPAex Gothic": "IPA"},
    "numpy": {"libgfortran": "GPL-3.0-or-later WITH GCC-exception-3.1", "libquadmath": "LGPL-2.1-or-later",
              "libscipy_openblas64_": "BSD-3-Clause"},
    "pillow": {
        "libXau": "X11", "libavif": "BSD-2-Clause", "libbrotlicommon": "MIT", "libbrotlidec": "MIT",
        "libfreetype": "FTL OR GPL-2.0-or-later", "libharfbuzz": "MIT-Modern-Variant",
        "libjpeg": "IJG AND BSD-3-Clause AND Zlib", "liblcms2": "MIT", "liblzma": "0BSD", "libopenjp2": "BSD-2-Clause",
        "libpng16": "libpng-2.0", "libsharpyuv": "BSD-3-Clause", "libtiff": "libtiff", "libwebp": "BSD-3-Clause",
        "libwebpdemux": "BSD-3-Clause", "libwebpmux": "BSD-3-Clause", "libxcb": "X11",
        "libzstd": "BSD-3-Clause OR GPL-2.0-only",
    },
    "pyogrio": {"libgdal": "MIT", "GEOS": "LGPL-2.1-only", "OpenSSL": "Apache-2.0", "SQLite": "blessing"},
    "pyproj": {"libproj": "MIT", "libcurl": "curl", "libnghttp2": "MIT", "libsqlite3": "blessing",
               "libtiff": "libtiff"},
    "scipy": {"libgfortran": "GPL-3.0-or-later WITH GCC-exception-3.1", "libquadmath": "LGPL-2.1-or-later",
              "libscipy_openblas": "BSD-3-Clause"},
    "shapely": {"libgeos": "LGPL-2.1-only", "libgeos_c": "LGPL-2.1-only"},
    "streamlit": {"Source Sans, Serif, Code": "OFL-1.1"},
    "streamlit-folium": {"Bootstrap": "MIT"},
    "typst": {"Rust crates (its own SBOM lists them)": "Apache-2.0 OR MIT", "Libertinus": "OFL-1.1",
              "New Computer Modern": "LicenseRef-GUST", "DejaVu Sans Mono": "Bitstream-Vera"},
}
"""What a wheel carries of others, by library; `libNAME` are files that stand in it beside the code."""

SPDX: Final[Mapping[str, str]] = {
    "3-Clause BSD License": "BSD-3-Clause", "Apache 2.0": "Apache-2.0", "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0", "BSD 2-Clause License": "BSD-2-Clause", "BSD License": "BSD-3-Clause",
    "ISC License": "ISC", "MIT License": "MIT", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What classifiers and old licence lines call the licences that SPDX names."""


def own_licence(name: str) -> str:
    """Give the licence of a library's own code as an SPDX expression; raises ValueError when it names none."""
    name = canonicalize_name(name)
    if name in BY_HAND:
        return BY_HAND[name]
    metadata = distribution(name).metadata
    lines = [*metadata.get_all("License-Expression", []), *metadata.get_all("License", [])]
    named = [line for line in lines if 0 < len(line) <= 60 and "\n" not in line] or [
        line.rsplit(" :: ", 1)[-1] for line in metadata.get_all("Classifier", []) if line.startswith("License :: ")]
    if not named:
        raise ValueError(f"{name} names no licence: read its licence file and add it to BY_HAND")
    return SPDX.get(named[0], named[0])


def licence(name: str) -> str:
    """Say in one line under what a library is, and what it carries."""
    carried = [f"{what} ({theirs})" for what, theirs in CARRIED.get(canonicalize_name(name), {}).items()]
    return "; carries ".join([own_licence(name), *([", ".join(carried)] if carried else [])])


def expressions(name: str) -> set[str]:
    """Give the licences of a library, of what it carries, and of what its wheel's own bill of materials lists."""
    name = canonicalize_name(name)
    return {own_licence(name), *CARRIED.get(name, {}).values(), *_listed(name)}


def _listed(name: str) -> Iterator[str]:
    """Read the bills that came in the wheel (PEP 770); nothing is known of a library that is not installed here."""
    with suppress(PackageNotFoundError):
        for file in distribution(name).files or ():
            if "sboms" in file.parts and file.suffix == ".json":
                parts = json.loads(file.read_text(encoding="utf-8")).get("components", [])
                yield from (said for part in parts for each in part.get("licenses", []) if (said := _said(each)))


def _said(told: dict[str, Any]) -> str:
    """Give the expression, the id or the name by which a bill tells a licence."""
    named = told.get("license", {})
    return str(told.get("expression") or named.get("id") or named.get("name") or "")


def refused(name: str) -> list[str]:
    """List the licences of a library, and of what it carries, that neither the list nor an exception allows."""
    name = canonicalize_name(name)
    return sorted(each for each in expressions(name) if not _is_allowed(name, _parsed(each)))


@cache
def _spdx() -> Licensing:
    return get_spdx_licensing()


def _parsed(expression: str) -> LicenseExpression:
    return _spdx().parse(expression, validate="LicenseRef" not in expression)


def _is_allowed(name: str, part: LicenseExpression) -> bool:
    """Judge an expression: of what is joined by OR one is enough, of what is joined by AND all must be allowed."""
    if part.args and type(part).__name__ in ("OR", "AND"):
        return (any if type(part).__name__ == "OR" else all)(_is_allowed(name, each) for each in part.args)
    return str(part) in ALLOWED or (name, str(part)) in EXCEPTIONS
