from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.text import Lang, Text
from render.picture.draw import Drawing, draw
from render.picture.fonts import width_of
from render.picture.rows_strip import ROWS_SHARE, Entry, Part, flowed, shares, shortened
from scene.paper import PAPERS
from tests.profile import by_turns
from tests.render.picture.pictures import SMALL, boxes_of, scene_of

LISTED = "parts=title,legend,graticule,rows,sources"
SIZES = st.lists(st.integers(1, 40), min_size=1, max_size=7)


def test_a_picture_lists_its_rows_only_when_asked_to() -> None:
    assert len(draw(scene_of("country=UZB"), SMALL).layout.below) == 1
    assert len(draw(scene_of(f"country=UZB&{LISTED}"), SMALL).layout.below) == 2


@pytest.mark.parametrize("lang", list(Lang))
def test_few_rows_are_all_listed_with_name_country_status_and_dates(lang: Lang) -> None:
    drawing = draw(scene_of(f"layers=datacenters&country=UZB&lang={lang}&{LISTED}"), SMALL)
    written = words_of_list(drawing)
    for row in drawing.seen.sheets[0].each_row():
        assert row[f"name_{lang}"] in written
    assert {"2023", {Lang.JA: "契約済み", Lang.EN: "Contracted"}[lang], {Lang.JA: "状況", Lang.EN: "Status"}[lang],
            {Lang.JA: "データセンター 3件", Lang.EN: "Data centres: 3"}[lang]} < set(written)


def test_what_does_not_fit_is_counted() -> None:
    drawing = draw(scene_of(f"layers=cables&{LISTED}"), SMALL)
    written = words_of_list(drawing)
    found = re.match(r"光海底ケーブル 83件のうち(\d+)件\(ほか(\d+)件\)", written[0])
    assert found
    given_rows, rest = map(int, found.groups())
    assert given_rows + rest == 83
    names = [row["name_ja"] for row in drawing.seen.sheets[0].each_row()][:given_rows]
    assert all(any(words.rstrip("…") in name for words in written if words) for name in names)


def test_only_rows_in_view_are_listed() -> None:
    written = "".join(words_of_list(draw(scene_of(f"layers=cables&bbox=-177,-22,-173,-18&{LISTED}"), SMALL)))
    assert "トンガ" in written
    assert "フンボルト" not in written


def test_a_promise_that_passed_says_that_it_is_not_confirmed() -> None:
    assert any(words.endswith("(未確認)") for words in
               words_of_list(draw(scene_of(f"layers=cables&bbox=150,-5,175,12&{LISTED}"), SMALL)))


def test_a_view_without_rows_has_no_list() -> None:
    assert len(draw(scene_of(f"layers=datacenters&bbox=-40,-60,-30,-55&{LISTED}"), SMALL).layout.below) == 1


@pytest.mark.parametrize(("query", "size"), by_turns(
    ["", "region=oceania&lang=en", "country=UZB&look=dark"], ["1920x1080", "a4", "a4-portrait", "960x1080"],
))
def test_the_list_stands_between_map_and_sources_on_its_share_of_the_paper(query: str, size: str) -> None:
    drawing = draw(scene_of(f"{query}&{LISTED}"), PAPERS[size])
    sources, rows = drawing.layout.below
    assert rows.edge - sources.edge <= drawing.canvas.height * ROWS_SHARE
    assert rows.edge <= drawing.map.bottom
    tops = [passage.top - passage.height for passage in rows.passages if any(passage.lines)]
    assert min(tops) >= sources.edge
    assert all(passage.size >= 9 for passage in rows.passages)


@pytest.mark.parametrize("query", ["", "region=oceania&lang=en", "country=UZB&lang=en", "show=all&layers=projects"])
def test_nothing_of_the_list_leaves_the_paper(query: str) -> None:
    paper, boxes = boxes_of(f"{query}&{LISTED}")
    assert all(box.x0 >= paper.x0 and box.x1 <= paper.x1 for box in boxes.values())


def test_no_cell_runs_into_the_next() -> None:
    drawing = draw(scene_of(f"region=oceania&lang=en&{LISTED}"), SMALL)
    passages = [each for each in drawing.layout.below[1].passages if any(each.lines)]
    lefts = sorted({each.x for each in passages})
    for passage in passages:
        following = [x for x in lefts if x > passage.x]
        is_head = any(" of " in line or ": " in line for line in passage.lines) and passage.x in (lefts[0], lefts[6])
        if following and not is_head:
            assert all(passage.x + width_of(line, passage.size) < following[0] for line in passage.lines)


@given(SIZES, st.integers(1, 3), st.integers(8, 20))
def test_columns_hold_as_many_rows_as_they_can_and_every_part_has_its_head(
    sizes: list[int], across: int, lines: int,
) -> None:
    parts = [Part(Text(f"層{number}", f"L{number}"), (("a",),) * size, Lang.JA) for number, size in enumerate(sizes)]
    listed = flowed(parts, across=across, lines=lines)
    entries = [entry for column in listed for entry in column]
    rows = sum(bool(entry.cells) for entry in entries)
    assert len(listed) <= across
    assert max(map(len, listed)) <= lines
    assert sum(bool(entry.head) for entry in entries) == len(sizes)
    # A column may lose its last line to a head that must not stand there alone.
    assert rows >= min(sum(sizes), across * lines - len(sizes) - across)
    assert not any(column[-1].head and rows == sum(sizes) and lines > 1 and len(column) == lines and follows_row(
        entries, column[-1]) for column in listed[:-1])


@given(SIZES, st.integers(0, 120))
def test_parts_share_the_lines_evenly(sizes: list[int], room: int) -> None:
    parts = [Part(Text("層", "L"), (("a",),) * size, Lang.JA) for size in sizes]
    given_rows = shares(parts, room)
    cut = [rows for rows, size in zip(given_rows, sizes, strict=True) if rows < size]
    assert sum(given_rows) <= max(room - len(sizes), 0)
    assert not cut or max(cut) - min(cut) <= 1
    assert not cut or sum(given_rows) == max(room - len(sizes), 0)


@given(st.text("あいう abc", max_size=30), st.floats(12, 200))
def test_words_that_are_too_wide_end_in_an_ellipsis(words: str, width: float) -> None:
    cut = shortened(words, 9.0, width)
    assert width_of(cut, 9.0) <= width
    assert cut == words or (cut.endswith("…") and words.startswith(cut[:-1]))


def follows_row(entries: list[Entry], head: Entry) -> bool:
    """Tell whether rows stand under a head."""
    following = entries[entries.index(head) + 1:]
    return bool(following and following[0].cells)


def words_of_list(drawing: Drawing) -> list[str]:
    return [line for passage in drawing.layout.below[1].passages for line in passage.lines]
