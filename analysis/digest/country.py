"""A country in short: who it is, what the plan says of it, what there is in numbers, where it stands, what is new."""

from __future__ import annotations

from dataclasses import replace

from analysis.digest.plan import points_for, points_naming
from analysis.digest.scribe import LINES, Pair, Scribe, used
from analysis.digest.standing import standing
from analysis.digest.view import of_a_kind, with_filters
from analysis.document import Block, Bullets, Document, Facts, Line, Paragraph, Section
from analysis.identity import identity_line
from analysis.mentions import mentions_by_name
from analysis.plan_tables import UNKNOWN
from analysis.subject import Subject
from geo.countries import read_countries, read_regions
from geo.tables import split
from i18n import brief
from i18n import digest as words
from i18n.errors import AtlasError
from i18n.text import Text
from i18n.years import plain_date
from layers import mocs
from scene.choice import Choice

POINTS = 2
"""Points of the plan that are told of a country."""


def country_digest(choice: Choice, code: str) -> Document:
    """Tell a country under the other filters of a choice; raises AtlasError for an unknown one."""
    if code not in read_countries():
        raise AtlasError(UNKNOWN.format(value=code, known=", ".join(read_countries())))
    scribe = Scribe.of(of_a_kind(choice, "country", code))
    subject = Subject(read_countries()[code], scribe.scene, scribe.pen)
    sections = [_profile(scribe, subject), _numbers(scribe, code), *_standing(scribe)]
    sections.append(_newest(scribe, LINES - used(*sections)))
    title = subject.said(subject.country.name)
    return scribe.document(f"country:{code}", title, _subtitle(subject), sections, select=(code,))


def _subtitle(subject: Subject) -> Text:
    region = read_regions()[subject.country.region_id].name
    said = words.COUNTRY_SUBTITLE.format(region=region, date=plain_date(subject.scene.as_of))
    return with_filters(said, subject.scene.choice, besides="country")


def _profile(scribe: Scribe, subject: Subject) -> Section:
    who = identity_line(subject)
    named = list(_naming(scribe, subject))
    lines = tuple(named or _of_region(scribe, subject))[:POINTS]
    blocks: tuple[Block, ...] = (Paragraph((replace(who, text=scribe.says(Text(who.text, who.text)).text),)),
                                 Bullets(lines))
    region = read_regions()[subject.country.region_id].name[scribe.lang]
    title = words.PLAN_OF_COUNTRY if named else words.PLAN_OF_REGION.format(region=region)
    return Section("plan", title[scribe.lang], blocks)


def _naming(scribe: Scribe, subject: Subject) -> list[Line]:
    """Give the plan's points, else its words, that name the country."""
    points = list(points_naming(scribe, subject.country))
    return points or [scribe.plan(text, fact) for text, fact in mentions_by_name(subject)]


def _of_region(scribe: Scribe, subject: Subject) -> list[Line]:
    """Give the plan's strategy for the region, or say that it has none."""
    is_plan = read_regions()[subject.country.region_id].is_plan
    return points_for(scribe, subject.country) if is_plan else [scribe.says(brief.NO_STRATEGY)]


def _numbers(scribe: Scribe, code: str) -> Section:
    pairs = scribe.counts(areas=not scribe.scene.count)
    cells = (str(cell) for sheet in scribe.scene.sheets for cell in sheet.rows["iso_a3"])
    is_named = any(code in split(cell) for cell in cells)
    remark = [scribe.says(words.ONLY_THROUGH)] if scribe.scene.count and not is_named else []
    return scribe.numbers(pairs, *remark)


def _standing(scribe: Scribe) -> list[Section]:
    pairs: list[Pair] = list(standing(scribe))
    return [Section("standing", words.STANDING[scribe.lang], (Facts(tuple(pairs)),))] if pairs else []


def _newest(scribe: Scribe, room: int) -> Section:
    """Tell the newest memoranda; where there is none, the newest of anything."""
    own = mocs.LAYER.id
    has_some = any(sheet.rows["date"].any() for sheet in scribe.scene.sheets if sheet.layer.id == own)
    return scribe.newest(room, of=own, title=words.NEWEST_MOCS) if has_some else scribe.newest(room)
