from __future__ import annotations

import pytest

from layers.wording import Source, preferred, site_of

MINISTRY, WIKI, CODE, NOTE = (
    Source("https://www.soumu.go.jp/a.html", "https://www.soumu.go.jp/a.html"),
    Source("https://ja.wikipedia.org/wiki/x", "https://ja.wikipedia.org/wiki/x"),
    Source("https://github.com/a/b", "https://github.com/a/b"),
    Source("総務省等の発表の要約"),
)


@pytest.mark.parametrize(("named", "kept"), [
    ((MINISTRY, WIKI, CODE), (MINISTRY,)),
    ((WIKI, NOTE), (NOTE,)),
    ((WIKI, CODE), (WIKI, CODE)),
    ((WIKI,), (WIKI,)),
    ((), ()),
])  # fmt: skip
def test_pages_that_anyone_may_write_stand_only_where_there_is_nothing_else(
    named: tuple[Source, ...], kept: tuple[Source, ...]
) -> None:
    assert preferred(named) == kept


def test_a_page_is_named_by_its_site_and_words_by_themselves() -> None:
    assert [site_of(source) for source in (MINISTRY, WIKI, NOTE)] == ["soumu.go.jp", "ja.wikipedia.org", NOTE.text]
