"""What the slider of the years must know: its span and words once, and with each state what moves with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from i18n.text import Lang, Text
from i18n.years import word_date
from layers.plans import PLANS
from scene.choice import Choice
from scene.facet import Mask
from scene.survey import years_on_offer
from scene.switches import Panel, panels

WORDS = {
    "years": Text("年", "Years"),
    "every": Text("全期間", "All years"),
    "from": Text("はじめの年", "First year"),
    "to": Text("おわりの年", "Last year"),
    "play": Text("年を追って再生", "Play through the years"),
    "pause": Text("一時停止", "Pause"),
    "back": Text("1年戻す", "One year back"),
    "on": Text("1年進める", "One year on"),
    "between": Text("{0} – {1}", "{0} – {1}"),
}


def timeline() -> dict[str, object]:
    """Give what never changes while the data stays: the span of the slider, and each year in words."""
    first, last = years_on_offer()
    years = [word_date(str(year)) for year in range(first, last + 1)]
    return {
        "first": first,
        "last": last,
        "years": {lang.value: [year[lang] for year in years] for lang in Lang},
        "plans": {plan.id: {lang.value: plan.title[lang] for lang in Lang} for plan in PLANS.values()},
        "words": {lang.value: {key: text[lang] for key, text in WORDS.items()} for lang in Lang},
    }


def moment(choice: Choice, parts: Sequence[Panel]) -> dict[str, object]:
    """Give the plan and the years asked for, and what the years hold back: rows by position, switches without rows.

    `parts` are the panels of the choice. The slider puts these back when it moves, so that it need not ask the page.
    """
    pairs = list(zip(parts, panels(replace(choice, year=None)) if choice.year else parts, strict=True))
    return {
        "plan": choice.plan,
        "years": list(choice.year) if choice.year else None,
        "held": {now.layer.id: np.flatnonzero(_reach(free) & ~_reach(now)).tolist() for now, free in pairs},
        "quiet": {now.layer.id: _quiet(now, free) for now, free in pairs},
    }


def _reach(panel: Panel) -> Mask:
    return panel.on_map | panel.in_reach


def _quiet(now: Panel, free: Panel) -> list[list[object]]:
    """List the switches, as [number, count, on], that have rows in other years only."""
    listed = {switch.number for switch in now.switches}
    return [[switch.number, 0, switch.is_on] for switch in free.switches if switch.number not in listed]
