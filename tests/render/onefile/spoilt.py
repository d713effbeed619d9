"""Write the one file with a script in every text that comes from data, without the checks that would refuse it.

A program of its own (`python -m tests.render.onefile.spoilt OUT.html`): it changes readers before others take them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

import geo.tables

PAYLOAD = (
    """</script><script>window.__pwned=1</script><img src=x onerror="window.__pwned=1">"""
    """{{title}}`${window.__pwned=1}`\u2028<!--"""
)
SPOILT = {"datacenters.csv": ["site_id"], "mocs.csv": ["moc_id"]}
"""Ids that nothing refers to can be spoilt as well."""

read_table = geo.tables.read_table


def spoilt(name: str) -> pd.DataFrame:
    """Read a table with the payload at the end of every text that is written in two languages."""
    table = read_table(name)
    texts = [column for column in table if str(column).endswith(("_ja", "_en"))]
    for column in (*texts, *SPOILT.get(name, [])):
        table[column] += PAYLOAD
    return table


def main(out: Path) -> None:
    """Spoil the readers, then write the file."""
    geo.tables.read_table = spoilt
    import layers.rows

    for check in ("check", "check_table"):
        setattr(layers.rows, check, lambda *_, **__: None)
    from render.onefile.page import to_html
    from scene.choice import Choice
    from scene.scene import build_scene

    out.write_bytes(to_html(build_scene(Choice(show_all=True, title=PAYLOAD[:120]))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
