"""The one error that a person may see: a sentence in both languages."""

from __future__ import annotations

from i18n.text import Lang, Text


class AtlasError(Exception):
    """Something the person can act on; whoever can go on without it says `error.text[lang]`."""

    def __init__(self, text: Text) -> None:
        super().__init__(text[Lang.EN])
        self.text = text
