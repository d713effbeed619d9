"""What the layers hold of a country, layer by layer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from analysis.document import Block, Bullets, Facts, Line, Paragraph, Section
from analysis.subject import Subject
from analysis.telling import details, entry, grid
from geo.tables import split
from i18n import brief
from i18n.text import Text
from layers import cables, datacenters, isdbt, landings, mocs, plan20, projects, redundancy
from layers.base import Kind, Layer
from layers.common import fields_of_the_plan
from layers.plans import told
from layers.registry import our_layers
from layers.wording import Row, facts, newest_first
from scene.sheet import Sheet

Tell = Callable[[Subject, Sheet], Iterator[Block]]


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page: its heading and the layers that it is made of."""

    id: str
    title: Text
    layers: tuple[str, ...]


IN_ORDER = (
    Part("isdbt", Text("地デジ日本方式(ISDB-T)", "Digital television (ISDB-T)"), (isdbt.LAYER.id,)),
    Part("mocs", mocs.LAYER.title, (mocs.LAYER.id,)),
    Part("cables", Text("海底ケーブルと経路の独立性", "Submarine cables, landings and ways out"),
         (redundancy.LAYER.id, cables.LAYER.id, landings.LAYER.id)),
    Part("datacenters", datacenters.LAYER.title, (datacenters.LAYER.id,)),
    Part("projects", projects.LAYER.title, (projects.LAYER.id,)),
)
COLUMNS = {landings.LAYER.id: ("systems",)}
"""Fields that stand in a layer's table here though the page's own table leaves them out."""


def parts() -> tuple[Part, ...]:
    """List the sections; a layer that none of them names has one of its own, after them."""
    named = {layer_id for part in IN_ORDER for layer_id in part.layers}
    others = (Part(layer.id, layer.title, (layer.id,)) for layer in our_layers().values() if layer.id not in named)
    return (*IN_ORDER, *others)


def holdings(subject: Subject) -> Iterator[Section]:
    """Tell every layer that has something of the country; of the others the numbers at a glance say that it has not."""
    for part in parts():
        sheets = [sheet for layer_id in part.layers if (sheet := subject.sheet(layer_id)) and _has(sheet)]
        if sheets:
            blocks = tuple(block for sheet in sheets for block in _blocks(subject, sheet))
            yield Section(part.id, subject.said(part.title), blocks)


def _blocks(subject: Subject, sheet: Sheet) -> Iterator[Block]:
    tell = _way_to_tell(sheet.layer)
    if tell is not _told_as_table or not len(sheet.rows):  # a table's caption says it
        yield Paragraph((Line(_counted(subject, sheet), query=subject.view(sheet.layer)),), leads=True)
    if len(sheet.rows):
        yield from tell(subject, sheet)


def _counted(subject: Subject, sheet: Sheet) -> str:
    hidden = subject.hidden(sheet)
    text = brief.SHOWN.format(layer=sheet.layer.title, count=len(sheet.rows))
    return subject.said(text + brief.HIDDEN.format(count=hidden) if hidden else text)


def _way_to_tell(layer: Layer) -> Tell:
    if layer.kind == Kind.AREA:
        return _told_as_facts
    if layer.id in (mocs.LAYER.id, plan20.LAYER.id):
        return _told_as_entries
    return _told_by_field if layer.id == projects.LAYER.id else _told_as_table


def _told_as_facts(subject: Subject, sheet: Sheet) -> Iterator[Block]:
    """Give everything that is known of the country's own rows."""
    for row in sheet.each_row():
        own = subject.said(subject.country.name)
        known = [*facts(sheet.layer, row, subject.lang), *told(sheet.layer, str(row["id"]), subject.lang)]
        yield Facts(tuple((label, subject.line(said, sheet.layer, row)) for label, said in known if said != own))


def _told_as_entries(subject: Subject, sheet: Sheet) -> Iterator[Block]:
    """List rows newest first; what the country has through a body or an area stands apart."""
    code = subject.country.iso_a3
    own, through = list[Row](), list[Row]()
    for row in newest_first(sheet.each_row()):
        (own if code in split(str(row["iso_a3"])) else through).append(row)
    if own:
        yield _entries(subject, sheet.layer, own, ordered=True)
    if through:
        yield _lead(subject.said(brief.SHOWN.format(layer=sheet.layer.through, count=len(through))))
        yield _entries(subject, sheet.layer, through, ordered=True)


def _told_by_field(subject: Subject, sheet: Sheet) -> Iterator[Block]:
    """List rows under the fields of the plan, in the plan's order, newest first."""
    rows = newest_first(sheet.each_row())
    for field in fields_of_the_plan():
        under = [row for row in rows if row["field_id"] == field.code]
        if under:
            text = brief.SHOWN.format(layer=field.label, count=len(under))
            yield _lead(subject.said(text))
            yield _entries(subject, sheet.layer, under)


def _told_as_table(subject: Subject, sheet: Sheet) -> Iterator[Block]:
    rows, more = newest_first(sheet.each_row()), COLUMNS.get(sheet.layer.id, ())
    yield grid(subject, sheet.layer, rows, caption=_counted(subject, sheet), more=more)
    beneath = details(subject, sheet.layer, rows, more)
    if beneath.lines:
        yield _lead(subject.said(brief.DETAILS.format(layer=sheet.layer.title)))
        yield beneath


def _entries(subject: Subject, layer: Layer, rows: list[Row], *, ordered: bool = False) -> Bullets:
    return Bullets(tuple(entry(subject, layer, row) for row in rows), ordered)


def _lead(text: str) -> Paragraph:
    return Paragraph((Line(text),), leads=True)


def _has(sheet: Sheet) -> bool:
    return bool(len(sheet.rows) or sheet.beyond)
