from geo.files import ROOT
from layers.support import all_tables
from scripts.build_docs import PAGE, build


def test_the_data_dictionary_is_in_step_with_the_declarations() -> None:
    assert PAGE.read_text("utf-8") == build(), "run `make docs`"


def test_the_data_dictionary_describes_every_file() -> None:
    page = build()
    assert all(f"## {file}: " in page for file in all_tables())
    assert "countries_fine.geojson" in page


def test_the_list_of_sources_names_every_file_of_data() -> None:
    sources = (ROOT / "data" / "SOURCES.md").read_text("utf-8")
    files = [path.name for path in (ROOT / "data").iterdir() if path.name != "SOURCES.md"]
    assert not [name for name in files if name not in sources]


def test_the_list_of_sources_gives_the_attribution_that_geonames_asks_for() -> None:
    sources = (ROOT / "data" / "SOURCES.md").read_text("utf-8")
    assert "CC BY 4.0" in sources
    assert "geonames.org" in sources
