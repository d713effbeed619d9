"""Write the tables of THIRD_PARTY.md from the pins and what each library says of its licence."""

from __future__ import annotations

from typing import Final

from packaging.utils import canonicalize_name

from scripts.licences import licence
from scripts.lock import LOCKS, read_lock
from scripts.pins import ROOT, Pin, read_pins

PAGE: Final = ROOT / "THIRD_PARTY.md"
TABLES: Final = {"runtime": "requirements.txt", "development": "requirements-dev.txt"}


def build(page: str) -> str:
    """Put fresh tables between the page's markers and leave the rest as it is."""
    for key, file in TABLES.items():
        start, end = f"<!-- {key} -->\n", f"<!-- /{key} -->"
        before, rest = page.split(start)
        page = before + start + _table([*read_pins(file), *_elsewhere(file)]) + end + rest.split(end)[1]
    return page


def _table(pins: list[Pin]) -> str:
    rows = [f"| {pin.name} | {pin.version} | {licence(pin.name)} |" for pin in pins]
    return "\n".join(["| library | version | licence |", "|---|---|---|", *rows, ""])


def _elsewhere(file: str) -> list[Pin]:
    """List what other systems than this one install beside the pins."""
    known = {canonicalize_name(pin.name) for pin in (*read_pins(file), *read_pins("requirements.txt"))}
    return [pin for pin in read_lock(LOCKS[file]) if canonicalize_name(pin.name) not in known]


if __name__ == "__main__":
    PAGE.write_text(build(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
