"""A deck as a file: every leaf of a view told on slides of its own, drawn on as many processes as there are."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from analysis.deck import leaves
from analysis.digest.digest import digest
from analysis.digest.trace import untraced
from i18n import deck
from i18n.errors import AtlasError
from i18n.text import Text
from render.deck import faults
from render.deck.base import Base, lacking_feet
from render.deck.compose import spreads_of
from render.deck.house import house
from render.deck.package import packed
from render.deck.proof import prove
from render.deck.spread import Setting, Spread
from render.deck.template import MEGABYTE, open_template
from render.palette import PALETTES
from render.picture.batch import FEW
from render.picture.memory import packet_of
from render.picture.save import DRAWING
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

    `tell(done, total)` is called after each leaf. Raises AtlasError when a template may not be used, when there are
    too many slides, or when a slide would not say what its facts say.
    """
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
    spreads = [spread for composed in _composed(names, setting, tell) for spread in composed]
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


def _composed(names: tuple[str, ...], setting: Setting, tell: Tell) -> Iterator[tuple[Spread, ...]]:
    with _composing(names, setting) as composed:
        for done, each in enumerate(composed, 1):
            if isinstance(each, Text):
                raise AtlasError(each)
            tell(done, len(names))
            yield each


@contextmanager
def _composing(names: tuple[str, ...], setting: Setting) -> Iterator[Iterator[Composed]]:
    """Give the slides of each leaf, in order. A process is forked while nobody draws: its lock would stay shut."""
    compose = partial(_compose, setting=setting)
    if len(names) <= FEW or "fork" not in multiprocessing.get_all_start_methods():
        yield map(compose, names)
        return
    with DRAWING:
        pool = multiprocessing.get_context("fork").Pool(min(len(names), os.cpu_count() or 1), _begin)
    with pool:
        yield pool.imap(compose, names)


def _begin() -> None:
    """Open the lock that was shut while this process was forked; leave Ctrl-C to the one that writes the file."""
    DRAWING.release()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _compose(name: str, *, setting: Setting) -> Composed:
    try:
        document = digest(name, setting.choice)
        if loose := untraced(document):
            return faults.UNTRACED_LINE.format(name=document.title, words=loose[0])
        return spreads_of(document, setting)
    except AtlasError as error:
        return error.text
