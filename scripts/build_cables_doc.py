"""Write docs/cables.md, what is drawn by numbers: `python -m scripts.build_cables_doc`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.apart import CLOSE_PX, LONG_KM, MOST, SHARED_LANDING_KM, close_pairs
from geo.countries import read_countries
from geo.cut import CAPTION, LIMITS, cut, cut_off, sentences
from geo.files import ROOT
from geo.network import Network, build_network, read_masses
from geo.routes import Route, read_all_routes
from geo.tables import read_table
from geo.topology import System, Topology, read_topology
from i18n.text import Lang

DOC = ROOT / "docs" / "cables.md"
LOW, HIGH = 0.75, 1.05
REPORTS = (
    (
        ("tonga-cable",),
        "15 January 2022, eruption of Hunga Tonga-Hunga Ha'apai: the whole country lost its only "
        "international cable for five weeks; January 2019, an anchor, likewise",
        "https://cto.int/about-the-cto/news-and-media/cto-newsletter/tonga-restores-international-connectivity-after-five-week-outage/",
    ),
    (
        ("tonga-domestic-cable-extension",),
        "2022, the same eruption: after the international cable was mended, Vava'u "
        "and Ha'apai (Neiafu, Pangai) stayed without a cable",
        "https://www.capacitymedia.com/article/29tgv135tpvr6aeh645q8/tonga-faces-two-separate-cable-cuts-after-massive-volcano",
    ),
    (
        ("hantru-1",),
        "28 December 2016 to January 2017: the Marshall Islands nearly blacked out while the cable that "
        "serves them and Pohnpei was repaired",
        "http://www.pireport.org/articles/2017/01/12/completion-date-repair-marshall-islands-internet-cable-pushed-back-again",
    ),
    (
        ("icn1",),
        "17 December 2024: Vanuatu without internet for ten days after an earthquake put the landing station "
        "of its single cable out of order",
        "https://frominsideasia.com/pacific-cables-vulnerable-but-no-one-wants-to-pay-to-fix-the-problem",
    ),
    (
        ("mariana-guam",),
        "8 July 2015: the Northern Marianas lost their lone cable. A second one (atisa, 2017) was laid "
        "because of it, so today the list says that nothing is lost",
        "https://www.rnz.co.nz/international/pacific-news/278346/cable-fault-cuts-all-communication-with-northern-marianas",
    ),
    (
        ("mariana-guam", "atisa"),
        "the same with the later cable taken away too: the state of 2015",
        "https://www.subcableworld.com/scw-newsfeed/marine-services/timeline-for-cnmi-outage",
    ),
)
WHY_CUT_OFF = {
    "ishikari-japan": "the only system in service on Hokkaido; the domestic cables to Honshu are not in the list: a "
    "gap of the data, not of the network",
    "nevelsk-russia": "joined to Ishikari alone",
}


@dataclass(frozen=True)
class Sums:
    """What is measured of one system; `ratio` is drawn / published."""

    system: System
    drawn_km: float
    great_circle_km: float
    land_km: float
    exception: str

    @property
    def ratio(self) -> float | None:
        """Drawn by published length, when one is published."""
        return self.drawn_km / self.system.length_km if self.system.length_km else None

    @property
    def is_bound(self) -> bool:
        """Say whether the system must keep the bounds: confidence high, a length published, no exception."""
        return self.system.confidence == "high" and self.ratio is not None and not self.exception


def sums(topology: Topology, routes: Mapping[str, Sequence[Route]]) -> list[Sums]:
    """Measure every system, in the order of cables.csv."""
    exceptions = read_table("cable_length_exceptions.csv").set_index("cable_id")["note_en"].to_dict()
    return [
        Sums(
            system=topology.systems[cable],
            drawn_km=sum(route.drawn_km for route in system),
            great_circle_km=sum(route.great_circle_km for route in system),
            land_km=sum(route.land_km for route in system),
            exception=exceptions.get(cable, ""),
        )
        for cable, system in routes.items()
    ]


def write() -> None:
    """Write the page from data/ alone."""
    topology = read_topology()
    routes = read_all_routes(list(topology.systems))
    network = build_network(topology, read_masses(topology))
    parts = [
        _head(),
        *_lengths(topology, routes),
        *_land(topology, routes),
        *_lanes(topology, routes),
        *_cuts(network),
    ]
    DOC.write_text("\n".join(parts) + "\n", encoding="utf-8", newline="\n")


def _head() -> str:
    return (
        "# Cables: what is drawn, by numbers\n\n"
        "概略図(実際の敷設ルートではありません)。Written by `python -m scripts.build_cables_doc`; do not edit.\n\n"
        "Routes are the shortest ways by sea between the landings and assumed branching units (`geo/sea.py`), not "
        "surveys. All lengths are those of the unshifted lines on WGS 84; land is measured against the fine outlines "
        "(Natural Earth 1:10m), 15 km round each landing left out. Branching units stand at assumed places; "
        "`data/branching_unit_moves.csv` says which were moved and why. A placeholder that would stand far inland is "
        "drawn up to the coast."
    )


def _lengths(topology: Topology, routes: Mapping[str, Sequence[Route]]) -> Iterator[str]:
    rows = sums(topology, routes)
    bound = [row for row in rows if row.is_bound]
    kept = [row for row in bound if row.ratio is not None and LOW <= row.ratio <= HIGH]
    yield (
        f"\n## Lengths\n\nOf {len(bound)} systems of confidence high with a published length and no exception, "
        f"{len(kept)} keep {LOW} <= drawn / published <= {HIGH}.\n"
    )
    yield "| system | confidence | published km | drawn km | great-circle km | ratio | land km | exception |"
    yield "|---|---|---:|---:|---:|---:|---:|---|"
    yield from (_length_row(row) for row in rows)


def _length_row(row: Sums) -> str:
    published = f"{row.system.length_km:,.0f}" if row.system.length_km else "not published"
    ratio = f"{row.ratio:.2f}" if row.ratio else ""
    return (
        f"| {row.system.id} | {row.system.confidence} | {published} | {row.drawn_km:,.0f} | "
        f"{row.great_circle_km:,.0f} | {ratio} | {row.land_km:.1f} | {row.exception} |"
    )


def _land(topology: Topology, routes: Mapping[str, Sequence[Route]]) -> Iterator[str]:
    notes = read_table("cable_land_notes.csv")
    why = {(row.cable_id, int(row.segment_no)): row.note_en for _index, row in notes.iterrows()}
    every = [route for system in routes.values() for route in system]
    wet = [route for route in every if route.land_km > 0]
    yield f"\n## Over land\n\n{len(every) - len(wet)} of {len(every)} segments cross no land. The others:\n"
    yield "| segment | from | to | land km | why |"
    yield "|---|---|---|---:|---|"
    for route in wet:
        ends = (topology.nodes[end].name.en for end in (route.start, route.stop))
        name = f"{route.cable_id} {route.segment}"
        yield f"| {name} | {' | '.join(ends)} | {route.land_km:.1f} | {why[route.cable_id, route.segment]} |"


def _lanes(topology: Topology, routes: Mapping[str, Sequence[Route]]) -> Iterator[str]:
    yield (
        f"\n## Lanes\n\nPairs of systems longer than {LONG_KM:.0f} km that lie closer than {CLOSE_PX} px to each other "
        f"for more than {MOST:.0%} of the shorter one, on Equal Earth (150° E, 1920 px wide), outside "
        f"{SHARED_LANDING_KM:.0f} km of a shared landing:\n"
    )
    lines = {cable: [route.line for route in system] for cable, system in routes.items()}
    for on, words in ((0, "without lanes"), (1, "with lanes")):
        pairs = close_pairs(topology, lines, {c: [on * route.lane for route in routes[c]] for c in routes})
        close = sum(pair.share > MOST for pair in pairs)
        worst = pairs[0]
        yield f"- {words}: {close} pairs; the worst is {worst.shorter} by {worst.longer}, {worst.share:.1%}"


def _cuts(network: Network) -> Iterator[str]:
    yield f"\n## The network\n\n{CAPTION[Lang.JA]} / {CAPTION[Lang.EN]}. {LIMITS[Lang.EN]}\n"
    for node in cut_off(network):
        yield f"- Cut off before any cut: {node.name.en} ({node.id}): {WHY_CUT_OFF[node.id]}"
    for cable in sorted(network.lit):
        yield (
            f"- {network.topology.systems[cable].name.en} is not in service, but a spur on it carries traffic, so its "
            "trunk counts; which side is lit is not known"
        )
    yield "\n### Cuts that were reported\n"
    names = {code: country.name for code, country in read_countries().items()}
    for cables, report, page in REPORTS:
        lost = " ".join(line[Lang.EN] for line in sentences(cut(network, cables), names)[1:-1])
        yield f"- `cut {' '.join(cables)}`: {lost}\n  Reported: {report}. <{page}>"


if __name__ == "__main__":
    write()
