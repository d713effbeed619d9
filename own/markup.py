"""XML from a stranger: no document type and so no entities, nested no deeper than it needs to be."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import NoReturn
from xml.etree import ElementTree
from xml.parsers import expat

from i18n import own as words
from i18n.errors import AtlasError
from i18n.text import Text
from own.limits import DEEPEST_XML

DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""", re.ASCII)
JAPANESE = {"shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "cp932": "cp932",
            "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp"}


class _BegunError(Exception):
    """The first element has begun: a document type can no longer follow."""


def refuse_doctype(content: bytes, name: str, broken: Text = words.BROKEN_XML) -> None:
    """Refuse XML that declares a document type; nothing behind the first element is read for that.

    What is no XML is refused as `broken` says.
    """
    content, encoding = _known(content, name)
    parser = expat.ParserCreate(encoding)
    parser.StartDoctypeDeclHandler = lambda *_about: _refuse(name)
    parser.StartElementHandler = lambda *_about: _begun()
    with suppress(_BegunError):
        _parse(parser, content, name, broken)


def read_xml(content: bytes, name: str) -> ElementTree.Element:
    """Read XML as a tree; raises AtlasError naming the line where it is broken, or its document type."""
    refuse_doctype(content, name)
    builder = _Builder(name)
    content, encoding = _known(content, name)
    parser = expat.ParserCreate(encoding, namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lambda *_about: _refuse(name)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    _parse(parser, content, name, words.BROKEN_XML)
    return builder.tree.close()


def _known(content: bytes, name: str) -> tuple[bytes, str | None]:
    """Turn what declares a Japanese encoding, of which expat knows none, into UTF-8.

    The second is the encoding in which it now stands whatever it declares, None where the parser can tell.
    """
    found = DECLARED.match(content)
    encoding = JAPANESE.get(found[1].decode().casefold()) if found else None
    if not encoding:
        return content, None
    try:
        return content.decode(encoding).encode(), "utf-8"
    except UnicodeDecodeError:
        raise AtlasError(words.NO_ENCODING.format(name=name)) from None


def _parse(parser: expat.XMLParserType, content: bytes, name: str, broken: Text) -> None:
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise AtlasError(broken.format(name=name, line=error.lineno)) from None
    except (LookupError, ValueError):  # an encoding that is unknown, or has several bytes a letter
        raise AtlasError(words.NO_ENCODING.format(name=name)) from None


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
