"""In every state and language the page gives axe nothing to mend and holds no words of the other language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page, expect

from geo.countries import read_countries
from i18n.text import Lang
from tests.browser.mapview import MapView
from tests.browser.offline import Traffic
from tests.browser.settled import settle
from tests.browser.states import STATES
from tests.i18n.foreign import JAPANESE, english_sentences
from tests.profile import many

pytestmark = pytest.mark.browser

STREAMLITS_OWN: Mapping[str, str] = {}
"""Rules that Streamlit's own elements break, each with Streamlit's issue. None does at this version: what it lacks
(docs/accessibility.md lists it) is mended by ui/page.css and static/page.js."""
READ = """(root) => {
  const copy = root.cloneNode(true);
  copy.querySelectorAll("script, style, noscript, .atlas-sources").forEach((part) => part.remove());
  const labels = [...copy.querySelectorAll("[aria-label], [title], [alt], [placeholder]")].flatMap((part) =>
    ["aria-label", "title", "alt", "placeholder"].map((name) => part.getAttribute(name) || ""));
  const texts = [...copy.querySelectorAll("*")].flatMap((part) =>
    [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data));
  return [...labels, ...texts].map((text) => text.trim()).filter(Boolean);
}"""
"""Every text and label of a document, sources aside: they keep the titles that they have."""
SWITCH = "日本語"
"""The one Japanese word of the English page: how to leave it."""


EVERY = many(sample=2, prove=1)
CASES = [(name, lang) for i, name in enumerate(STATES) for j, lang in enumerate(Lang) if (i + j) % EVERY == 0]
"""Every state in one language, by turns, and in `make prove` in both."""


@pytest.fixture(scope="module", params=CASES, ids=lambda pair: f"{pair[0]}, {pair[1]}")
def shown(
    request: pytest.FixtureRequest, visitors: BrowserContext, page_address: str
) -> Iterator[tuple[Page, Lang]]:
    """Open the page in one state and language; no policy (serve/policy.py) has to refuse a thing of it."""
    name, lang = request.param
    page = visitors.new_page()
    traffic = Traffic()
    traffic.watch(page)
    page.goto(f"{page_address}/?lang={lang}&{STATES[name].query}")
    MapView(page)
    settle(page)
    expect(page.locator("html")).to_have_attribute("lang", lang.value)
    STATES[name].act(page, lang)
    page.wait_for_timeout(500)  # what fades in is judged at its full colour
    yield page, lang
    page.close()
    assert traffic.refused == []


def test_axe_finds_no_violation(shown: tuple[Page, Lang]) -> None:
    found = violations(shown[0])
    assert not {rule: where for rule, where in found.items() if rule not in STREAMLITS_OWN}


def test_no_words_are_of_the_other_language(shown: tuple[Page, Lang]) -> None:
    page, lang = shown
    said = {text for frame in page.frames for text in frame.locator("body").evaluate(READ)}
    if lang == Lang.EN:
        names = {country.name.ja for country in read_countries().values()}  # a country's page gives both its names
        assert {text for text in said if JAPANESE.search(text)} - names == {SWITCH}
    else:
        assert not [text for text in said if english_sentences(text)]


def violations(page: Page, within: str = "html") -> dict[str, list[str]]:
    """Run axe in the page and its frames, or in a part of it; give the elements that break each rule."""
    for frame in page.frames:
        frame.evaluate(AXE_SCRIPT)
    result: Any = page.evaluate("(within) => axe.run(within, {resultTypes: ['violations']})", within)
    return {found["id"]: [node["html"][:200] for node in found["nodes"]] for found in result["violations"]}
