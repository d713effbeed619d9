"""Shapes of a slide in DrawingML (ECMA-376), written as text: PowerPoint's own freeforms, lines and text boxes.

python-pptx's builder of freeforms takes minutes for the world; this takes a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from numpy.typing import NDArray

from i18n.text import Lang
from render.arrays import Numbers
from render.picture.canvas import LINE_HEIGHT

EMU_PER_POINT = 12700
COARSE = 1270
"""A tenth of a point in EMU: the unit of outlines that are made light."""
FONT = "Yu Gothic"
"""Stands on every Japanese Windows since 8.1 and comes with Office; full-width signs are as wide as in our pictures."""
LANGUAGES = {Lang.JA: "ja-JP", Lang.EN: "en-US"}
START, STEP = (f"<a:{step}><a:pt x='%d' y='%d'/></a:{step}>" for step in ("moveTo", "lnTo"))
CLOSE = "<a:close/>"
TEXT = "<p:cNvSpPr txBox='1'/><p:nvPr/>"
TITLE = "<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph type='title'/></p:nvPr>"


@dataclass(frozen=True, slots=True)
class Named:
    """What a shape is called in PowerPoint's list of objects, and what is read out for it."""

    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and edge of a shape: colours as six digits ("" for none), the edge's width and dashes in points."""

    fill: str = ""
    edge: str = ""
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    alpha: float = 1.0
    hatch: str = ""  # the colour of lines over the fill


@dataclass(frozen=True, slots=True)
class Words:
    """One or more lines of text at a place: size in points, `halo` a lighter glow behind the letters."""

    lines: tuple[str, ...]
    size: float
    colour: str
    align: str = "l"
    halo: str = ""
    lang: str = "ja-JP"
    leading: float = 0.0  # from line to line, points; 0 for what suits the size


def freeform(
    number: int, named: Named, rings: Sequence[Numbers], look: Look, *, is_closed: bool, unit: int = 1
) -> str:
    """Write rings or lines (EMU from the upper left) as one freeform whose points are counted in units (EMU)."""
    whole = np.rint(np.concatenate(rings) / unit).astype(np.int64)
    corner, far = whole.min(axis=0), whole.max(axis=0)
    size, points = np.maximum(far - corner, 1), iter((whole - corner).ravel().tolist())
    path = "".join(_ring(tuple(islice(points, 2 * len(ring))), is_closed) for ring in rings)
    filled = "" if is_closed else ' fill="none"'
    geometry = (f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l='0' t='0' r='r' b='b'/><a:pathLst>"
                f"<a:path w='{size[0]}' h='{size[1]}'{filled}>{path}</a:path></a:pathLst></a:custGeom>")
    return _shape(number, named, corner * unit, size * unit, geometry + _look(look), "")


def text_box(
    number: int, named: Named, box: tuple[float, float, float, float], words: Words, *, is_title: bool = False
) -> str:
    """Write lines of text into a box (left, top, width, height in EMU) that neither wraps nor grows."""
    corner, size = np.rint(box[:2]).astype(np.int64), np.maximum(np.rint(box[2:]).astype(np.int64), 1)
    paragraphs = "".join(_paragraph(line, words) for line in words.lines)
    body = ("<p:txBody><a:bodyPr wrap='none' lIns='0' tIns='0' rIns='0' bIns='0' anchor='ctr'><a:noAutofit/></a:bodyPr>"
            f"<a:lstStyle/>{paragraphs}</p:txBody>")
    plain = "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:noFill/>"
    return _shape(number, named, corner, size, plain, body, kind=TITLE if is_title else TEXT)


def picture(number: int, named: Named, reference: str, size: tuple[int, int]) -> str:
    """Write a picture of the package over the whole slide (width, height in EMU)."""
    frame = f"<a:xfrm><a:off x='0' y='0'/><a:ext cx='{size[0]}' cy='{size[1]}'/></a:xfrm>"
    return (f"<p:pic><p:nvPicPr>{_called(number, named)}<p:cNvPicPr><a:picLocks noChangeAspect='1'/></p:cNvPicPr>"
            f"<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed='{reference}'/><a:stretch><a:fillRect/></a:stretch>"
            f"</p:blipFill>"
            f"<p:spPr>{frame}<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></p:spPr></p:pic>")


def group(number: int, named: Named, members: str, box: tuple[int, int]) -> str:
    """Write a group over the whole slide (width, height in EMU), so that its members keep their own places."""
    frame = (f"<a:xfrm><a:off x='0' y='0'/><a:ext cx='{box[0]}' cy='{box[1]}'/>"
             f"<a:chOff x='0' y='0'/><a:chExt cx='{box[0]}' cy='{box[1]}'/></a:xfrm>")
    return (f"<p:grpSp><p:nvGrpSpPr>{_called(number, named)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{frame}</p:grpSpPr>{members}</p:grpSp>")


def _shape(
    number: int, named: Named, corner: NDArray[np.int64], size: NDArray[np.int64], properties: str, body: str, *,
    kind: str = "<p:cNvSpPr/><p:nvPr/>",
) -> str:
    frame = f"<a:xfrm><a:off x='{corner[0]}' y='{corner[1]}'/><a:ext cx='{size[0]}' cy='{size[1]}'/></a:xfrm>"
    return (f"<p:sp><p:nvSpPr>{_called(number, named)}{kind}</p:nvSpPr>"
            f"<p:spPr>{frame}{properties}</p:spPr>{body}</p:sp>")


def _called(number: int, named: Named) -> str:
    meaning = f" descr={quoteattr(named.meaning)}" if named.meaning else ""
    return f"<p:cNvPr id='{number}' name={quoteattr(named.name)}{meaning}/>"


def _ring(points: tuple[int, ...], is_closed: bool) -> str:
    """Write a ring or line, x and y by turns: all points filled in at once, for there are a hundred thousand."""
    return (START + STEP * (len(points) // 2 - 1)) % points + (CLOSE if is_closed else "")


def _look(look: Look) -> str:
    if look.hatch:
        fill = (f"<a:pattFill prst='wdUpDiag'><a:fgClr>{_colour(look.hatch)}</a:fgClr>"
                f"<a:bgClr>{_colour(look.fill or 'FFFFFF')}</a:bgClr></a:pattFill>")
    else:
        fill = f"<a:solidFill>{_colour(look.fill, look.alpha)}</a:solidFill>" if look.fill else "<a:noFill/>"
    return fill + _edge(look)


def _edge(look: Look) -> str:
    if not (look.edge and look.width):
        return "<a:ln><a:noFill/></a:ln>"
    dashes = "".join(f"<a:ds d='{round(100_000 * dash / look.width)}' sp='{round(100_000 * gap / look.width)}'/>"
                     for dash, gap in zip(look.dashes[::2], look.dashes[1::2], strict=True))
    pattern = f"<a:custDash>{dashes}</a:custDash>" if dashes else ""
    return (f"<a:ln w='{round(look.width * EMU_PER_POINT)}' cap='flat'><a:solidFill>{_colour(look.edge, look.alpha)}"
            f"</a:solidFill>{pattern}<a:round/></a:ln>")


def _colour(colour: str, alpha: float = 1.0) -> str:
    paler = f"<a:alpha val='{round(alpha * 100_000)}'/>" if alpha < 1 else ""
    return f"<a:srgbClr val='{colour}'>{paler}</a:srgbClr>"


def _paragraph(line: str, words: Words) -> str:
    glow = (f"<a:effectLst><a:glow rad='{round(words.size * 0.25 * EMU_PER_POINT)}'>{_colour(words.halo)}</a:glow>"
            "</a:effectLst>" if words.halo else "")
    face = f"<a:latin typeface='{FONT}'/><a:ea typeface='{FONT}'/><a:cs typeface='{FONT}'/>"
    colour, leading = f"<a:solidFill>{_colour(words.colour)}</a:solidFill>", words.leading or words.size * LINE_HEIGHT
    return (f"<a:p><a:pPr algn='{words.align}'><a:lnSpc><a:spcPts val='{round(leading * 100)}'/></a:lnSpc></a:pPr>"
            f"<a:r><a:rPr lang='{words.lang}' sz='{round(words.size * 100)}'>{colour}{glow}{face}</a:rPr>"
            f"<a:t>{escape(line)}</a:t></a:r></a:p>")
