"""One map of the same facts by everybody's means: what is right, then what is fast (`python -m bench.beside`).

Each peer runs with the interpreter of `.venv-peers` (see the Makefile): in a new process, then again and again in one.
It is judged twice, as it comes on a network without other hosts, and with what it fetches from them given from here;
only then it is timed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median

import shapely
from playwright.sync_api import Browser, sync_playwright

from bench import map as filter_change
from bench.asking import Pixels, asked, run, timed
from bench.judge import PLACES, verdict
from bench.looked import look
from bench.map import CONTENDERS, Contender, Result
from bench.peers.peer import HELPED, Facts
from bench.report import machine, save
from bench.ways import Way, table
from geo.countries import OUTLINES
from geo.files import ROOT, data_path
from geo.tables import split
from layers.base import Kind
from render.onefile.page import to_html
from render.picture.draw import draw
from render.picture.save import save as save_picture
from scene.grammar import read_choice
from scene.paper import PAPERS
from scene.scene import Scene, build_scene
from tests.browser.offline import launch

QUERY = "layers=isdbt,cables,datacenters"
PAPER, LARGE = PAPERS["1920x1080"], PAPERS["3840x2160"]
PEERS = ROOT / ".venv-peers" / "bin" / "python"
PICTURES, FILES = ("cartopy", "plotly", "selenium"), ("explore", "leafmap")
NAIVE = "folium, st_folium"
ROUNDS, PROCESSES = 5, 3
Judge = Callable[[bool, Pixels], str]
"""Judges what a peer made, helped or not, by the pixels in which it says that places lie."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What all measurements share: a folder, the scene, the file of its facts, a browser."""

    folder: Path
    scene: Scene
    facts: Path
    browser: Browser


def main() -> None:
    """Measure all, print the table and save it; the filter change of the map is a section of its own."""
    scene, changed = build_scene(read_choice(QUERY).choice), filter_change.main()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        facts = Path(name) / "facts.json"
        facts.write_text(json.dumps(asdict(facts_of(scene))), "utf-8")
        bench = Bench(Path(name), scene, facts, launch(playwright))
        ways = [*pictures(bench), *files(bench), *pages(bench, changed)]
        bench.browser.close()
    large = median(timed(lambda: save_picture(scene, LARGE), ROUNDS + 1)[1:])
    text = f"{table(ways)}\nOurs at 3840×2160, again: {large:.2f} s (promised ≤ 1.0).\n"
    print(text)
    told = {"rounds": ROUNDS, "processes": PROCESSES, "machine": machine(), "load": os.getloadavg()[0]}
    save("beside", INTRO.format(**told) + text)


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
        places=PLACES,
    )


def pictures(bench: Bench) -> Iterator[Way]:
    """Measure who makes a picture."""
    out = bench.folder / "ours.png"
    new = exported(out)
    again = median(timed(lambda: save_picture(bench.scene, PAPER), ROUNDS + 1)[1:])
    drawing = draw(bench.scene, PAPER)
    pixels = drawing.figure.axes[0].transData.transform(drawing.view.place(*zip(*PLACES, strict=True)))
    seen = verdict(out, [(float(x), PAPER.height_px - float(y)) for x, y in pixels])
    yield Way("picture", "ours", seen, seen, new, again, out.stat().st_size)
    for name in PICTURES:
        out = bench.folder / f"{name}.png"
        yield peer(bench, "picture", f"{name}_picture", out, partial(_of_picture, out))


def files(bench: Bench) -> Iterator[Way]:
    """Measure who makes a map in one file, to be opened in a browser."""
    out = bench.folder / "ours.html"
    new = exported(out)
    again = median(timed(lambda: to_html(bench.scene), ROUNDS + 1)[1:])
    closed, helped = (_of_file(bench, out, each) for each in (False, True))
    yield Way("file", "ours", closed, helped, new, again, out.stat().st_size)
    for name in FILES:
        out = bench.folder / f"{name}.html"
        yield peer(bench, "file", f"{name}_file", out, partial(_of_file, bench, out))


def _of_picture(file: Path, _helped: bool, pixels: Pixels) -> str:
    return verdict(file, pixels)


def _of_file(bench: Bench, file: Path, helped: bool, _pixels: Pixels = ()) -> str:
    return look(bench.browser, file.as_uri(), file.with_suffix(".png"), helped=helped).verdict


def pages(bench: Bench, changed: tuple[Result, Result]) -> Iterator[Way]:
    """Measure who serves a page; again is a change of the filter there, and bytes are those of the change."""
    for contender, result in zip(CONTENDERS[::-1], changed[::-1], strict=True):
        yield page(bench, contender, result)


def page(bench: Bench, contender: Contender, changed: Result) -> Way:
    """Judge a page; new is a first visit to a server that has just started."""
    name = NAIVE if contender.name == "naive" else contender.name
    with contender.serve() as (address, _process):
        out = bench.folder / "page.png"
        helped, closed = (look(bench.browser, address, out, helped=each) for each in (True, False))
    return Way("page", name, closed.verdict, helped.verdict, helped.seconds, changed.seconds, round(changed.bytes))


def peer(bench: Bench, makes: str, module: str, out: Path, judge: Judge) -> Way:
    """Judge a peer on a closed network, then helped, then time it; who ends with an error has no times."""
    command = [str(PEERS), "-m", f"bench.peers.{module}", str(bench.facts), str(out)]
    closed, name, _ = asked([*command, "0"], judge=lambda pixels: judge(False, pixels))
    helped, name, again = asked([*command, str(ROUNDS), HELPED], judge=lambda pixels: judge(True, pixels))
    name = name or module.rpartition("_")[0]
    if not again:
        return Way(makes, name, closed, helped, 0, 0, 0)
    new = median(timed(lambda: run([*command, "0", HELPED]), PROCESSES))
    return Way(makes, name, closed, helped, new, median(again), out.stat().st_size)


def exported(out: Path) -> float:
    """Give the median seconds of our command in a new process."""
    return median(timed(lambda: run([sys.executable, "cli.py", "export", str(out), QUERY]), PROCESSES))


INTRO = """## Side by side

`python -m bench.beside`; the world with adopters, cables and data centres from the same files: as a picture of
1920×1080, as one interactive file, and as a page that is served, where “again” is a change of its filter and the bytes
are those that the change sends. Medians of {processes} new processes and of {rounds} rounds in one; {machine}, load
average {load:.1f} at the end. Judged first, by the colours of 25 known places at sea, on land and in adopter countries:
on a network without other hosts, then with all that a peer fetches from them given from here (Leaflet, tiles of plain
sea). A map that is wrong is not fast: what it took stands in brackets. Ours also sets names, legend and sources.

"""

if __name__ == "__main__":
    main()
