from __future__ import annotations

import pytest

from serve.headers import ALWAYS, Guarded
from serve.policy import Kind, policies
from tests.serve.asking import answering, headers_of

POLICIES = policies(lambda: (), lambda: ())
PATHS = {
    "": Kind.PAGE, "nowhere": Kind.PAGE, "component/streamlit_folium.st_folium/index.html": Kind.FRAME,
    "component/streamlit_folium.st_folium/": Kind.FRAME, "component/streamlit_folium.st_folium/main.js": Kind.FILE,
    "media/0123.html": Kind.MEDIA, "app/static/page.js": Kind.FILE, "static/js/index.js": Kind.FILE,
    "_stcore/health": Kind.FILE,
}


@pytest.mark.parametrize("base", ["", "some/place"])
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("status", [200, 404, 500])
def test_every_answer_carries_the_policy_of_its_path_and_what_holds_for_all(base: str, path: str, status: int) -> None:
    said = headers_of(Guarded(answering(status), POLICIES, base), f"/{base}/{path}".replace("//", "/"))
    assert said["content-security-policy"] == POLICIES[PATHS[path]]()
    assert {name: said[name.lower()] for name in ALWAYS} == dict(ALWAYS)


def test_what_was_made_for_a_person_is_saved_not_opened_and_kept_by_nobody_between() -> None:
    said = headers_of(Guarded(answering(), POLICIES), "/media/0123.json")
    assert (said["cache-control"], said["content-disposition"]) == ("private, no-store", "attachment")


def test_a_download_keeps_its_name() -> None:
    named = answering(content_disposition='attachment; filename="a.svg"')
    assert headers_of(Guarded(named, POLICIES), "/media/0123.svg")["content-disposition"].endswith('"a.svg"')


def test_pages_of_other_origins_read_nothing() -> None:
    open_to_all = answering(access_control_allow_origin="*")
    assert "access-control-allow-origin" not in headers_of(Guarded(open_to_all, POLICIES), "/app/static/page.js")
