from __future__ import annotations

from collections.abc import Iterable

import pytest
from packaging.utils import canonicalize_name

from scripts.lock import LOCKS, read_lock
from scripts.pins import ROOT, Pin, read_pins


def here(pins: Iterable[Pin]) -> set[tuple[str, str]]:
    """What of it is installed on this machine."""
    return {(canonicalize_name(pin.name), pin.version) for pin in pins if pin.applies}


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_says_what_the_requirements_say(name: str) -> None:
    wanted = [*read_pins(name), *read_pins("requirements.txt")]
    assert here(read_lock(LOCKS[name])) == here(wanted), "run `make lock`"


@pytest.mark.parametrize("name", LOCKS.values())
def test_pip_takes_no_file_without_a_hash(name: str) -> None:
    assert all("--hash=sha256:" in hashes for hashes in read_lock(name).values())


@pytest.mark.parametrize("name", LOCKS.values())
def test_no_lock_names_a_place_to_fetch_from(name: str) -> None:
    assert "://" not in (ROOT / name).read_text("utf-8")
