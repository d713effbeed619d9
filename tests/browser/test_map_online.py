"""Outside base maps: no control and no call without leave; with it, none before a person chooses one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mapview import MapView
from tests.browser.offline import APPS, Traffic, serving

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def test_a_base_map_is_called_only_when_a_person_chooses_it(open_page: Open, traffic: Traffic) -> None:
    with serving(APPS / "map_only.py", ATLAS_ONLINE="1") as address:
        atlas = MapView(open_page(address))
        atlas.move(36, 138, 6)
        assert traffic.outside == []
        atlas.frame.get_by_text("背景地図(外部)").click()
        expect(atlas.frame.get_by_text("cyberjapandata.gsi.go.jp")).to_be_visible()
        atlas.frame.get_by_role("radio", name="地理院タイル(淡色地図)").check()
        expect(atlas.frame.locator(".leaflet-control-attribution")).to_contain_text("国土地理院")
        atlas.page.wait_for_timeout(500)
        called = {url.split("/")[2] for url in traffic.outside}
        assert called == {"cyberjapandata.gsi.go.jp"}
        atlas.frame.get_by_role("radio", name="なし").check()
        expect(atlas.frame.locator(".leaflet-control-attribution")).not_to_contain_text("国土地理院")
        atlas.page.close()


def test_without_leave_there_is_no_control(map_address: str, open_page: Open) -> None:
    assert MapView(open_page(map_address)).count(".atlas-online") == 0
