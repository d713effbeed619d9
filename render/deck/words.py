"""Text boxes of a deck in DrawingML: paragraphs that PowerPoint wraps, measured beforehand so that they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from i18n.text import Lang
from render.deck.area import Area
from render.deck.fitting import CITE, NO_BREAK
from render.picture.canvas import LINE_HEIGHT
from render.slides.shapes import EMU_PER_POINT, LANGUAGES, Named

BULLET = "・"


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike: `colour` is a colour of the theme (tx1, tx2, accent1) or six digits."""

    text: str
    size: float
    colour: str = "tx1"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph: its runs, how far its second line stands in and how much room is before it (points)."""

    runs: tuple[Run, ...]
    hang: float = 0.0
    before: float = 0.0
    align: str = "l"
    bullet: str = ""
    tab: bool = False  # a label before a tab, then the value at `hang`

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)


def cites_of(cites: str, size: float, colour: str) -> tuple[Run, ...]:
    """Set the numbers of sources small, on the line of the sign before them; nothing for none."""
    return (Run(NO_BREAK + cites, round(size * CITE, 1), colour),) if cites else ()


def text_box(
    number: int, named: Named, area: Area, paragraphs: Sequence[Said], lang: Lang, *, anchor: str = "t",
    frame: str = "", fill: str = "",
) -> str:
    """Write paragraphs into a box whose sides wrap them; `frame` is the colour of a line around it."""
    left, top, width, height = area.emu
    meaning = f" descr={quoteattr(named.meaning)}" if named.meaning else ""
    edge = f"<a:ln w='9525'><a:solidFill>{colour_of(frame)}</a:solidFill></a:ln>" if frame else ""
    ground = f"<a:solidFill>{colour_of(fill)}</a:solidFill>" if fill else "<a:noFill/>"
    said = "".join(_paragraph(each, lang) for each in paragraphs)
    return (f"<p:sp><p:nvSpPr><p:cNvPr id='{number}' name={quoteattr(named.name)}{meaning}/><p:cNvSpPr txBox='1'/>"
            f"<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x='{left}' y='{top}'/><a:ext cx='{width}' cy='{height}'/>"
            f"</a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom>{ground}{edge}</p:spPr>"
            f"<p:txBody><a:bodyPr wrap='square' lIns='0' tIns='0' rIns='0' bIns='0' anchor='{anchor}'><a:noAutofit/>"
            f"</a:bodyPr><a:lstStyle/>{said}</p:txBody></p:sp>")


def rule(number: int, name: str, area: Area, colour: str) -> str:
    """Write a thin line across the top of an area."""
    left, top, width, _height = area.emu
    return (f"<p:cxnSp><p:nvCxnSpPr><p:cNvPr id='{number}' name={quoteattr(name)}/><p:cNvCxnSpPr/><p:nvPr/>"
            f"</p:nvCxnSpPr><p:spPr><a:xfrm><a:off x='{left}' y='{top}'/><a:ext cx='{width}' cy='0'/></a:xfrm>"
            f"<a:prstGeom prst='line'><a:avLst/></a:prstGeom><a:ln w='6350'><a:solidFill>{colour_of(colour)}"
            f"</a:solidFill></a:ln></p:spPr></p:cxnSp>")


def colour_of(colour: str) -> str:
    """Write a colour: of the theme by its name, else six digits."""
    is_own = len(colour) == 6 and all(digit in "0123456789ABCDEF" for digit in colour)
    return f"<a:srgbClr val='{colour}'/>" if is_own else f"<a:schemeClr val='{colour}'/>"


def run_of(run: Run, lang: Lang) -> str:
    """Write one run; its face is the theme's own."""
    bold = "1" if run.bold else "0"
    return (f"<a:r><a:rPr lang='{LANGUAGES[lang]}' sz='{round(run.size * 100)}' b='{bold}'><a:solidFill>"
            f"{colour_of(run.colour)}</a:solidFill></a:rPr><a:t>{escape(run.text)}</a:t></a:r>")


def _paragraph(said: Said, lang: Lang) -> str:
    hang = round(said.hang * EMU_PER_POINT)
    stands_in = f" marL='{hang}' indent='-{hang}'" if hang else " marL='0' indent='0'"
    bullet = f"<a:buFont typeface='Arial'/><a:buChar char={quoteattr(said.bullet)}/>" if said.bullet else "<a:buNone/>"
    tabs = f"<a:tabLst><a:tab pos='{hang}' algn='l'/></a:tabLst>" if said.tab else ""
    leading, before = round(said.size * LINE_HEIGHT * 100), round(said.before * 100)
    return (f"<a:p><a:pPr algn='{said.align}'{stands_in}><a:lnSpc><a:spcPts val='{leading}'/></a:lnSpc>"
            f"<a:spcBef><a:spcPts val='{before}'/></a:spcBef><a:spcAft><a:spcPts val='0'/></a:spcAft>"
            f"{bullet}{tabs}</a:pPr>{''.join(run_of(run, lang) for run in said.runs)}</a:p>")
