"""The names of countries as official lists write them (ケニア共和国, カタール国, The Gambia), made plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 80
TITLES = re.compile(
    "(?<=..)(?:イスラム|アラブ|ボリバル|ハシェミット|人民|民主|社会|主義|連邦|連合|合衆|独立|協同|東方|多民族|諸島|大)*"
    "(?:共和国|王国|公国|首長国|連邦|連合|特別行政区|国)$"
)
KINDS = r"(?:republic|kingdom|states?|commonwealth|sultanate|principality|union|federation|duchy)"
OF = re.compile(rf"(?:the )?(?:[a-z'-]+ ){{0,3}}{KINDS} of (?:the )?")
TURNED = re.compile(rf"([^,(]+?)(?:, ?| ?\()((?:[a-z'-]+ ){{0,3}}{KINDS}(?: of)?|the)\)?")
SHORT = {"rep.": "republic", "dem.": "democratic", "fed.": "federated", "is.": "islands", "&": " and "}
SHORTENED = re.compile("|".join(rf"(?<![a-z]){re.escape(word)}" for word in SHORT))
UNSURE = frozenset({"korea", "congo", "china"})
"""Names that several states have borne: there the title tells which of them is meant."""


def plainer(text: str) -> Iterator[str]:
    """Go through plainer ways to write a name, what says most of it first."""
    plain = " ".join(unicodedata.normalize("NFKC", text[:LONGEST]).replace("’", "'").casefold().split())
    if not plain.isascii():
        yield TITLES.sub("", plain)
    spelt = " ".join(SHORTENED.sub(lambda found: SHORT[found[0]], plain).split())
    turned = TURNED.fullmatch(spelt)
    if turned:
        title = turned[2].removesuffix(" of")
        spelt = turned[1] if title == "the" else f"{title} of {turned[1]}"
    yield spelt.removeprefix("the ")
    bare = OF.sub("", spelt, count=1)
    if bare not in UNSURE:
        yield bare
