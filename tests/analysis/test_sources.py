from urllib.parse import urlsplit

from analysis.publishers import hosts
from analysis.sources import fact_rows, sources_page
from geo.tables import read_table, split
from i18n.text import Lang
from layers.common import GEONAMES
from layers.registry import find_layers
from render.caption import LICENCES
from scene.choice import Choice
from tests.analysis.reading import aloud, grid, lines, section

PAGE = sources_page(Choice(lang=Lang.EN))


def test_every_host_that_any_fact_cites_is_listed_with_how_many_cite_it() -> None:
    listed = {row[0].text: int(row[1].text) for row in grid(PAGE, "publishers").rows[1:]}
    mocs = read_table("mocs.csv")["source_urls"]
    links = {link for cell in mocs for link in split(cell) if link != "seed"}
    assert {urlsplit(link).netloc.removeprefix("www.") for link in links} <= set(listed)
    for host in ("soumu.go.jp", "dibeg.org", "mofa.go.jp"):
        assert listed[host] == sum(host in hosts(row) for row in fact_rows()) > 3
    assert list(listed.values()) == sorted(listed.values(), reverse=True)


def test_facts_of_the_outline_are_counted() -> None:
    first = grid(PAGE, "publishers").rows[0]
    assert first[0].cites == (1,)
    assert int(first[1].text) == sum("seed" in split(str(row["source_urls"])) for row in fact_rows())


def test_every_row_of_every_layer_is_accounted_for() -> None:
    rows = list(fact_rows())
    assert {row["layer"] for row in rows} == set(find_layers())


def test_sources_in_words_are_counted_without_their_numbers() -> None:
    kinds = {row[0].text: int(row[1].text) for row in grid(PAGE, "kinds").rows}
    assert kinds["TeleGeography (single facts)"] == 67
    assert sum("GeoNames" in kind for kind in kinds) == 1


def test_what_pictures_print_is_explained_here() -> None:
    said = aloud(PAGE, "licences")
    for printed in LICENCES:
        assert printed.partition(" (")[0] in said
    assert "CC BY 4.0" in GEONAMES.en
    assert "Contains data from GeoNames (geonames.org), CC BY 4.0" in said
    for name in ("Apache-2.0", "IPA Font License", "Leaflet", "TeleGeography"):
        assert name in said


def test_each_grade_of_confidence_says_what_it_means_and_how_often_it_stands() -> None:
    grades = [line.text for line in lines(section(PAGE, "confidence"))][:3]
    counted = [int(text.rpartition("(")[2].split()[0]) for text in grades]
    assert counted == [sum(row["confidence"] == grade for row in fact_rows()) for grade in ("high", "medium", "low")]
    assert grades[0].startswith("an official body")
