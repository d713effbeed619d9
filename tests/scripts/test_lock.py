from __future__ import annotations

import pytest
from packaging.utils import canonicalize_name

from scripts.lock import LOCKS, read_lock
from scripts.pins import ROOT, Pin, read_pins


def named(pins: set[Pin]) -> set[tuple[str, str]]:
    return {(canonicalize_name(pin.name), pin.version) for pin in pins}


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_says_what_the_requirements_say(name: str) -> None:
    locked = read_lock(LOCKS[name])
    everywhere = {pin for pin, (marker, _hashes) in locked.items() if not marker}
    wanted = set(read_pins(name)) | (set(read_pins("requirements.txt")) if name != "requirements.txt" else set())
    assert named(everywhere) == named(wanted), "run `make lock`"


@pytest.mark.parametrize("name", LOCKS.values())
def test_pip_takes_no_file_without_a_hash(name: str) -> None:
    assert all("--hash=sha256:" in hashes for _marker, hashes in read_lock(name).values())


@pytest.mark.parametrize("name", LOCKS.values())
def test_no_lock_names_a_place_to_fetch_from(name: str) -> None:
    assert "://" not in (ROOT / name).read_text("utf-8")
