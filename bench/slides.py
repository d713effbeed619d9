"""Slides and decks: how fast they are made, how large they are, what is in them, and that they open elsewhere.

`python -m bench.slides` measures and prints; `--write` also puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor

from analysis.deck import leaves
from bench.peers.freeforms import outlines_of
from bench.report import machine, save
from geo.files import ROOT
from render.deck.save import deck_of
from render.picture.kinds import FileKind
from render.picture.save import save as save_picture
from scene.grammar import read_choice
from scene.scene import Scene, build_scene
from tests.render.onefile.documents import VIEWS
from tests.render.picture.pictures import SLIDE, scene_of
from tests.render.slides.decks import difference, opened, painted, shapes_in

WORLD = "layers=isdbt,cables,datacenters"
DECK = "layers=isdbt,cables,datacenters,mocs&region=oceania,middle_east&deck=overview,fields,regions,"
DECK += "countries,figures,sources"
ROUNDS, PROCESSES, PATIENCE, TWICE = 5, 3, 600, 20
SEEDS = ("1", "2")
CODE = re.compile(r"[A-Z]{3} ")
Seen = list[tuple[str, str, str]]
INTRO = """## Slides

`python -m bench.slides --write`; the world with adopters, cables and data centres as one slide whose countries are
shapes, medians of {processes} new processes and of {rounds} warm rounds; a deck of {leaves} parts; {machine}, load
average {load:.1f} at the end. The peer lays the same outlines of land onto a slide with python-pptx's own builder.

| slides | seen | promise |
|---|---:|---|
"""


def main() -> None:
    """Measure, print and, if asked, write."""
    text = "".join(f"| {name} | {seen} | {promise} |\n" for name, seen, promise in measured())
    print(text)
    if "--write" in sys.argv:
        told = {"processes": PROCESSES, "rounds": ROUNDS, "machine": machine(), "load": os.getloadavg()[0]}
        save("slides", INTRO.format(leaves=len(leaves(read_choice(DECK).choice)), **told) + text)


def measured() -> Seen:
    """List what was seen beside what was promised."""
    scene = scene_of(WORLD)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "world.pptx"
        new = statistics.median(seconds_of("cli.py", "export", str(out), WORLD) for _ in range(PROCESSES))
        content = out.read_bytes()
        ours = Image.open(BytesIO(save_picture(scene, SLIDE))).convert("RGB")
        apart = difference(ours, painted(content, Path(folder)))
        peer = peer_s(scene, Path(folder))
    named = {shape.name for shape in shapes_in(opened(content)) if CODE.match(shape.name)}
    return [
        ("world in a new process, s", f"{new:.2f}", "≤ 2"),
        ("world, warm, s", f"{warm_s(scene):.2f}", ""),
        ("countries that are shapes of their own", f"{len(named)}", "≥ 190"),
        ("bytes", f"{len(content):,}", "≤ 3,000,000"),
        ("shapes that differ when python-pptx recolours Brazil", recoloured(content), "BRA ブラジル"),
        ("LibreOffice's print, pixels unlike our picture, %", f"{apart:.2%}".rstrip("%"), "≤ 2"),
        ("the same outlines by python-pptx's FreeformBuilder, s", f"{peer:.1f}", ""),
        ("the same beside ours in a new process", f"{peer / new:.0f}", ""),
        ("views with the same bytes twice", twice(), f"{TWICE} of {TWICE}"),
        *deck(),
    ]


def seconds_of(*command: str) -> float:
    """Time a Python command in a new process at the root of the project."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, check=True, timeout=PATIENCE)
    return time.perf_counter() - start


def warm_s(scene: Scene) -> float:
    """Give the median seconds of a slide when all is read."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        save_picture(scene, SLIDE, FileKind.PPTX)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def recoloured(content: bytes) -> str:
    """Recolour Brazil with python-pptx, save, open again, and name the shapes that are not as they were."""
    shown = opened(content)
    brazil: Any = next(shape for shape in shapes_in(shown) if shape.name.startswith("BRA "))
    brazil.fill.solid()
    brazil.fill.fore_color.rgb = RGBColor.from_string("FF00FF")  # type: ignore[no-untyped-call]
    file = BytesIO()
    shown.save(file)
    before, after = ([(shape.name, etree.tostring(shape._element)) for shape in shapes_in(opened(each))]
                     for each in (content, file.getvalue()))
    return ", ".join(name for (name, one), (_name, other) in zip(before, after, strict=True) if one != other)


def peer_s(scene: Scene, folder: Path) -> float:
    """Time python-pptx's own builder of freeforms on the outlines of the same slide, in a new process."""
    outlines = folder / "outlines.json"
    outlines.write_text(json.dumps(outlines_of(scene)), "utf-8")
    return seconds_of("-m", "bench.peers.freeforms", str(outlines), str(folder / "peer.pptx"))


def twice() -> str:
    """Make the slides of views in two processes with other hash seeds, and count those of the same bytes."""
    one, other = (answer("--views", PYTHONHASHSEED=seed) for seed in SEEDS)
    return f"{sum(a == b for a, b in zip(one, other, strict=True))} of {len(one)}"


def answer(*asked: str, **environment: str) -> Any:
    """Run a part of this benchmark in a new process; it answers in JSON."""
    done = subprocess.run([sys.executable, "-m", "bench.slides", *asked], cwd=ROOT, env=os.environ | environment,
                          capture_output=True, check=True, text=True, timeout=PATIENCE)
    return json.loads(done.stdout)


def deck() -> Seen:
    """Make a deck in two new processes and tell of it."""
    one, other = (answer("--deck", PYTHONHASHSEED=seed) for seed in SEEDS)
    return [
        ("deck: slides", str(one["slides"]), "≥ 40"),
        ("deck: in a new process, s", f"{one['s']:.1f}", "≤ 60"),
        ("deck: bytes", f"{one['bytes']:,}", "≤ 30,000,000"),
        ("deck: the same bytes twice", "yes" if one["digest"] == other["digest"] else "no", "yes"),
    ]


def make_views() -> list[str]:
    """Make the slides of views and give their digests."""
    return [sha256(save_picture(scene_of(query), SLIDE, FileKind.PPTX)).hexdigest() for query in VIEWS[:TWICE]]


def make_deck() -> dict[str, object]:
    """Make a deck and tell how long it took and how large it is."""
    choice = read_choice(DECK).choice
    start = time.perf_counter()
    content = deck_of(build_scene(choice).choice)
    taken = time.perf_counter() - start
    slides = len(Presentation(BytesIO(content)).slides)
    return {"s": taken, "bytes": len(content), "slides": slides, "digest": sha256(content).hexdigest()}


if __name__ == "__main__":
    if "--views" in sys.argv:
        print(json.dumps(make_views()))
    elif "--deck" in sys.argv:
        print(json.dumps(make_deck()))
    else:
        main()
