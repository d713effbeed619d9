from __future__ import annotations

from importlib.metadata import distribution
from pathlib import PurePath

import pytest
from packaging.utils import canonicalize_name

from scripts import licences
from scripts.licences import ALLOWED, BY_HAND, CARRIED, EXCEPTIONS, expressions, licence, refused
from scripts.lock import LOCKS, read_lock

LOCKED = sorted({(canonicalize_name(pin.name), pin.applies) for name in LOCKS.values() for pin in read_lock(name)})
NAMES = [name for name, _applies in LOCKED]
INSTALLED = [name for name, applies in LOCKED if applies]
MENTIONED = {
    "et-xmlfile": "Python's own licence, which tells of its past", "mypy": "Python's own licence",
    "librt": "Python's own licence", "pandas": "Python's own licence", "typing-extensions": "Python's own licence",
    "matplotlib": "FreeType's other licence", "pip": "Python's own licence, of parts that pip carries",
}
"""Libraries whose licence files speak of the GPL without being under it, and why."""


def test_every_library_is_under_a_licence_that_we_may_use() -> None:
    assert {name: found for name in NAMES if (found := refused(name))} == {}


def test_every_exception_is_needed() -> None:
    said = {name: " ".join(expressions(name)) for name, _licence in EXCEPTIONS}
    assert [each for each in EXCEPTIONS if each[1] not in said[each[0]] or each[1] in ALLOWED] == []
    assert {*BY_HAND, *CARRIED} <= set(NAMES)


def test_each_file_that_a_wheel_carries_beside_its_code_has_a_licence() -> None:
    for name in INSTALLED:
        known = {*CARRIED.get(name, {})}
        files = [file.name for file in distribution(name).files or () if in_libs(file)]
        assert {file.partition("-")[0].partition(".")[0] for file in files} <= known, name


def in_libs(file: PurePath) -> bool:
    """Tell whether a file stands where a wheel's makers put the libraries of others."""
    return any(part.endswith((".libs", ".dylibs")) for part in file.parts[:-1])


def test_a_licence_file_that_speaks_of_the_gpl_was_read() -> None:
    excepted = {name for name, _licence in EXCEPTIONS}
    speaking = {name for name in INSTALLED if any("GENERAL PUBLIC LICENSE" in text for text in licence_texts(name))}
    assert speaking - excepted == set(MENTIONED)
    assert "shapely" in speaking


def licence_texts(name: str) -> list[str]:
    """Read the licence files that came with a library, in capitals and without line ends."""
    files = [file for file in distribution(name).files or () if ".dist-info" in file.parts[0]
             and file.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "PSF", "AUTHORS"))]
    return [" ".join(file.read_text(encoding="utf-8").upper().split()) for file in files]


@pytest.mark.parametrize(("expression", "found"), [
    ("MIT", []), ("MIT OR GPL-3.0-only", []), ("MIT AND GPL-3.0-only", ["MIT AND GPL-3.0-only"]),
    ("(MIT OR AGPL-3.0-only) AND ISC", []), ("AGPL-3.0-or-later", ["AGPL-3.0-or-later"]), ("SSPL-1.0", ["SSPL-1.0"]),
    ("GPL-2.0-only WITH Classpath-exception-2.0", ["GPL-2.0-only WITH Classpath-exception-2.0"]),
])
def test_an_expression_is_judged_by_its_parts(
    monkeypatch: pytest.MonkeyPatch, expression: str, found: list[str]
) -> None:
    monkeypatch.setattr(licences, "BY_HAND", {"rich": expression})
    assert refused("rich") == found


def test_the_bill_that_came_in_a_wheel_is_read_as_well() -> None:
    assert {"MPL-2.0", "Unicode-3.0"} <= expressions("typst")


def test_a_licence_that_spdx_does_not_know_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "BY_HAND", {"rich": "Freeware"})
    with pytest.raises(Exception, match="Freeware"):
        refused("rich")


def test_what_a_library_carries_is_told_with_it() -> None:
    assert licence("lxml").startswith("BSD-3-Clause; carries iconv (LGPL-2.1-or-later), libxml2 (MIT)")
