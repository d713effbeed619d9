"""The process that reads a file: it ends in time, holds nothing of the server, and its failures are sentences."""

from __future__ import annotations

import errno
import socket
from typing import NoReturn

import pytest

from i18n import own as words
from i18n.errors import AtlasError
from i18n.text import Text
from own import process
from own.question import Answers


def test_a_process_that_hangs_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "START", "import time; time.sleep(60)")
    monkeypatch.setattr(process, "MOST_SECONDS", 0.3)
    with pytest.raises(AtlasError) as caught:
        process.read_apart(b"x", "遅い.csv", Answers())
    assert "遅い.csv" in caught.value.text.ja


@pytest.mark.parametrize("answer", [b"", b"\1", b"\xff" * 40, b"\2\0\0\0\0\0\0\0[]", b"\2\0\0\0\0\0\0\0{}"])
def test_an_answer_that_is_none_counts_as_a_broken_file(answer: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "START", f"import sys; sys.stdout.buffer.write({answer!r})")
    with pytest.raises(AtlasError) as caught:
        process.read_apart(b"x", "壊.csv", Answers())
    assert caught.value.text == words.BROKEN.format(name="壊.csv")


PROBE = """
import sys, types; sys.path.insert(0, sys.argv.pop(1))
from own import child
from own.raw import Raw
def read(content, name, answers):
    {body}
    return Raw([[said]], [1])
child._reader = lambda kind: types.SimpleNamespace(read=read)
child.main()
"""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(
            "import os; said = ','.join(sorted(set(os.environ) - {'LC_CTYPE'}))",
            ",".join(sorted(process.ENVIRONMENT)),
            id="no environment of the server",
        ),
        pytest.param(
            "import resource; said = str(resource.getrlimit(resource.RLIMIT_AS)[1] < 2**31)", "True", id="limits"
        ),
    ],
)
def test_the_process_holds_nothing_of_the_server(body: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "START", PROBE.format(body=body))
    assert process.read_apart(b"lat,lon\n1,2\n", "点.csv", Answers()).lines == [[said]]


def test_the_process_reaches_nobody_on_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        call = f"s = socket.socket(); s.settimeout(2); said = str(s.connect_ex(('127.0.0.1', {port})))"
        monkeypatch.setattr(process, "START", PROBE.format(body=f"import socket; {call}"))
        assert process.read_apart(b"lat,lon\n1,2\n", "点.csv", Answers()).lines != [["0"]]


@pytest.mark.parametrize("failing", ["write", "start"])
def test_a_server_without_room_says_so_and_blames_no_file(failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_about: object, **_more: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "no room")

    if failing == "write":
        monkeypatch.setattr(process.tempfile, "TemporaryFile", fail)  # type: ignore[attr-defined]
    else:
        monkeypatch.setattr(process.subprocess, "Popen", fail)  # type: ignore[attr-defined]
    with pytest.raises(AtlasError) as caught:
        process.read_apart(b"lat,lon\n1,2\n", "点.csv", Answers())
    assert caught.value.text == words.NO_ROOM.format(name="点.csv")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        pytest.param("sys.stdout = open('/dev/full', 'w'); said = 'x'", words.NO_ROOM, id="no room for the answer"),
        pytest.param("import os; os.kill(os.getpid(), 9)", words.TOO_MUCH_MEMORY, id="killed for want of memory"),
        pytest.param("raise SystemError('in numpy')", words.TOO_MUCH_MEMORY, id="no memory within a step"),
        pytest.param("said = 'x' * 400_000_000", words.TOO_MUCH_MEMORY, id="memory"),
        pytest.param("import os; os.abort()", words.TOO_MUCH_MEMORY, id="abort"),
        pytest.param("import os; os._exit(3)", words.BROKEN, id="exit"),
        pytest.param("said = open('nowhere').read()", words.BROKEN, id="an error of its own"),
    ],
)
def test_a_process_that_fails_gives_a_sentence(body: str, says: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "START", PROBE.format(body=body))
    with pytest.raises(AtlasError) as caught:
        process.read_apart(b"lat,lon\n1,2\n", "点.csv", Answers())
    assert caught.value.text == says.format(name="点.csv", most=300)
