from __future__ import annotations

import subprocess
import sys

from geo.files import ROOT


def test_mypy_finds_nothing_to_mend() -> None:
    """Types are checked beside the other tests, not before them: mypy keeps only one core busy."""
    run = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{run.stdout}{run.stderr}"
