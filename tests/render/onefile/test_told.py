"""What the one file tells of rows is what every other output tells of them."""

from __future__ import annotations

from i18n.text import Lang
from layers.registry import find_layers
from layers.wording import facts, records, sources
from render.onefile.facets import facets
from render.onefile.told import TABLED, layers_told, table_columns
from scene.choice import Choice
from scene.sieve import read_sieve
from scene.survey import readable


def half(pair: list[str], lang: Lang) -> str:
    return pair[-1] if lang == Lang.EN else pair[0]


def test_every_row_tells_all_its_facts_and_sources_in_both_languages() -> None:
    for told, sieve in zip(layers_told(), readable(find_layers()), strict=True):
        for number, row in enumerate(records(sieve.rows.drop(columns="geometry"))):
            for lang in Lang:
                labels = [half(label, lang) for label in told["labels"]]  # type: ignore[attr-defined]
                said = [(labels[at], half(words, lang)) for at, *words in told["facts"][number]]  # type: ignore[index]
                assert said[: len(known := list(facts(sieve.layer, row, lang)))] == known
                assert said[-1][1] == row["id"]
                cited = [half(words, lang) for _page, *words in told["sources"][number]]  # type: ignore[index]
                assert cited == [source.text for source in sources(row, lang)]


def test_only_addresses_of_pages_become_links() -> None:
    links = [words[0] for layer in layers_told() for row in layer["sources"] for is_page, *words in row if is_page]  # type: ignore[attr-defined]
    assert len(links) > 500
    assert all(link.startswith(("http://", "https://")) for link in links)


def test_the_list_has_its_columns_in_order() -> None:
    assert tuple(column.id for column in table_columns()) == TABLED


def test_facets_hold_what_the_sieve_goes_by() -> None:
    packed = facets(("cables",))[""]["cables"]
    sieve = read_sieve(find_layers()["cables"])
    status = packed["headings"]["cables.status"]  # type: ignore[index]
    codes = [[status["codes"][number] for number in row] for row in status["rows"]]
    assert codes == [[code] for code in sieve.rows["status"]]
    by_default = [not set(row) & set(status["hidden"]) for row in codes]
    assert sum(by_default) >= int(sieve.shown(Choice()).sum())
    assert 0 < sum(by_default) < len(codes)
