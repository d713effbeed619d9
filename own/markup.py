"""XML from a stranger: no document type and so no entities, nested no deeper than it needs to be."""

from __future__ import annotations

from typing import NoReturn
from xml.etree import ElementTree
from xml.parsers import expat

from i18n import own as words
from i18n.errors import AtlasError
from own.limits import DEEPEST_XML


class _BegunError(Exception):
    """The first element has begun: a document type can no longer follow."""


def refuse_doctype(content: bytes, name: str) -> None:
    """Refuse XML that declares a document type; nothing behind the first element is read for that."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_about: _refuse(name)
    parser.StartElementHandler = lambda *_about: _begun()
    try:
        parser.Parse(content, True)
    except _BegunError:
        return
    except expat.ExpatError as error:
        raise AtlasError(words.BROKEN_XML.format(name=name, line=error.lineno)) from None


def read_xml(content: bytes, name: str) -> ElementTree.Element:
    """Read XML as a tree; raises AtlasError naming the line where it is broken, or its document type."""
    refuse_doctype(content, name)
    builder = _Builder(name)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lambda *_about: _refuse(name)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise AtlasError(words.BROKEN_XML.format(name=name, line=error.lineno)) from None
    return builder.tree.close()


def _refuse(name: str) -> NoReturn:
    raise AtlasError(words.DOCTYPE.format(name=name))


def _begun() -> NoReturn:
    raise _BegunError


class _Builder:
    """A tree in the making, with the local name of each element alone, and how deep it stands."""

    def __init__(self, name: str) -> None:
        self.tree = ElementTree.TreeBuilder()
        self._name, self._depth = name, 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._depth += 1
        if self._depth > DEEPEST_XML:
            raise AtlasError(words.TOO_DEEP.format(name=self._name, most=DEEPEST_XML))
        self.tree.start(tag.rpartition("}")[2], attributes)

    def end(self, tag: str) -> None:
        """Close an element."""
        self._depth -= 1
        self.tree.end(tag.rpartition("}")[2])

    def data(self, text: str) -> None:
        """Add text."""
        self.tree.data(text)
