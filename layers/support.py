"""Every data table by its file, whether a layer shows it or it stands behind one."""

from __future__ import annotations

from collections.abc import Mapping

from geo.tables import read_table
from layers.base import Field
from layers.registry import our_layers
from layers.schema import check
from layers.support_desk import DESK
from layers.support_places import PLACES
from layers.support_plan import PLAN

SUPPORT: Mapping[str, tuple[Field, ...]] = {**PLAN, **PLACES, **DESK}


def all_tables() -> Mapping[str, tuple[Field, ...]]:
    """Give the columns of every table by its file: the layers' first, in their order."""
    return {**{layer.file: layer.fields for layer in our_layers().values() if layer.read is read_table}, **SUPPORT}


def check_table(file: str) -> None:
    """Check one of the tables; raises DataError with every problem in it."""
    check(read_table(file), all_tables()[file], file=file)
