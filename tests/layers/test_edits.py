from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.files import looking_at
from i18n.errors import AtlasError
from layers.edits import FILE, HEAD, Dated, Edit, Kind, block, read_edits, recorded

EDITS = st.builds(Edit, st.text(), st.text(), st.sampled_from(Kind), st.text(), st.text(), st.text())


@given(st.lists(st.tuples(st.lists(EDITS, max_size=3), st.text()), max_size=3))
def test_what_is_recorded_is_read_back_exactly(blocks: list[tuple[list[Edit], str]]) -> None:
    text = HEAD + "".join(block(edits, date="2026-11-28", note=note) for edits, note in blocks)
    with tempfile.TemporaryDirectory() as folder, looking_at(Path(folder)):
        (Path(folder) / FILE).write_bytes(text.encode("utf-8", "surrogatepass"))
        found = read_edits()
    assert found == tuple(Dated("2026-11-28", note, edit) for edits, note in blocks for edit in edits)


def test_without_a_record_there_are_no_edits(tmp_path: Path) -> None:
    with looking_at(tmp_path):
        assert recorded() == HEAD
        assert read_edits() == ()


def test_lines_that_a_person_added_are_passed_over(tmp_path: Path) -> None:
    edit = Edit("mocs.csv", "one", Kind.CHANGED, "status", "a|b", "c")
    (tmp_path / FILE).write_text(HEAD + "\nA remark.\n| a | b |\n" + block([edit], date="2026-01-02"), "utf-8")
    with looking_at(tmp_path):
        assert read_edits() == (Dated("2026-01-02", "", edit),)


def test_a_record_in_another_encoding_is_refused_and_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes("# 覚書の署名を反映\n".encode("cp932"))
    with looking_at(tmp_path), pytest.raises(AtlasError, match=r"CHANGES.md is not saved as UTF-8"):
        recorded()
