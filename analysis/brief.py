"""The country page: everything that the atlas has of one country or territory, as a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.document import Bullets, Document, Line, Section
from analysis.glance import glance
from analysis.holdings import holdings
from analysis.identity import identity
from analysis.mentions import mentions
from analysis.strategy import strategy
from analysis.subject import Subject, subject_of
from geo.countries import read_regions
from i18n import brief
from i18n.text import Text
from i18n.years import plain_date
from layers import projects
from layers.common import GEONAMES
from scene.choice import Choice
from scene.grammar import write_choice


def country_brief(choice: Choice, code: str) -> Document:
    """Make the page of a country (an iso_a3 of `read_countries`) under the filters of a choice, in its language."""
    subject = subject_of(choice, code)
    sections = tuple(_sections(subject))
    scene = subject.scene
    return Document(
        id=f"country:{code}",
        lang=subject.lang,
        title=subject.said(brief.TITLE.format(name=subject.country.name)),
        subtitle=subject.said(_subtitle(subject)),
        sections=sections,
        sources=subject.citations.numbered,
        query=write_choice(replace(scene.choice, layers=choice.layers | {projects.LAYER.id}, select=(code,))),
        as_of=scene.as_of,
    )


def _subtitle(subject: Subject) -> Text:
    region = read_regions()[subject.country.region_id].name
    return brief.SUBTITLE.format(region=region, date=plain_date(subject.scene.as_of))


def _sections(subject: Subject) -> Iterator[Section]:
    yield identity(subject)
    yield glance(subject)
    yield strategy(subject)
    yield from holdings(subject)
    yield from mentions(subject)
    yield _reading(subject)


def _reading(subject: Subject) -> Section:
    """Say how the facts are to be read: what the layers must always say, dates, confidence, credits."""
    of_layers = [brief.LABELLED.format(label=sheet.layer.title, words=sheet.layer.note)
                 for sheet in subject.scene.sheets if sheet.layer.note and len(sheet.rows)]
    notes = [*subject.scene.notes[:1 if subject.scene.choice.plan else 0], *of_layers, brief.READING, GEONAMES]
    lines = tuple(Line(subject.said(note)) for note in notes)
    return Section("reading", subject.said(brief.NOTES), (Bullets(lines),))
