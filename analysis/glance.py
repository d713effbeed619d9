"""What there is of a country in numbers, and the sentence for where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.document import Block, Grid, Line, Paragraph, Section
from analysis.subject import Subject
from geo.tables import split
from i18n import brief
from i18n.text import LISTED
from layers.registry import our_layers
from scene.grammar import write_choice


def glance(subject: Subject) -> Section:
    """Count the rows of every layer, and say when there is nothing."""
    scene, said = subject.scene, subject.said
    head = (said(brief.KIND_OF_ITEM), said(brief.COUNT), said(brief.HIDDEN_COUNT))
    rows = tuple((Line(said(sheet.layer.title), query=subject.view(sheet.layer)), Line(str(len(sheet.rows))),
                  Line(str(subject.hidden(sheet)))) for sheet in scene.sheets)
    blocks: list[Block] = [Grid(said(brief.GLANCE_CAPTION), head, rows)]
    blocks = [*(Paragraph((Line(remark),)) for remark in _remarks(subject)), *blocks]
    return Section("glance", said(brief.GLANCE), tuple(blocks))


def is_nothing(subject: Subject) -> bool:
    """Tell whether no layer shows anything of the country."""
    return subject.scene.count == 0


def _is_named(subject: Subject) -> bool:
    """Tell whether any row is the country's own, and not only through a body or an area."""
    code = subject.country.iso_a3
    return any(code in split(str(cell)) for sheet in subject.scene.sheets for cell in sheet.rows["iso_a3"])


def _remarks(subject: Subject) -> Iterator[str]:
    scene, said = subject.scene, subject.said
    as_asked = replace(scene.choice, country=frozenset(), show_all=False)
    if as_asked.is_narrowed():
        yield said(brief.NARROWED.format(query=write_choice(scene.choice)))
    if is_nothing(subject):
        yield said(brief.ALL_HIDDEN.format(count=scene.hidden) if scene.hidden else brief.NOTHING)
    elif not _is_named(subject):
        yield said(brief.ONLY_THROUGH.format(count=scene.count))
    read = {sheet.layer.id for sheet in scene.sheets}
    broken = [layer.title for layer in our_layers().values() if layer.id not in read]
    if broken:
        yield said(brief.UNREADABLE.format(layers=LISTED.join(broken)))
