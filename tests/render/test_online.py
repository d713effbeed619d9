import pytest
from streamlit_folium import generate_leaflet_string

from geo.tables import read_table
from i18n.text import Lang
from render.interactive import base_map, update
from render.online import SWITCH, base_maps, words_of_the_control
from render.web_files import FOLDER, build_static
from scene.grammar import read_choice
from scene.scene import build_scene

HOSTS = list(read_table("base_maps.csv")["host"])


def sent() -> str:
    """Give all the text of ours that a browser gets for the map: page, message, script, style and rows."""
    message = update(build_scene(read_choice("").choice))
    atlas = base_map()
    message.add_to(atlas)
    files = build_static()
    texts = [(FOLDER / name).read_text("utf-8") for name in (files.script, files.style, files.countries)]
    return "".join([str(generate_leaflet_string(atlas)), str(generate_leaflet_string(message)), *texts])


@pytest.mark.parametrize("value", ["", "0", "true", "yes"])
def test_without_leave_nothing_that_is_sent_names_a_host_of_tiles(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(SWITCH, value)
    assert base_maps() == []
    assert not [host for host in HOSTS if host in sent()]
    assert "atlas.offer" not in str(generate_leaflet_string(base_map()))


def test_with_leave_each_base_map_says_whom_it_calls_and_whose_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")
    assert all(host in sent() for host in HOSTS)
    for host, offered in zip(HOSTS, base_maps(), strict=True):
        for lang in Lang:
            words = offered[lang.value]
            assert host in words["notice"]  # type: ignore[index]
            assert words["attribution"]  # type: ignore[index]


def test_the_control_speaks_both_languages() -> None:
    assert words_of_the_control()["ja"]["title"] == "背景地図(外部)"
    assert words_of_the_control()["en"]["title"] == "Base map (outside)"
