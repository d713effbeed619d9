from __future__ import annotations

import pytest

from serve.keeping import A_YEAR, FilesAhead, KeptFiles
from tests.serve.asking import answering, headers_of


def header_of(path: str, status: int = 200) -> str | None:
    """Ask for a path of a server that answers with this status; give the Cache-Control of the answer."""
    return headers_of(KeptFiles(answering(status)), path).get("cache-control")


@pytest.mark.parametrize("base", ["", "/some/place"])
def test_a_file_with_a_hash_in_its_name_is_kept_for_a_year(base: str) -> None:
    for name in ("countries-0123456789ab.js", "map-0123456789ab.css", "latin_america-0123456789ab.json"):
        assert header_of(f"{base}/app/static/atlas/{name}") == A_YEAR


@pytest.mark.parametrize("path", ["/", "/app/static/vendor/leaflet/leaflet.js", "/app/static/atlas/countries.js"])
def test_a_file_that_may_change_under_its_name_is_not(path: str) -> None:
    assert header_of(path) is None


def test_a_file_that_is_not_there_is_asked_for_again() -> None:
    assert header_of("/app/static/atlas/countries-0123456789ab.js", status=404) is None


@pytest.mark.parametrize("path", ["/", "/some/place/"])
def test_the_page_names_the_files_that_its_map_will_need(path: str) -> None:
    sent = headers_of(FilesAhead(answering(200), lambda: ("app/static/a.js", "app/static/b.js")), path)
    assert sent["link"] == "<app/static/a.js>; rel=prefetch; as=script, <app/static/b.js>; rel=prefetch; as=script"


@pytest.mark.parametrize(("path", "status"), [("/static/js/index.js", 200), ("/", 404)])
def test_nothing_else_names_them(path: str, status: int) -> None:
    assert "link" not in headers_of(FilesAhead(answering(status), lambda: ("app/static/a.js",)), path)


def test_a_page_without_files_yet_names_none() -> None:
    assert "link" not in headers_of(FilesAhead(answering(200), lambda: ()), "/")
