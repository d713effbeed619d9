from __future__ import annotations

import pytest

from scripts import office


def test_a_machine_without_an_office_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: None)
    monkeypatch.setattr(office, "install", lambda: None)
    with pytest.raises(SystemExit) as left:
        office.main()
    assert left.value.code == office.HELP


def test_an_office_that_is_there_is_not_installed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "install", lambda: 1 / 0)
    monkeypatch.setattr(office, "find", lambda: "soffice")
    assert office.main() == "soffice"
