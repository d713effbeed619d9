"""What must be said of a layer besides its rows: undated ones left out, filters that empty it, broken data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from i18n.errors import AtlasError
from i18n.text import LISTED, Text
from layers.base import Layer
from scene.choice import Choice
from scene.sieve import Sieve

UNDATED = Text("日付がなく、年の条件で外れている行: {counted}。",
               "Without a date, so left out under the years chosen: {counted}.")
COUNTED = Text("{layer} {count} 件", "{layer} ({count})")
EMPTIED = Text("条件「{parts}」により0件: {layers}。", "No rows are left, because of {parts}: {layers}.")
EMPTIED_TOGETHER = Text("選んだ条件の組み合わせにより0件: {layers}。",
                        "No rows are left under these filters together: {layers}.")
TOGETHER = Text("", "")
BROKEN = Text("{layer} は表示できません。{problem}", "{layer} cannot be shown. {problem}")
AND_MORE = Text(" ほか {count} 件。", " And {count} more.")
PART_NAMES: Mapping[str, Text] = {
    "region": Text("地域", "region"),
    "country": Text("国・地域", "country"),
    "field": Text("分野", "field"),
    "year": Text("年", "years"),
    "plan": Text("当時の計画", "plan"),
    "confidence": Text("確度", "confidence"),
    "lens": Text("問い", "question"),
    "defaults": Text("既定の表示範囲", "what is hidden by default"),
}


def remarks_on(sieves: Sequence[Sieve], choice: Choice) -> Iterator[Text]:
    """Say what a reader of the narrowed rows should know: a line for each thing, whatever layers it is true of."""
    faults = [(sieve.layer, fault) for sieve in sieves if (fault := sieve.fault(choice))]
    yield from (broken(layer, fault) for layer, fault in faults)
    undated = [COUNTED.format(layer=sieve.layer.title, count=count)
               for sieve in sieves if (count := sieve.undated(choice))]
    if undated:
        yield UNDATED.format(counted=LISTED.join(undated))
    emptied = defaultdict[Text, list[Text]](list)
    for sieve in sieves:
        if not sieve.shown(choice).any() and sieve.layer not in [layer for layer, _fault in faults]:
            emptied[_guilty(sieve, choice)].append(sieve.layer.title)
    for parts, layers in emptied.items():
        yield (EMPTIED if parts != TOGETHER else EMPTIED_TOGETHER).format(parts=parts, layers=LISTED.join(layers))


def broken(layer: Layer, error: AtlasError) -> Text:
    """Say that a layer cannot be shown: its first problem, and how many more there are."""
    problems = [Text(*pair) for pair in zip(error.text.ja.split("\n"), error.text.en.split("\n"), strict=True)]
    more = AND_MORE.format(count=len(problems) - 1) if len(problems) > 1 else Text("", "")
    return BROKEN.format(layer=layer.title, problem=problems[0] + more)


def _guilty(sieve: Sieve, choice: Choice) -> Text:
    """Name the parts that would bring rows back, each lifted alone; TOGETHER when none would."""
    guilty = [key for key in sieve.masks(choice) if sieve.shown(choice, without=key).any()]
    names = [PART_NAMES.get(key) or sieve.layer.field(key.partition(".")[2]).label for key in guilty]
    return Text("・", ", ").join(names) if names else TOGETHER
