"""Pictures of the same facts, ours beside what people use today, in one run (`python -m bench.pictures`).

Each peer runs with the interpreter of `.venv-peers` (see the Makefile): once in a new process, then again and again in
one. First it is judged, then timed: known places at sea and on land must have come to lie where they belong.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import shapely
from PIL import Image

from bench.peers.peer import Facts, Place
from bench.report import machine, save
from geo.countries import OUTLINES
from geo.files import ROOT, data_path
from geo.tables import split
from layers.base import Kind
from render.picture.draw import draw
from render.picture.save import save as save_picture
from scene.grammar import read_choice
from scene.paper import PAPERS, Paper
from scene.scene import Scene, build_scene

QUERY = "layers=isdbt,cables,datacenters"
PEERS = ROOT / ".venv-peers" / "bin" / "python"
ROUNDS, PROCESSES, PATIENCE = 7, 3, 120
SEA: tuple[Place, ...] = (
    (178, 20), (-140, 53), (-105, -35), (160, -62), (90, -45), (70, -25), (-20, -40), (-38, 32), (-33, 48), (5, -50),
    (55, -52), (-25, 5), (-160, -62), (-40, -50),
)
LAND: tuple[Place, ...] = ((100, 62), (-105, 56), (12, 24), (130, -25), (88, 35), (65, 66), (24, 10), (-45, 72))
ADOPTERS: tuple[Place, ...] = ((-47, -18), (26, -20), (21, -16))
ACROSS = SEA.index((160, -62)), SEA.index((-160, -62))
"""Two places on either side of 180°: on a map of the Pacific the second lies right of the first."""
BOXES = "missing from font"
"""What matplotlib warns when a character comes out as a box."""
NEAR = 24
"""How far two colours may lie apart, of 255, and still be one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was seen of one way to draw: seconds in a new process, warm, warm at twice the size, and what it drew."""

    name: str
    new_s: float
    warm_s: float
    large_s: float
    verdict: str


def main() -> None:
    """Measure all, print the table and save it."""
    scene = build_scene(read_choice(QUERY).choice)
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts.json"
        facts.write_text(json.dumps(asdict(facts_of(scene))), "utf-8")
        found = [ours(scene, Path(folder))]
        found += [peer(name, facts) for name in ("cartopy", "selenium", "plotly")]
    text = table(found)
    print(text)
    told = {"rounds": ROUNDS, "processes": PROCESSES, "machine": machine(), "load": os.getloadavg()[0]}
    save("pictures", INTRO.format(**told) + text)


def facts_of(scene: Scene) -> Facts:
    """Give what every peer draws: the adopters, the lines and the points of the scene."""
    by_kind = {kind: [sheet.rows for sheet in scene.sheets if sheet.layer.kind == kind] for kind in Kind}
    lines = [stretch.line for rows in by_kind[Kind.LINE] for each in rows["stretches"] for stretch in each]
    return Facts(
        outlines=str(data_path(OUTLINES)),
        adopters=tuple(code for rows in by_kind[Kind.AREA] for cell in rows["iso_a3"] for code in split(cell)),
        cables=tuple(tuple((lon, lat) for lon, lat in shapely.get_coordinates(line).tolist()) for line in lines),
        sites=tuple((lon, lat) for rows in by_kind[Kind.POINT]
                    for lon, lat in shapely.get_coordinates(rows.geometry.to_numpy()).tolist()),
        places=(*SEA, *LAND, *ADOPTERS),
    )


def ours(scene: Scene, folder: Path) -> Found:
    """Measure our own way: the command in a new process, the engine warm."""
    out = folder / "ours.png"
    command = [sys.executable, "cli.py", "export", str(out), QUERY]
    new = statistics.median(seconds_of(lambda: run(command)) for _ in range(PROCESSES))
    warm, large = (warm_s(scene, PAPERS[size]) for size in ("1920x1080", "3840x2160"))
    drawing = draw(scene, PAPERS["1920x1080"])
    places = drawing.view.place(*zip(*(*SEA, *LAND, *ADOPTERS), strict=True))
    pixels = drawing.figure.axes[0].transData.transform(places)
    at = [(float(x), PAPERS["1920x1080"].height_px - float(y)) for x, y in pixels]
    return Found("ours", new, warm, large, verdict(out, at))


def warm_s(scene: Scene, paper: Paper) -> float:
    """Give the median seconds of a picture when all is read."""
    times = [seconds_of(lambda: save_picture(scene, paper)) for _ in range(ROUNDS + 1)]
    return statistics.median(times[1:])


def peer(name: str, facts: Path) -> Found:
    """Measure a peer; one that gives no picture has no times."""
    out = facts.with_name(f"{name}.png")
    command = [str(PEERS), "-m", f"bench.peers.{name}_picture", str(facts), str(out)]
    try:
        new = statistics.median(seconds_of(lambda: run([*command, "0"])) for _ in range(PROCESSES))
        said = run([*command, str(ROUNDS)])
    except (subprocess.SubprocessError, OSError) as error:
        why = "no answer" if isinstance(error, subprocess.TimeoutExpired) else "ends with an error"
        return Found(name, 0, 0, 0, f"fails: {why}")
    told = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    judged = verdict(out, told["pixels"]) + ("; Japanese in boxes" if BOXES in said else "")
    return Found(told["version"], new, statistics.median(told["seconds"]), 0, judged)


def run(command: Sequence[str]) -> str:
    """Run a command at the root of the project and give what it printed."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE)
    return done.stdout + (f"\n{BOXES}" if BOXES in done.stderr else "")


def seconds_of(work: Callable[[], object]) -> float:
    """Time one piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def verdict(picture: Path, pixels: Sequence[Sequence[float]]) -> str:
    """Judge a picture by the colours at known places; those outside it cannot be judged and count as missing."""
    if pixels[ACROSS[0]][0] > pixels[ACROSS[1]][0]:
        return "fails: the Pacific is torn at 180°"
    image = np.asarray(Image.open(picture).convert("RGB")).astype(int)
    colours = [colour_at(image, x, y) for x, y in pixels]
    sea, land, adopters = colours[: len(SEA)], colours[len(SEA) : len(SEA) + len(LAND)], colours[-len(ADOPTERS) :]
    water, ground = usual(sea), usual(land)
    if is_near(water, ground):
        return "fails: blank or flooded"
    wrong = [*(not is_near(each, water) for each in sea), *(not is_near(each, ground) for each in land),
             *(is_near(each, water) or is_near(each, ground) for each in adopters)]
    return f"fails: {sum(wrong)} of {len(wrong)} places wrong" if any(wrong) else f"right ({len(wrong)} places)"


Colour = tuple[int, int, int] | None


def colour_at(image: np.ndarray, x: float, y: float) -> Colour:
    """Give the most common colour around a pixel, None outside the picture."""
    column, row = round(x), round(y)
    around = image[max(row - 3, 0) : row + 4, max(column - 3, 0) : column + 4].reshape(-1, 3)
    if not len(around):
        return None
    colours, counts = np.unique(around, axis=0, return_counts=True)
    red, green, blue = colours[counts.argmax()].tolist()
    return red, green, blue


def usual(colours: Sequence[Colour]) -> Colour:
    """Give the colour that most places have."""
    return max(colours, key=colours.count)


def is_near(one: Colour, other: Colour) -> bool:
    """Tell whether two colours are the same to the eye."""
    return bool(one and other) and max(abs(a - b) for a, b in zip(one or (), other or (), strict=True)) <= NEAR


def table(found: Sequence[Found]) -> str:
    """Write what was seen as Markdown; times beside ours."""
    head = "| way | picture | new process, s | beside ours | warm, s | beside ours | 3840×2160 warm, s |\n"
    lines = [head, "|---|---|---:|---:|---:|---:|---:|\n"]
    first = found[0]
    for each in found:
        new, warm = (f"{own:.2f} | {own / base:.1f}" if own else " | " for own, base in
                     ((each.new_s, first.new_s), (each.warm_s, first.warm_s)))
        large = f"{each.large_s:.2f}" if each.large_s else ""
        lines.append(f"| {each.name} | {each.verdict} | {new} | {warm} | {large} |\n")
    return "".join([*lines, "| asked for | right | ≤ 1.5 | | ≤ 0.35 | | ≤ 1.0 |\n"])


INTRO = """## Pictures

`python -m bench.pictures`; the world with adopters, cables and data centres, 1920×1080; medians of {processes} new
processes and of {rounds} warm rounds; {machine}, load average {load:.1f} at the end. Judged first: known places at sea,
on land and in adopter countries must have the colour that belongs there. A peer that is wrong is not fast. Ours also
sets names, legend and sources, is checked before it is handed over, and remembers its view.

"""

if __name__ == "__main__":
    main()
