"""Write the software bill of materials: what the atlas consists of, for whoever has to know (`make sbom`).

CycloneDX 1.6, without a time or a number drawn by lot: the same libraries give the same bytes. Tools of development are
no part of it, for they are not handed on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from typing import Final

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from geo.shipped import FONT, OUTLINES, read_manifest
from scripts.bundle import LOCK, SBOM, SIGNS
from scripts.licences import CARRIED, own_licence
from scripts.lock import OLDEST_PYTHON, read_lock
from scripts.pins import ROOT, Pin

NAME: Final = "tenkai-atlas"
SHA256: Final = re.compile(r"sha256:([0-9a-f]{64})")
LEAFLET: Final = "static/vendor/leaflet/leaflet.js"
READY: Final = (
    ("Leaflet", "1.9.4", ComponentType.LIBRARY, "BSD-2-Clause", (LEAFLET,)),
    ("IPAex Gothic", "004.01", ComponentType.FILE, "IPA", (FONT,)),
    ("Natural Earth outlines", "5.1.1", ComponentType.DATA, "public domain", OUTLINES[::2]),
    ("GeoNames places", None, ComponentType.DATA, "CC-BY-4.0", ()),
)
"""What comes ready and is no library of its own: name, version, kind, licence, files of the manifest."""


def build() -> str:
    """Give the bill as JSON."""
    pins = read_lock(LOCK)
    libraries = {str(canonicalize_name(pin.name)): _library(pin, hashes) for pin, hashes in pins.items()}
    ready = [_ready(*each) for each in READY]
    atlas = Component(name=NAME, type=ComponentType.APPLICATION, bom_ref=NAME, licenses=_licences("Apache-2.0"))
    bill = Bom(components=[*libraries.values(), *ready])
    bill.metadata.component = atlas
    bill.register_dependency(atlas, [*libraries.values(), *ready])
    for name, library in libraries.items():
        bill.register_dependency(library, [libraries[each] for each in needs(name) if each in libraries])
    return _without_chance(bill)


def needs(name: str) -> set[str]:
    """Name what a library needs on any system that the archive is for; nothing is known of one not installed here."""
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return set()
    wanted = map(Requirement, lines)
    return {canonicalize_name(each.name) for each in wanted if any(_applies(each, signs) for signs in SIGNS.values())}


def _applies(need: Requirement, signs: Mapping[str, str]) -> bool:
    there = {**signs, "python_version": OLDEST_PYTHON, "python_full_version": f"{OLDEST_PYTHON}.0", "extra": ""}
    return need.marker is None or need.marker.evaluate(there)


def _library(pin: Pin, hashes: str) -> Component:
    """Describe a library: any of its files may be the one that is installed, so the hashes are those of all."""
    name = canonicalize_name(pin.name)
    url = PackageURL("pypi", None, name, pin.version)
    sums = _hashes(SHA256.findall(hashes))
    files = ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(url)), hashes=sums)
    return Component(
        name=name, version=pin.version, type=ComponentType.LIBRARY, purl=url, bom_ref=str(url),
        licenses=_licences(own_licence(name)), external_references=[files],
        properties=[Property(name="atlas:installed-where", value=pin.marker)] if pin.marker else [],
        components=[_carried(str(url), what, theirs) for what, theirs in CARRIED.get(name, {}).items()],
    )


def _carried(url: str, what: str, theirs: str) -> Component:
    return Component(name=what, type=ComponentType.LIBRARY, bom_ref=f"{url}#{what}", licenses=_licences(theirs))


def _ready(name: str, version: str | None, kind: ComponentType, theirs: str, files: Iterable[str]) -> Component:
    sums = read_manifest()
    return Component(name=name, version=version, type=kind, bom_ref=name, licenses=_licences(theirs),
                     hashes=_hashes(sums[file] for file in files))


def _hashes(sums: Iterable[str]) -> list[HashType]:
    return [HashType(alg=HashAlgorithm.SHA_256, content=each) for each in sums]


def _licences(expression: str) -> list[LicenseExpression | DisjunctiveLicense]:
    named = " " in expression and not re.search(r" (AND|OR|WITH) ", expression)
    return [DisjunctiveLicense(name=expression) if named else LicenseExpression(expression)]


def _without_chance(bill: Bom) -> str:
    """Write a bill without its serial number and time."""
    told = json.loads(JsonV1Dot6(bill).output_as_string())
    del told["serialNumber"]
    del told["metadata"]["timestamp"]
    return json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    (ROOT / SBOM).write_text(build(), "utf-8")
