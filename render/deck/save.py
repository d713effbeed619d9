"""A deck as a file: every leaf of a view told on slides of its own, drawn on as many processes as there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from analysis.deck import leaves
from analysis.digest.digest import digest
from analysis.digest.trace import untraced
from i18n import deck
from i18n.errors import AtlasError
from i18n.text import Text
from layers.rows import check_rows
from render.deck import faults
from render.deck.base import Base, lacking_feet
from render.deck.compose import spreads_of
from render.deck.handed_in import MEGABYTE
from render.deck.house import house
from render.deck.package import packed
from render.deck.proof import prove
from render.deck.spread import Setting, Spread
from render.deck.template import open_template
from render.palette import PALETTES
from render.picture.batch import FEW
from render.picture.memory import packet_of
from render.picture.save import DRAWING
from render.workers import CAN_FORK, at_once
from scene.choice import Choice
from scene.scene import build_scene

MOST_SLIDES = 250
MOST_BYTES = 30 * MEGABYTE
Tell = Callable[[int, int], None]
Composed = tuple[Spread, ...] | Text
"""The slides of a leaf, or the sentence that says why it has none."""


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def deck_of(choice: Choice, *, template: bytes | None = None, plain: bool = False, tell: Tell = _silent) -> bytes:
    """Make a deck of a view, in our own design or a template's; `plain` maps are pictures.

    `tell(done, total)` is called after each leaf with the slides made and those of the whole deck, which may become
    more. Raises AtlasError when a template may not be used, when there are
    too many slides, or when a slide would not say what its facts say.
    """
    check_rows(choice.layers)
    base = open_template(template) if template is not None else house(choice.look)
    setting = setting_of(choice, base, plain=plain)
    spreads = compose(setting, tell)
    content = packed(base, spreads, memory=packet_of(build_scene(choice)), title=spreads[0].title, lang=choice.lang)
    prove(content, spreads, setting)
    if len(content) > MOST_BYTES:
        size, most = f"{len(content) / MEGABYTE:.1f}", MOST_BYTES // MEGABYTE
        raise AtlasError(deck.TOO_LARGE_DECK.format(size=size, most=most))
    return content


def compose(setting: Setting, tell: Tell = _silent) -> list[Spread]:
    """Compose the slides of all leaves, in order; raises AtlasError where there are too many or one is not sound."""
    names = leaves(setting.choice)
    _check_count(len(names))
    spreads = _composed(names, setting, tell)
    _check_count(len(spreads))
    return spreads


def setting_of(choice: Choice, base: Base, *, plain: bool) -> Setting:
    """Give what all slides of a deck share."""
    line = PALETTES[choice.look].border.lstrip("#").upper()
    return Setting(choice, base.room, base.size, "tx2" if base.is_house else "tx1", line, plain, base.is_house,
                   lacking_feet(base.plain), lacking_feet(base.cover))


def _check_count(slides: int) -> None:
    if slides > MOST_SLIDES:
        raise AtlasError(deck.MOST_SLIDES.format(count=slides, most=MOST_SLIDES))


def _composed(names: tuple[str, ...], setting: Setting, tell: Tell) -> list[Spread]:
    """Compose leaf after leaf, and tell after each how many slides there are, and how many there will be at least."""
    spreads = list[Spread]()
    with _composing(names, setting) as composed:
        for done, each in enumerate(composed, 1):
            if isinstance(each, Text):
                raise AtlasError(each)
            spreads += each
            tell(len(spreads), len(spreads) + len(names) - done)
    return spreads


@contextmanager
def _composing(names: tuple[str, ...], setting: Setting) -> Iterator[Iterator[Composed]]:
    """Give the slides of each leaf, in order. A process is forked while nobody draws: its lock would stay shut."""
    compose = partial(_compose, setting=setting)
    if len(names) <= FEW or not CAN_FORK:
        yield map(compose, names)
        return
    with at_once(compose, names, begin=DRAWING.release, forking=DRAWING) as composed:
        yield composed


def _compose(name: str, *, setting: Setting) -> Composed:
    try:
        document = digest(name, setting.choice)
        if loose := untraced(document):
            return faults.UNTRACED_LINE.format(name=document.title, words=loose[0])
        return spreads_of(document, setting)
    except AtlasError as error:
        return error.text
