"""Who stands behind a project: one group a row, by a plain rule over the bodies that its actors name.

JICT counts first, then the ministry (alone, with companies, with bodies only), then other public bodies of Japan.
What project_bodies.csv does not list counts as a company or association.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.tables import read_things, split
from i18n.text import Text
from layers.base import Category

BODIES = "project_bodies.csv"
GROUPS = (
    Category("ministry_only", Text("総務省のみ", "MIC only"), "#0b4f9e", "circle"),
    Category("ministry_companies", Text("総務省と企業など", "MIC with companies"), "#0f7a53", "square"),
    Category("ministry_bodies", Text("総務省と公的機関など", "MIC with public or other bodies"), "#8a5a00", "triangle"),
    Category("jict", Text("JICT", "JICT"), "#a3172a", "star"),
    Category("other_public", Text("ほかの公的機関(JICA、JBICなど)", "Other public bodies (JICA, JBIC and others)"),
             "#6a1b8a", "diamond"),
    Category("private", Text("企業・団体(日本の公的機関なし)", "Companies, no public body of Japan"),
             "#4f4f4f", "circle", hollow=True),
)


def read_kinds() -> Mapping[str, tuple[str, ...]]:
    """Read what each listed body is, by its name in Japanese."""
    return dict(read_things(BODIES, lambda body: (body["name_ja"], tuple(split(body["kind"])))))


def actor_group(actors: Iterable[str], kinds: Mapping[str, tuple[str, ...]]) -> str:
    """Give the group of a project's actors (names in Japanese)."""
    found = {kind for name in actors for kind in kinds.get(name, ("company",))}
    if "jict" in found:
        return "jict"
    if "ministry" in found:
        return "ministry_only" if found == {"ministry"} else _beside("company" in found)
    return "other_public" if "japan_public" in found else "private"


def _beside(has_companies: bool) -> str:
    return "ministry_companies" if has_companies else "ministry_bodies"
