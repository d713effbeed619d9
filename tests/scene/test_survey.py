import pytest

from geo.frames import width
from scene.survey import countries_on_offer, frame_of


def test_a_country_is_framed_as_everywhere_and_a_site_not_too_close() -> None:
    west, south, east, north = frame_of("BRA") or (0, 0, 0, 0)
    assert (west < -70, south < -30, east > -36, north > 4) == (True, True, True, True)
    site = frame_of("uz-uztelecom-tashkent")
    assert site is not None
    assert width(site) == pytest.approx(6)
    assert site[0] < 69.216 < site[2]


def test_a_cable_across_180_degrees_is_framed_across_it() -> None:
    frame = frame_of("humboldt")
    assert frame is not None
    assert 100 < width(frame) < 180
    assert frame[0] > frame[2]


def test_what_does_not_exist_has_no_frame() -> None:
    assert frame_of("nowhere") is None


def test_countries_that_nothing_concerns_are_not_offered_for_a_comparison() -> None:
    assert {"BRA", "UZB", "JPN"} <= countries_on_offer()
    assert len(countries_on_offer()) < 200
