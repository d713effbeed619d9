"""Which landing is joined to which: the nodes and segments of all cable systems, as the tables have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.files import kept
from geo.geodesy import Place
from geo.tables import read_table
from i18n.text import Text

LANDING, PLACEHOLDER, BRANCHING_UNIT = "landing", "placeholder", "branching_unit"


@dataclass(frozen=True)
class Node:
    """A landing, a placeholder for one that is not published, or a branching unit (a joint in the open sea)."""

    id: str
    kind: str
    name: Text
    iso_a3: str
    place: Place

    @property
    def is_joint(self) -> bool:
        """Say whether it is a joint under water, not a place on land."""
        return self.kind == BRANCHING_UNIT


@dataclass(frozen=True)
class Segment:
    """One link of one system, from `start` to `stop` (ids of nodes); `landing_status` is blank when published."""

    cable_id: str
    number: int
    start: str
    stop: str
    kind: str
    landing_status: str


@dataclass(frozen=True)
class System:
    """What the network needs to know of a cable system; `length_km` is what its owners publish, if they do."""

    id: str
    name: Text
    status: str
    length_km: float | None
    confidence: str


@dataclass(frozen=True)
class Topology:
    """All systems, nodes and segments; `joint_of` gives one name to nodes that are one physical joint."""

    systems: Mapping[str, System]
    nodes: Mapping[str, Node]
    segments: tuple[Segment, ...]
    joint_of: Mapping[str, str]

    def joint(self, node_id: str) -> str:
        """Give the node that stands for this one."""
        return self.joint_of.get(node_id, node_id)

    def place(self, node_id: str) -> Place:
        """Give where a node stands; a joint's nodes stand together."""
        return self.nodes[self.joint(node_id)].place

    def segments_of(self, cable_id: str) -> tuple[Segment, ...]:
        """Give the segments of one system in their order."""
        return tuple(segment for segment in self.segments if segment.cable_id == cable_id)


FILES = ("cables.csv", "landing_points.csv", "cable_segments.csv", "cable_joints.csv", "branching_unit_moves.csv")
"""The tables that the topology is read from."""


@kept(*FILES, most=2)
def read_topology() -> Topology:
    """Read cables.csv, landing_points.csv, cable_segments.csv and cable_joints.csv; raises AtlasError. Kept.

    Branching units stand at assumed places; branching_unit_moves.csv says which were moved, and why.
    """
    joints = read_table("cable_joints.csv")
    moves = {row.landing_id: _place(row) for row in _rows(read_table("branching_unit_moves.csv"))}
    return Topology(
        systems={row.cable_id: _system(row) for row in _rows(read_table("cables.csv"))},
        nodes={row.landing_id: _node(row, moves) for row in _rows(read_table("landing_points.csv"))},
        segments=tuple(_segment(row) for row in _rows(read_table("cable_segments.csv"))),
        joint_of=dict(zip(joints["node_a"], joints["node_b"], strict=True)),
    )


def _rows(table: pd.DataFrame) -> Iterator[Any]:
    """Go through the rows of a table, whose cells are their attributes."""
    return table.itertuples(index=False)


def _system(row: Any) -> System:
    length = float(row.length_km) if row.length_km else None
    return System(row.cable_id, Text(row.name_ja, row.name_en), row.status, length, row.confidence)


def _node(row: Any, moves: Mapping[str, Place]) -> Node:
    place = moves.get(row.landing_id, _place(row))
    return Node(row.landing_id, row.kind, Text(row.name_ja, row.name_en), row.iso_a3, place)


def _place(row: Any) -> Place:
    return float(row.lon), float(row.lat)


def _segment(row: Any) -> Segment:
    ends = row.from_landing_id, row.to_landing_id
    return Segment(row.cable_id, int(row.segment_no), *ends, row.kind, row.landing_status)
