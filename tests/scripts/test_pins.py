from __future__ import annotations

from pathlib import Path

import pytest

from scripts import pins


def test_a_pin_is_a_name_and_one_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pins, "ROOT", tmp_path)
    (tmp_path / "some.txt").write_text("# why\n-r other.txt\n\nrich==15.0.0  # colours\n", encoding="utf-8")
    assert pins.read_pins("some.txt") == [pins.Pin("rich", "15.0.0")]


def test_a_pin_may_be_for_some_systems_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pins, "ROOT", tmp_path)
    lines = 'rich==15.0.0 ; python_version < "3"  # old\ntyper==1.0 ; python_version > "3"\n'
    (tmp_path / "some.txt").write_text(lines, encoding="utf-8")
    assert [(pin.name, pin.applies) for pin in pins.read_pins("some.txt")] == [("rich", False), ("typer", True)]


@pytest.mark.parametrize("line", ["rich", "rich>=15", "rich==15.*", "rich @ https://example.org/rich.whl"])
def test_a_version_that_may_float_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    monkeypatch.setattr(pins, "ROOT", tmp_path)
    (tmp_path / "some.txt").write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match="exact version"):
        pins.read_pins("some.txt")
