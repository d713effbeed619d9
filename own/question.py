"""What only the person can say of their file (its CRS, its sheet, its kind, its columns), asked and answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from i18n.errors import AtlasError
from i18n.text import Text


class Part(StrEnum):
    """What may be asked."""

    CRS = "crs"  # an EPSG code
    TABLE = "table"  # a sheet of a workbook, a layer of a GeoPackage, a .shp of a zip
    KIND = "kind"  # point, line or area, where a file holds several
    COLUMNS = "columns"  # which of the columns are longitude and latitude, or the country


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person said; "" where nothing was asked yet. Columns go by their headings."""

    crs: str = ""
    table: str = ""
    kind: str = ""
    lon: str = ""
    lat: str = ""
    country: str = ""

    def as_json(self) -> Mapping[str, str]:
        """Give the answers as plain data, for the way into the reading process."""
        return asdict(self)


class QuestionError(AtlasError):
    """A file that can be read once the person has said one more thing; `choices` are what is possible."""

    def __init__(self, text: Text, part: Part, choices: Sequence[str] = ()) -> None:
        super().__init__(text)
        self.part = part
        self.choices = tuple(choices)

    def as_json(self) -> Mapping[str, Any]:
        """Give the question as plain data, for the way out of the reading process."""
        return {"ja": self.text.ja, "en": self.text.en, "part": self.part.value, "choices": list(self.choices)}
