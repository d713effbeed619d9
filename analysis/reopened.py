"""What has changed in a view since a picture of it was made: facts that came, went, or say something else now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from i18n.text import LISTED, Text, same
from i18n.years import plain_date
from layers.registry import find_layers
from layers.rules import is_date
from layers.version import data_version
from scene.memory import Facts, Memory, facts_of
from scene.scene import Scene
from scene.survey import find_row

SAME = Text(
    "画像と現在のデータは同じ版です({now}時点)。内容に変わりはありません。",
    "The picture and the present data are of one version (as of {now}): nothing has changed.",
)
UNTOUCHED = Text(
    "データは更新されていますが(画像は{then}時点、現在は{now}時点)、この画面の内容に変わりはありません。",
    "The data have been updated (picture: as of {then}; now: as of {now}), but nothing in this view has changed.",
)
CHANGED = Text(
    "画像を作った後に、この画面の内容が変わりました(画像は{then}時点、現在は{now}時点)。",
    "This view has changed since the picture was made (picture: as of {then}; now: as of {now}).",
)
NOT_KNOWN = Text(
    "内容の記録がない画像のため、何が変わったかは分かりません(画像は{then}時点、現在は{now}時点)。",
    "The picture holds no record of its facts, so what has changed is not known (picture: as of {then}; "
    "now: as of {now}).",
)
KINDS = (
    Text("{layer}の内容の変更 {count} 件: {names}{more}。", "{layer}, changed ({count}): {names}{more}."),
    Text("{layer}の追加 {count} 件: {names}{more}。", "{layer}, new in this view ({count}): {names}{more}."),
    Text("{layer}でこの画面からなくなったもの {count} 件: {names}{more}。",
         "{layer}, no longer in this view ({count}): {names}{more}."),
)
"""What is said of a layer's facts that changed, came and went."""
MORE = Text(" ほか {count} 件", " and {count} more")
NO_DATE = Text("不明の日", "an unknown date")
NAMED = 5
"""Facts that a sentence names."""
LONGEST = 60
"""Characters of a name: an id may come from a file that anybody wrote."""


@dataclass(frozen=True, slots=True)
class Differences:
    """The facts, as `LAYER:ID`, that changed, came and went."""

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """Give them in the order in which they are told."""
        return self.changed, self.added, self.gone


def compare(then: Facts, now: Facts) -> Differences:
    """Compare the facts of a picture with today's."""
    return Differences(
        changed=tuple(key for key in now if key in then and then[key] != now[key]),
        added=tuple(key for key in now if key not in then),
        gone=tuple(key for key in then if key not in now),
    )


def say_changes(memory: Memory, scene: Scene) -> tuple[Text, ...]:
    """Say what has changed in a view since a picture of it was made: one sentence, then one for each kind and layer."""
    dates = {"then": _date(memory.as_of), "now": _date(scene.as_of)}
    if memory.facts is None:
        return (NOT_KNOWN.format(**dates),)
    found = compare(_comparable(memory.facts, scene), facts_of(scene))
    if not any(found.kinds):
        return ((SAME if memory.version == data_version() else UNTOUCHED).format(**dates),)
    return (CHANGED.format(**dates), *_told(found, _names(scene)))


def _comparable(facts: Facts, scene: Scene) -> Facts:
    """Leave out the facts of layers that cannot be read now, or that are no more: they are not known to be gone."""
    read = {sheet.layer.id for sheet in scene.sheets}
    return {key: mark for key, mark in facts.items() if key.partition(":")[0] in read}


def _names(scene: Scene) -> dict[str, Text]:
    return {f"{sheet.layer.id}:{row['id']}": Text(str(row["name_ja"]), str(row["name_en"]))
            for sheet in scene.sheets for row in sheet.each_row()}


def _told(found: Differences, names: Mapping[str, Text]) -> Iterator[Text]:
    for pattern, keys in zip(KINDS, found.kinds, strict=True):
        by_layer = defaultdict[str, list[str]](list)
        for key in keys:
            by_layer[key.partition(":")[0]].append(key)
        for layer_id, own in by_layer.items():
            yield pattern.format(layer=find_layers()[layer_id].title, count=len(own), **_listed(own, names))


def _listed(keys: Sequence[str], names: Mapping[str, Text]) -> dict[str, Text]:
    named = [_short(names.get(key) or _name_elsewhere(key)) for key in keys[:NAMED]]
    beyond = len(keys) - NAMED
    return {"names": LISTED.join(named), "more": MORE.format(count=beyond) if beyond > 0 else Text("", "")}


def _name_elsewhere(key: str) -> Text:
    """Name a fact that is not in the view: a row that is only hidden has a name, one that is gone just its id."""
    layer_id, _, row_id = key.partition(":")
    found = find_row(row_id)
    if found and found[0].id == layer_id:
        return Text(str(found[1]["name_ja"]), str(found[1]["name_en"]))
    return same(row_id)


def _short(name: Text) -> Text:
    halves = ("".join(letter for letter in half if letter.isprintable()) for half in (name.ja, name.en))
    return Text(*(half if len(half) <= LONGEST else half[: LONGEST - 1] + "…" for half in halves))


def _date(date: str) -> Text:
    return plain_date(date) if is_date(date) else NO_DATE
