from __future__ import annotations

import json
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.utils import canonicalize_name

from scripts import sbom
from scripts.bundle import LOCK, SBOM
from scripts.lock import read_lock
from scripts.pins import ROOT

VALIDATOR = JsonStrictValidator(SchemaVersion.V1_6)


@pytest.fixture(scope="module")
def text() -> str:
    return (ROOT / SBOM).read_text("utf-8")


@pytest.fixture(scope="module")
def bill(text: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(text)
    return told


def test_the_bill_is_of_what_is_locked_and_the_same_bytes_each_time(text: str) -> None:
    assert sbom.build() == text, "run `make sbom`"


def test_the_bill_keeps_to_its_schema(text: str, bill: dict[str, Any]) -> None:
    assert VALIDATOR.validate_str(text) is None
    assert VALIDATOR.validate_str(json.dumps(bill | {"bomFormat": "other"})) is not None


def test_every_library_that_is_handed_on_is_in_it_with_licence_and_sums(bill: dict[str, Any]) -> None:
    listed = {each["name"]: each for each in bill["components"]}
    for pin, hashes in read_lock(LOCK).items():
        each = listed[canonicalize_name(pin.name)]
        assert each["version"] == pin.version
        assert each["licenses"]
        assert len(each["externalReferences"][0]["hashes"]) == hashes.count("--hash=sha256:") > 0
    assert {"Leaflet", "IPAex Gothic", "Natural Earth outlines", "GeoNames places"} < set(listed)


def test_it_tells_what_needs_what_and_what_is_carried(bill: dict[str, Any]) -> None:
    needs = {each["ref"].split("@")[0]: str(each.get("dependsOn", [])) for each in bill["dependencies"]}
    assert "pkg:pypi/numpy@" in needs["pkg:pypi/pandas"]
    assert "pkg:pypi/colorama@" in needs["pkg:pypi/typer"]  # on Windows
    (lxml,) = [each for each in bill["components"] if each["name"] == "lxml"]
    assert "iconv" in [each["name"] for each in lxml["components"]]


def test_nothing_in_it_is_drawn_by_lot_or_by_the_clock(bill: dict[str, Any]) -> None:
    assert "serialNumber" not in bill
    assert "timestamp" not in bill["metadata"]
