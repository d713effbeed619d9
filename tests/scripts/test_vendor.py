from __future__ import annotations

from pathlib import Path

import pytest

from scripts import vendor


def test_leaflet_is_copied_once_and_whole(tmp_path: Path) -> None:
    assert vendor.build(tmp_path) == len(vendor.files())
    assert vendor.build(tmp_path) == 0
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")} == set(vendor.files())


def test_a_damaged_copy_is_put_right(tmp_path: Path) -> None:
    vendor.build(tmp_path)
    (tmp_path / "leaflet.css").write_text("", encoding="utf-8")
    assert vendor.build(tmp_path) == 1


def test_a_file_that_was_not_reviewed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "leaflet.js").write_text("alert(1)", encoding="utf-8")
    with pytest.raises(vendor.VendorError, match="not the reviewed Leaflet"):
        vendor.read_checked(tmp_path / "leaflet.js", sha256=vendor.files()["leaflet.js"])


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vendor, "PACKAGE", "no_such_package")
    with pytest.raises(vendor.VendorError, match="django-js-lib-leaflet is not installed"):
        vendor.source()
