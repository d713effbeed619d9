from __future__ import annotations

import pytest

from serve.doors import Doors
from tests.serve.asking import answering, status_of


@pytest.mark.parametrize("path", [
    "_stcore/upload_file/a-session/a-file", "_stcore/agent/interact", "_stcore/agent/mcp", "_stcore/metrics",
    "_stcore/script-health-check", "auth/login", "auth/logout", "oauth2callback",
])
@pytest.mark.parametrize("base", ["", "/some/place"])
def test_a_door_that_the_atlas_does_not_use_is_closed(base: str, path: str) -> None:
    assert status_of(Doors(answering(), base), f"{base}/{path}") == 404


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config", "/media/a.png", "/app/static/a.js"])
def test_the_doors_of_the_page_are_open(path: str) -> None:
    assert status_of(Doors(answering()), path) == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_nothing_can_be_changed_by_a_request(method: str) -> None:
    assert status_of(Doors(answering()), "/", method) == 405
