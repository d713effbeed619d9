"""What the terminal says where the place that it writes to has no room, no letters or is not there."""

from __future__ import annotations

import errno
import io
import sys

import pytest
import typer

from cli import let_all_be_told
from commands.speaking import NO_ROOM, asked_for, speaking
from i18n.text import Lang


def test_a_disk_that_is_full_where_the_output_goes_is_said_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit), speaking("", Lang.EN):
        raise OSError(errno.ENOSPC, "No space left on device")
    said = capsys.readouterr().err
    assert said.startswith(NO_ROOM.en.partition("{")[0])
    assert "No space left on device" in said


def test_whoever_closes_the_output_still_gets_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with speaking("", Lang.EN):
        pass


def test_a_letter_that_the_output_lacks_breaks_nothing_off() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), "cp932")
    let_all_be_told(stream)
    print("コートジボワール Côte d'Ivoire", file=stream, flush=True)
    assert stream.buffer.getvalue().decode("cp932") == "コートジボワール C\\xf4te d'Ivoire\n"


@pytest.mark.parametrize(("query", "lang"), [
    ("lang=en", Lang.EN), ("https://atlas.example/?LANG=EN#x", Lang.EN), ("?layers=isdbt&lang=en&lang=en", Lang.EN),
    ("", Lang.JA), ("lang=en&lang=ja", Lang.JA), ("title=lang%3Den", Lang.JA), ("slang=en", Lang.JA),
])
def test_what_goes_wrong_is_said_in_the_language_that_the_view_has(query: str, lang: Lang) -> None:
    assert asked_for(query) == lang
