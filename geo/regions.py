"""The regions of the plan, and the frame a map of each is drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from geo.files import kept
from geo.frames import Frame, read_frame
from geo.tables import read_things
from i18n.text import Text

REGIONS, REGION_FRAMES = "regions.csv", "region_frames.csv"


@dataclass(frozen=True)
class Region:
    """A region; `is_plan` tells the plan's own eight from the three that hold the rest."""

    region_id: str
    name: Text
    is_plan: bool
    order: int


@kept(REGIONS)
def read_regions() -> Mapping[str, Region]:
    """Read the regions by id, in the plan's order."""
    regions = sorted(read_things(REGIONS, _region), key=lambda region: region.order)
    return MappingProxyType({region.region_id: region for region in regions})


def region_frame(region_id: str) -> Frame:
    """Give the frame for a map of a region: its main lands, not every far island."""
    return _frames()[region_id]


def _region(row: Mapping[Any, str]) -> Region:
    name = Text(row["name_ja"], row["name_en"])
    return Region(row["region_id"], name, row["is_plan_region"] == "1", int(row["sort_order"]))


@kept(REGION_FRAMES)
def _frames() -> Mapping[str, Frame]:
    return dict(read_things(REGION_FRAMES, lambda row: (row["region_id"], read_frame(row))))
