"""A server on bad days: data that go and come back, a workbook applied while people read, connections cut, a crowd."""

from __future__ import annotations

import asyncio
import re
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from threading import Event
from typing import NamedTuple

import pytest

from bench.visitor import Visitor, visiting
from desk.keeping import alone, put_all
from geo.files import data_path
from i18n import words
from i18n.text import Lang
from tests.browser.offline import started
from tests.folders import copied_data
from tests.profile import many

SERVE = ["-m", "scripts.serve"]
SITES = "datacenters.csv"
VIEWS = ("region=oceania", "layers=isdbt", "cables.status=planned", "layers=mocs&region=africa", "select=CHL")
SHORT, FEWEST_VISITS, MOST_VISITS = 0.3, 5, 60
USERS, CUTS = 20, many(sample=20, prove=100)


class Server(NamedTuple):
    """A server and the data that it reads, which may be changed."""

    address: str
    process: int
    data: Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = copied_data(tmp_path_factory.mktemp("faults"))
    with started(SERVE, ATLAS_DATA=str(data)) as (address, process):
        yield Server(address, process, data)


def whole(visitor: Visitor) -> str:
    """Give all that a page holds."""
    return "\n".join(str(element) for element in visitor.elements)


async def seen(address: str, query: str) -> str:
    async with visiting(address) as visitor:
        await visitor.visit(query)
        return whole(visitor)


def shown(page: str) -> int:
    """Read how many rows a page says that it shows."""
    found = re.search(words.SHOWN.en.replace("{count}", r"([\d,]+)"), page)
    assert found, page[:2000]
    return int(found[1].replace(",", ""))


@pytest.mark.parametrize("content", [None, "", "id,name_ja\nuz"], ids=["gone", "empty", "half-written"])
def test_a_file_that_goes_costs_its_layer_and_a_sentence_and_is_shown_again_once_it_is_back(
    content: str | None, server: Server
) -> None:
    file, query = server.data / SITES, "lang=en&layers=datacenters,isdbt"
    before = asyncio.run(seen(server.address, query))
    kept = file.readlink()
    file.unlink()
    if content is not None:
        file.write_text(content)
    try:
        broken = asyncio.run(seen(server.address, query))
    finally:
        file.unlink(missing_ok=True)
        file.symlink_to(kept)
    assert "Data centres cannot be shown" in broken
    assert SITES in broken
    assert 0 < shown(broken) < shown(before)
    assert asyncio.run(seen(server.address, query)) == before


def test_people_who_read_while_a_workbook_is_applied_see_the_old_or_the_new_and_no_error(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(server.data))
    kept = (server.data / SITES).readlink()
    old = (data_path() / SITES).read_text("utf-8")
    new = old.replace("Bukhara", "Bukhara (renamed)")
    assert new != old

    done = Event()

    def apply_again_and_again() -> None:
        for content in cycle((new, old)):
            with alone():
                put_all({SITES: content})
            if done.wait(SHORT):
                return

    async def reading() -> set[bool]:
        seen_new = set[bool]()
        async with visiting(server.address) as visitor:
            for number in range(MOST_VISITS):
                await visitor.visit(f"lang=en&layers=datacenters&page={number}")
                seen_new.add("Bukhara (renamed)" in whole(visitor))
                if number > FEWEST_VISITS and len(seen_new) > 1:
                    break
        return seen_new

    with ThreadPoolExecutor(1) as desk:
        applying = desk.submit(apply_again_and_again)
        try:
            assert asyncio.run(reading()) == {False, True}
        finally:
            done.set()
            applying.result()
            (server.data / SITES).unlink()
            (server.data / SITES).symlink_to(kept)


def test_twenty_people_in_two_languages_each_see_their_own_page(server: Server) -> None:
    async def person(number: int) -> tuple[Lang, str, str]:
        lang, view = list(Lang)[number % 2], VIEWS[number % len(VIEWS)]
        async with visiting(server.address) as visitor:
            await visitor.visit(f"lang={lang}&{view}")
            return lang, view, whole(visitor)

    async def all_at_once() -> list[tuple[Lang, str, str]]:
        return await asyncio.gather(*map(person, range(USERS)))

    pages = dict[tuple[Lang, str], set[str]]()
    for lang, view, page in asyncio.run(all_at_once()):
        pages.setdefault((lang, view), set()).add(re.sub(r"[0-9a-f]{32,}", "", page))
        other = words.AS_OF_DATA[Lang.JA if lang == Lang.EN else Lang.EN].removesuffix("{date}")
        assert words.AS_OF_DATA[lang].removesuffix("{date}") in page
        assert other not in page
    assert len(pages) == USERS // 2
    assert all(len(each) == 1 for each in pages.values())  # who asks for the same sees the same


def test_a_server_whose_connections_are_cut_again_and_again_forgets_them_and_goes_on(server: Server) -> None:
    async def cut(number: int) -> None:
        async with visiting(server.address) as visitor:
            asking = asyncio.create_task(visitor.visit(VIEWS[number % len(VIEWS)]))
            await asyncio.sleep(0.02 * (number % 10))
            visitor.socket.transport.abort()  # as a cable that is pulled, in the middle of an answer
            await asyncio.gather(asking, return_exceptions=True)

    async def many_cuts() -> int:
        for number in range(CUTS):
            await cut(number)
        return shown(await seen(server.address, "lang=en&layers=isdbt"))

    assert asyncio.run(many_cuts()) == 20
    with urllib.request.urlopen(f"{server.address}/metrics", timeout=60) as answer:
        assert b"atlas_open_pages 0.0" in answer.read()
