"""`sheet`, as a desk officer types it."""

from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner

import cli


@pytest.mark.parametrize("name", ["ツバル", "country:tuv"])
def test_a_country_is_one_page_under_its_stamp(name: str, tmp_path: Path) -> None:
    out = tmp_path / "一枚.pdf"
    result = CliRunner().invoke(cli.app, ["sheet", name, str(out), "stamp=draft&lang=ja"])
    assert result.exit_code == 0, result.stderr
    (page,) = pypdfium2.PdfDocument(out)
    said = page.get_textpage().get_text_range()
    assert "ツバル" in said
    assert "未定稿" in said


@pytest.mark.parametrize(("words", "said"), [
    (("Uzbekstan", "o.pdf"), "Near names: Uzbekistan (UZB)"),
    (("UZB", "o.png"), "its suffix names no format. Use one of .pdf, .docx"),
    (("UZB", "nowhere/o.pdf"), "There is no folder “nowhere”"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_sentence(words: tuple[str, ...], said: str, tmp_path: Path,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli.app, ["sheet", *words, "--lang", "en"])
    assert result.exit_code == 1
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == []
