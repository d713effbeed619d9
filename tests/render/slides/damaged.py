"""Ways to spoil a finished slide: a change of its XML or of its package, each with the fault that must be told."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from i18n.text import Text
from render.slides.read_back import P
from render.slides.words_back import A

SLIDE = "ppt/slides/slide1.xml"
Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Spoilt:
    """One way to spoil a slide, and the fault that must be told."""

    name: str
    change: Change
    fault: Text


def rewritten(content: bytes, parts: dict[str, bytes | None]) -> bytes:
    """Pack a file again with other parts, None for none."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            part = parts[name] if name in parts else old.read(name)
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(content)) as parts:
        return parts.read(name)


def on_slide(change: Callable[[Any], object]) -> Change:
    """Make a change of the slide's tree."""

    def changed(content: bytes) -> bytes:
        tree = etree.fromstring(part_of(content, SLIDE))
        change(tree)
        return rewritten(content, {SLIDE: etree.tostring(tree)})

    return changed


def in_part(name: str, old: bytes, new: bytes) -> Change:
    """Make a change of the words of a part."""

    def changed(content: bytes) -> bytes:
        part = part_of(content, name)
        assert old in part
        return rewritten(content, {name: part.replace(old, new)})

    return changed


def named(tree: Any, name: str) -> Any:
    """Give the first shape of a name."""
    found = next(each for each in tree.iter(f"{P}cNvPr") if each.get("name", "").startswith(name))
    return found.getparent().getparent()


def said(tree: Any, words: str) -> Any:
    """Give the first text box with these words."""
    return next(each.iterancestors(f"{P}sp").__next__() for each in tree.iter(f"{A}t") if each.text == words)


def shape(name: str) -> Callable[[Callable[[Any], object]], Change]:
    """Make a change of a shape."""
    return lambda do: on_slide(lambda tree: do(named(tree, name)))


def text(words: str) -> Callable[[Callable[[Any], object]], Change]:
    """Make a change of a text box."""
    return lambda do: on_slide(lambda tree: do(said(tree, words)))


def gone(each: Any) -> None:
    each.getparent().remove(each)


def doubled(each: Any) -> None:
    again = copy.deepcopy(each)
    again.find(f".//{P}cNvPr").set("id", "99999")
    each.getparent().append(again)


def foreign(each: Any) -> None:
    """Add a country that is not in view."""
    doubled(each)
    about(name="LUX ルクセンブルク")(each.getparent()[-1])


def about(**changes: str) -> Callable[[Any], object]:
    return lambda each: [each.find(f".//{P}cNvPr").set(key, value) for key, value in changes.items()]


def coloured(colour: str) -> Callable[[Any], object]:
    return lambda each: each.find(f".//{A}solidFill/{A}srgbClr").set("val", colour)


def moved(x: int, y: int) -> Callable[[Any], object]:
    def move(each: Any) -> None:
        place = each.find(f".//{A}xfrm/{A}off")
        place.set("x", str(int(place.get("x")) + x))
        place.set("y", str(int(place.get("y")) + y))

    return move


def turned(each: Any) -> None:
    each.find(f".//{A}xfrm").set("rot", "600000")


def reworded(words: str) -> Callable[[Any], object]:
    return lambda each: setattr(each.find(f".//{A}t"), "text", words)


def sized(size: int) -> Callable[[Any], object]:
    return lambda each: each.find(f".//{A}rPr").set("sz", str(size))


def narrowed(each: Any) -> None:
    extent = each.find(f".//{A}xfrm/{A}ext")
    extent.set("cx", str(int(extent.get("cx")) // 2))


def faced(each: Any) -> None:
    each.find(f".//{A}ea").set("typeface", "Meiryo")


def raised(tree: Any) -> None:
    """Lay the land over all else."""
    land = named(tree, "国・地域")
    land.getparent().append(land)


def untitled(tree: Any) -> None:
    title = tree.find(f".//{P}ph")
    title.getparent().remove(title)


def pictured(tree: Any) -> None:
    tree.find(f"{P}cSld/{P}spTree").append(etree.fromstring(
        f"<p:pic xmlns:p='{P[1:-1]}' xmlns:a='{A[1:-1]}'><p:nvPicPr><p:cNvPr id='9999' name='logo'/><p:cNvPicPr/>"
        "<p:nvPr/></p:nvPicPr><p:blipFill/><p:spPr/></p:pic>"))


def overlaid(tree: Any) -> None:
    """Widen one name's words until they lie on the next one's, its box with them."""
    one, other = said(tree, "フィリピン"), said(tree, "ベトナム")
    moved(*(int(other.find(f".//{A}off").get(side)) - int(one.find(f".//{A}off").get(side)) for side in "xy"))(one)


LINKED = (b"</Relationships>", b'<Relationship Id="rId77" TargetMode="External" Target="https://example.invalid/" '
          b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>')
PRESENTATION = "ppt/presentation.xml"
