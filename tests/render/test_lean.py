"""A process that draws loads neither what no picture needs nor what nobody reads, and draws the same."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from geo.files import ROOT

VIEW = "layers=isdbt,datacenters&size=640x360"
LOADED = """
import sys
from render.lean import load_matplotlib
load_matplotlib()
from matplotlib.artist import ArtistInspector
from matplotlib.patches import Rectangle
print("mpl_toolkits.mplot3d" in sys.modules, "matplotlib.pyplot" in sys.modules,
      "color" in ArtistInspector(Rectangle).get_setters(), "Properties" in (Rectangle.set.__doc__ or ""))
from mpl_toolkits.mplot3d import Axes3D
"""


def test_matplotlib_is_loaded_lean_and_left_as_it_is() -> None:
    told = subprocess.run([sys.executable, "-W", "error", "-c", LOADED], cwd=ROOT, capture_output=True, text=True,
                          check=True)
    assert told.stdout.split()[:3] == ["False", "False", "True"]


def test_a_terminal_without_pyarrow_draws_the_same_bytes(tmp_path: Path) -> None:
    from commands.speaking import open_scene
    from render.files import save_file

    here, there = tmp_path / "here.svg", tmp_path / "there.svg"
    subprocess.run([sys.executable, "cli.py", "export", str(there), VIEW], cwd=ROOT, check=True)
    save_file(here, lambda: open_scene(VIEW, None), size=None, dpi=None)
    assert sha256(here.read_bytes()).digest() == sha256(there.read_bytes()).digest()
    assert "pyarrow" in sys.modules, "here it is loaded"
