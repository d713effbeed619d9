"""The table of a scene as tests read it: words under the labels of its columns."""

from __future__ import annotations

import pandas as pd

from render.table import cells, columns
from scene.scene import Scene


def table(scene: Scene) -> pd.DataFrame:
    """Write the rows of a scene as a table of words under its columns."""
    chosen = columns(scene)
    labels = [column.label[scene.lang] for column in chosen]
    return pd.DataFrame(cells(scene, chosen), columns=labels, dtype=str)


def ids(scene: Scene) -> tuple[str, ...]:
    """Name the rows of the table, in its order."""
    return tuple(str(row_id) for sheet in scene.sheets for row_id in sheet.rows["id"])
