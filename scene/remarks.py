"""What must be said of a layer besides its rows: undated ones left out, filters that empty it, broken data."""

from __future__ import annotations

from collections.abc import Mapping

from i18n.errors import AtlasError
from i18n.text import Text
from layers.base import Layer
from scene.choice import Choice
from scene.sieve import Sieve

UNDATED = Text("{layer}: 日付のない {count} 件は年の条件で外れています。",
               "{layer}: {count} undated rows drop out under the years chosen.")
EMPTIED = Text("{layer}: 条件「{parts}」により0件になりました。", "{layer}: no rows are left, because of {parts}.")
EMPTIED_TOGETHER = Text("{layer}: 選んだ条件の組み合わせにより0件になりました。",
                        "{layer}: no rows are left under these filters together.")
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


def remarks_on(sieve: Sieve, choice: Choice) -> list[Text]:
    """List what a reader of the narrowed rows should know."""
    remarks = []
    undated = sieve.undated(choice)
    if undated:
        remarks.append(UNDATED.format(layer=sieve.layer.title, count=undated))
    fault = sieve.fault(choice)
    if fault:
        remarks.append(broken(sieve.layer, fault))
    elif not sieve.shown(choice).any():
        remarks.append(_emptied(sieve, choice))
    return remarks


def broken(layer: Layer, error: AtlasError) -> Text:
    """Say that a layer cannot be shown: its first problem, and how many more there are."""
    problems = [Text(*pair) for pair in zip(error.text.ja.split("\n"), error.text.en.split("\n"), strict=True)]
    more = AND_MORE.format(count=len(problems) - 1) if len(problems) > 1 else Text("", "")
    return BROKEN.format(layer=layer.title, problem=problems[0] + more)


def _emptied(sieve: Sieve, choice: Choice) -> Text:
    """Say which part, lifted alone, would bring rows back."""
    guilty = [key for key in sieve.masks(choice) if sieve.shown(choice, without=key).any()]
    if not guilty:
        return EMPTIED_TOGETHER.format(layer=sieve.layer.title)
    names = [PART_NAMES.get(key) or sieve.layer.field(key.partition(".")[2]).label for key in guilty]
    return EMPTIED.format(layer=sieve.layer.title, parts=Text("・", ", ").join(names))
