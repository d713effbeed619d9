"""The order of test files: long ones first, waiting beside computing ones, so that no core idles at the end."""

from __future__ import annotations

from itertools import chain, zip_longest
from pathlib import Path

from geo.files import ROOT

WAITING = ("browser", "closed", "deploy", "faults", "bench")
"""Folders whose files wait for a page or a server most of the time."""
COMPUTING = ("test_types.py", "render", "desk", "commands", "layers/test_checks.py", "scripts", "ui", "scene", "geo")
"""What keeps a core busy, the longest first; all else counts for seconds."""


def in_order(files: list[Path]) -> list[Path]:
    """Put files in order: one that waits, one that computes, by turns, then the short ones; otherwise as they came."""
    waiting, computing = _within(WAITING, files), _within(COMPUTING, files)
    mixed = [file for file in chain.from_iterable(zip_longest(computing, waiting)) if file]
    return [*mixed, *(file for file in files if file not in mixed)]


def _within(folders: tuple[str, ...], files: list[Path]) -> list[Path]:
    """List the files of some folders of tests/, folder by folder."""
    return [file for folder in folders for file in files if file.is_relative_to(ROOT / "tests" / folder)]
