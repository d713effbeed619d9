"""Who a country or area is: names, codes, region, groups, capital, and what must be noted of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analysis.document import Facts, Line, Section
from analysis.subject import Subject
from geo.countries import COUNTRIES, GROUPS, Country, read_regions
from geo.tables import read_table, split
from i18n import brief
from i18n.text import LISTED, Lang, Text, same
from layers.support import SUPPORT
from layers.support_places import COUNTRY_KINDS
from layers.wording import Source, country_names, pages

Written = Mapping[str, str]
NOTHING = same("")


def identity(subject: Subject) -> Section:
    """Say who it is, all of it cited to where the table has it from."""
    written = _written(subject.country.iso_a3)
    cites = subject.citations.all(_sources(written, subject.lang))
    pairs = tuple((subject.said(label), Line(said, cites)) for label, text in _known(subject.country, written)
                  if (said := subject.said(text)))
    return Section("identity", subject.said(brief.IDENTITY), (Facts(pairs),))


def identity_line(subject: Subject) -> Line:
    """Say in a line who it is: kind, region, capital, groups."""
    country, written = subject.country, _written(subject.country.iso_a3)
    known = dict(_known(country, written))
    told = (known[brief.KIND], known[brief.BELONGS], known[brief.REGION],
            brief.LABELLED.format(label=brief.CAPITAL, words=known[brief.CAPITAL]) if known[brief.CAPITAL] else NOTHING,
            known[brief.GROUPS])
    text = brief.FACTS[subject.lang].join(filter(None, (each[subject.lang] for each in told)))
    return Line(text, subject.citations.all(_sources(written, subject.lang)), fact=f"country:{country.iso_a3}")


def _written(code: str) -> Written:
    table = read_table(COUNTRIES)
    return {str(column): str(cell) for column, cell in table[table["iso_a3"] == code].iloc[0].items()}


def _sources(written: Written, lang: Lang) -> list[Source]:
    return [*pages(written["region_source"], lang), *map(Source, split(written[f"source_note_{lang}"]))]


def _known(country: Country, written: Written) -> Iterator[tuple[Text, Text]]:
    yield brief.NAME, country.name
    yield brief.OTHER_NAME, Text(country.name.en, country.name.ja)
    yield brief.OTHER_NAMES, same("、".join(country.aliases))
    yield brief.CODES, same(f"{country.iso_a3} / {country.iso_a2}")
    yield brief.KIND, _kind(country)
    yield brief.BELONGS, Text(*(country_names(written["sovereign_a3"], lang) for lang in Lang))
    yield brief.REGION, _region(country, written)
    yield brief.GROUPS, LISTED.join([_group(group) for group in GROUPS if group in country.groups])
    yield brief.CAPITAL, country.capital if country.capital_at else Text("", "")
    yield brief.NOTE, country.note


def _kind(country: Country) -> Text:
    return next(kind.label for kind in COUNTRY_KINDS if kind.code == country.kind)


def _region(country: Country, written: Written) -> Text:
    region = read_regions()[country.region_id].name
    if not written["region_id_alt"]:
        return region
    return brief.REGION_ALSO.format(region=region, other=read_regions()[written["region_id_alt"]].name)


def _group(group: str) -> Text:
    return next(field.label for field in SUPPORT[COUNTRIES] if field.column == f"is_{group}")
