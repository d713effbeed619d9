"""How a row is told in a document: as an entry that reads on, or as cells of a table with the rest beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.document import Bullets, Grid, Line
from analysis.subject import Subject
from geo.tables import split
from i18n import brief, words
from i18n.text import LISTED, Lang, Text, same
from i18n.years import plain_date
from layers import common
from layers.base import Field, Holds, Layer
from layers.plans import told
from layers.wording import Row, country_names, dated, facts, name_of, read_cell

CODED = frozenset({Holds.CODE, Holds.CODES})
PLACED = frozenset({Holds.LONGITUDE, Holds.LATITUDE})
BARE = "summary"
"""The field whose words need no label in front."""
IN_TAIL = ("status", "status_as_of", "confidence")
IN_HEAD = ("id", "name", "date", "iso_a3")
UNTOLD = ("precision", "group", "regions", "mapping_basis", "mapping_confidence", "seed_line", "source_note")
"""Facts about the table itself: they are for who checks it, not for who reads on."""


def entry(subject: Subject, layer: Layer, row: Row) -> Line:
    """Tell a row in one entry: date, name, kinds; then what it says; then its status with as-of and confidence."""
    lang = subject.lang
    kinds = [_numbered(layer, row, lang), *(read_cell(field, row, lang, layer) for field in _kinds(layer))]
    head = brief.ENTRY.format(date=_date(layer, row), name=name_of(row, lang),
                              kinds=LISTED[lang].join(filter(None, kinds)))[lang]
    said = [head, _countries(subject, row), *_sentences(layer, row, lang), _stated(layer, row, lang)]
    return subject.line(_joined(said, lang), layer, row)


def grid(subject: Subject, layer: Layer, rows: Iterable[Row], *, caption: str, more: tuple[str, ...] = ()) -> Grid:
    """Lay rows out under the layer's table fields, and `more` of its fields; the name's cell carries the sources."""
    lang = subject.lang
    fields = [field for field in layer.fields
              if (field.in_table and field.id not in ("name", "iso_a3")) or field.id in more]
    lines = []
    for row in rows:
        cells = (Line(read_cell(field, row, lang, layer) or brief.BLANK[lang]) for field in fields)
        lines.append((subject.line(name_of(row, lang), layer, row), *cells))
    head = (layer.field("name").label[lang], *(field.label[lang] for field in fields))
    return Grid(caption, head, tuple(lines))


def details(subject: Subject, layer: Layer, rows: Iterable[Row], more: tuple[str, ...] = ()) -> Bullets:
    """List what the table leaves out, notes on disagreeing figures among it; rows that say the same share a line."""
    lang = subject.lang
    beneath: dict[str, list[Row]] = {}
    for row in rows:
        beneath.setdefault(_beneath(subject, layer, row, more), []).append(row)
    beneath.pop("", None)
    lines = []
    for words_beneath, alike in beneath.items():
        names = brief.NAMES[lang].join(name_of(row, lang) for row in alike)
        text = brief.LABELLED.format(label=names, words=words_beneath)[lang]
        lines.append(subject.line(text, layer, alike[0]))
    return Bullets(tuple(lines))


def _beneath(subject: Subject, layer: Layer, row: Row, more: tuple[str, ...]) -> str:
    lang = subject.lang
    left_out = {field.label[lang] for field in layer.fields
                if field.in_table or field.id in (*more, "field_id") or field.holds in PLACED}
    known = [*facts(layer, row, lang), *told(layer, str(row["id"]), lang)]
    said = (brief.LABELLED.format(label=label, words=_open(words_said, lang))[lang]
            for label, words_said in known if label not in left_out)
    return brief.FACTS[lang].join(said)


def _numbered(layer: Layer, row: Row, lang: Lang) -> str:
    """Give a row's number where the table shows it, for then people call the row by it."""
    key = layer.field("id")
    return brief.NUMBERED.format(label=key.label, number=row["id"])[lang] if key.in_table else ""


def _kinds(layer: Layer) -> list[Field]:
    """List the coded fields that say what a row is, the one that gives it its colour first."""
    coded = [field for field in layer.fields if _is_kind(field) and field.id not in (*IN_TAIL, *UNTOLD)]
    return sorted(coded, key=lambda field: field.id != layer.coloured_by)


def _is_kind(field: Field) -> bool:
    return field.holds in CODED and field.in_table


def _date(layer: Layer, row: Row) -> Text:
    if not row["date"]:
        return brief.NO_DATE
    return dated(layer.field("date"), row, plain_date(str(row["date"])), layer)


def _countries(subject: Subject, row: Row) -> str:
    """Name a row's countries where it has others besides the one that the document is about."""
    codes = split(str(row["iso_a3"]))
    if set(codes) <= {subject.country.iso_a3}:
        return ""
    said = country_names("|".join(codes), subject.lang)
    return brief.LABELLED.format(label=common.countries().label, words=said)[subject.lang]


def _sentences(layer: Layer, row: Row, lang: Lang) -> Iterator[str]:
    """Give what the layer says of a row in words: the summary first, then the rest with labels."""
    fields = [field for field in layer.fields if field.in_facts and not _is_kind(field)
            and field.holds not in PLACED | {Holds.LINKS} and field.id not in (*IN_HEAD, *IN_TAIL, *UNTOLD, "field_id")]
    for field in sorted(fields, key=lambda field: field.id != BARE):
        said = read_cell(field, row, lang, layer)
        if said:
            yield said if field.id == BARE else brief.LABELLED.format(label=field.label, words=said)[lang]


def _stated(layer: Layer, row: Row, lang: Lang) -> str:
    """Say a row's status with its date and confidence; nothing where the layer has no status."""
    known = {field.id: read_cell(field, row, lang, layer) for field in layer.fields if field.id in IN_TAIL}
    if "status" not in known:
        return ""
    as_of = plain_date(str(row["status_as_of"])) if row["status_as_of"] else words.UNDATED
    return brief.STATED.format(status=same(known["status"]), date=as_of,
                               confidence=same(known.get("confidence") or brief.BLANK[lang]))[lang]


def _joined(said: Iterable[str], lang: Lang) -> str:
    stop = brief.SENTENCES[lang]
    return stop.join(_open(part, lang) for part in said if part) + stop.strip()


def _open(said: str, lang: Lang) -> str:
    """Take the full stop from the end of a sentence, so that it can stand among others."""
    return said.strip().removesuffix(brief.SENTENCES[lang].strip())
