"""What every format of a document shares: the numbers of sources in short, a figure beside its target, headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.document import Bar, Document
from i18n import brief
from i18n.text import Lang

FEWEST_IN_A_RANGE = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """A bar in words; `share` is the figure over its target, None where it stands alone."""

    figure: str
    target: str
    share: float | None

    @property
    def percent(self) -> str:
        return "" if self.share is None else f"{self.share:.0%}"


def cited(numbers: Sequence[int]) -> str:
    """Write the numbers of sources as a reader writes them: [2, 5–9]; "" for none."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return f"[{', '.join(map(_run, runs))}]" if runs else ""


def measured(bar: Bar) -> Measure:
    """Put a bar into words."""
    figure, target = _amount(bar.value, bar.unit), _amount(bar.target, bar.unit) if bar.target is not None else ""
    return Measure(figure, target, bar.value / bar.target if bar.target else None)


def bar_heads(lang: Lang) -> tuple[str, str, str, str]:
    """Name the columns of bars laid out as a table."""
    return brief.ITEM[lang], brief.FIGURE[lang], brief.TARGET[lang], brief.SHARE[lang]


def view_of(document: Document) -> str:
    """Say which view of the map a document stands beside."""
    return brief.VIEW.format(query=document.query)[document.lang] if document.query else ""


def _run(run: list[int]) -> str:
    return f"{run[0]}–{run[-1]}" if len(run) >= FEWEST_IN_A_RANGE else ", ".join(map(str, run))


def _amount(value: float, unit: str) -> str:
    return f"{value:,.10g}{unit}"
