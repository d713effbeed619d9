"""What a picture remembers of its scene: the link, the data behind it, and a fingerprint of each fact.

A fingerprint is a short digest of what a row says, so that a picture can be told years later which of its facts have
changed, without holding the facts themselves. A blank says nothing: a column that is added later changes none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from layers.base import Holds, Layer
from layers.version import data_version
from layers.wording import Row
from scene.grammar import write_choice
from scene.scene import Scene

FINGERPRINT_BYTES = 4
Facts = Mapping[str, str]
"""`LAYER:ID` -> fingerprint (8 hex digits)."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The view as a query string, the data's date (ISO 8601) and version, and the facts.

    `facts` is None, and `version` blank, of a picture from before pictures remembered them.
    """

    query: str
    as_of: str = ""
    version: str = ""
    facts: Facts | None = None


def remember(scene: Scene) -> Memory:
    """Give what a picture of a scene should remember."""
    return Memory(write_choice(scene.choice), scene.as_of, data_version(), facts_of(scene))


def facts_of(scene: Scene) -> dict[str, str]:
    """Give the fingerprints of the facts in a scene, in the order of its rows.

    A crowd has none: its id tells of all that it says, and a file would hold more of them than of the picture.
    """
    return {f"{sheet.layer.id}:{row['id']}": _fingerprint(sheet.layer, row)
            for sheet in scene.sheets if not sheet.layer.is_crowd for row in sheet.each_row()}


def _fingerprint(layer: Layer, row: Row) -> str:
    said = "\0".join(sorted(_said(layer, row)))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=FINGERPRINT_BYTES).hexdigest()


def _said(layer: Layer, row: Row) -> Iterator[str]:
    """List what a row says in the fields that its layer declares, each cell with its column."""
    for field in layer.fields:
        ends = ("_ja", "_en") if field.holds == Holds.BILINGUAL else ("",)
        yield from (f"{field.id}{end}={cell}" for end in ends if (cell := str(row[f"{field.id}{end}"])))
