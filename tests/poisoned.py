"""Tables with a script in every text that comes from data; the checks that would refuse it are taken away.

Called first of all, before other modules take the readers for themselves.
"""

from __future__ import annotations

import pandas as pd

import geo.tables

PAYLOAD = (
    """</script><script>window.__pwned=1</script><img src=x onerror="window.__pwned=1">"""
    """{{'a'}}{{title}}`${window.__pwned=1}`\u2028<!--"""
)
SPOILT = {"datacenters.csv": ["site_id"], "mocs.csv": ["moc_id"]}
"""Ids that nothing refers to can be spoilt as well."""

SPOILT_DIGEST = "5" * 12
"""The map's files are kept under the digest of data and code, neither of which changes on disk."""

read_table = geo.tables.read_table


def poison() -> None:
    """Spoil what every layer reads from now on, in this process."""
    geo.tables.read_table = spoilt
    import layers.rows
    import render.web_files

    vars(render.web_files)["made_of"] = lambda: SPOILT_DIGEST
    for check in ("check", "check_table"):
        setattr(layers.rows, check, lambda *_, **__: None)


def spoilt(name: str) -> pd.DataFrame:
    """Read a table with the payload at the end of every text that is written in two languages."""
    table = read_table(name)
    texts = [column for column in table if str(column).endswith(("_ja", "_en"))]
    for column in (*texts, *SPOILT.get(name, [])):
        table[column] += PAYLOAD
    return table
