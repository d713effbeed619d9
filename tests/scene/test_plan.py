from hypothesis import given

from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import Scene, build_scene
from scene.sieve import read_sieve
from tests.scene.choices import choices


def scene_of(query: str) -> Scene:
    return build_scene(read_choice(query).choice)


def statuses(scene: Scene) -> set[str]:
    return set(scene.sheets[0].rows["status"])


def test_a_filter_asks_for_the_status_of_the_time() -> None:
    planned = scene_of("layers=cables&plan=2022-07&cables.status=planned").sheets[0].rows
    assert {"echo", "bifrost", "asia-south-america-digital-gateway-2020"} <= set(planned["id"])
    assert set(planned["status"]) == {"planned"}


def test_years_ask_for_the_date_of_the_time() -> None:
    assert "bifrost" in set(scene_of("layers=cables&plan=2022-07&year=2024").sheets[0].rows["id"])
    assert "bifrost" not in set(scene_of("layers=cables&year=2024").sheets[0].rows["id"])


def test_the_method_is_said_wherever_the_plan_shows() -> None:
    scene = scene_of("layers=cables&plan=2022-07&lang=en")
    assert scene.notes[0].en.startswith("As planned in July 2022: only what is confirmed")
    assert not [note for note in scene_of("layers=cables").notes if "2022" in note.ja]


def test_a_plan_that_does_not_exist_is_named_and_dropped() -> None:
    reading = read_choice("plan=2021-01")
    assert reading.choice.plan == ""
    assert "2021-01" in reading.notices[0].en


@given(choices())
def test_only_what_was_known_shows_under_a_plan(choice: Choice) -> None:
    for sheet in build_scene(choice).sheets:
        known = read_sieve(sheet.layer, choice.plan).known
        assert known is None or known[list(sheet.rows.index)].all()
