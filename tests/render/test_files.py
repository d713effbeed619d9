"""Files that are written: whole or not at all, and only where an ordinary file may stand."""

import os
from pathlib import Path

import pytest

from i18n.errors import AtlasError
from render.files import check_place, read_whole, write_whole


def test_a_file_that_is_there_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    out.write_bytes(b"old")
    write_whole(out, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.csv", b"new")]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_whole(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(AtlasError, match=r"pipe.csv” is write-protected or no ordinary file"):
        write_whole(pipe, b"new")
    assert pipe.is_fifo()


def test_a_protected_file_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    out.write_bytes(b"old")
    out.chmod(0o444)
    with pytest.raises(AtlasError, match="write-protected"):
        write_whole(out, b"new")
    assert out.read_bytes() == b"old"


def test_what_is_stopped_while_it_is_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "chmod", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.csv", b"new")
    assert not list(tmp_path.iterdir())


def test_a_name_that_is_too_long_is_said_before_anything_is_made(tmp_path: Path) -> None:
    for out in (tmp_path / f"{'あ' * 90}.png", tmp_path / ("a" * 300) / "a.png"):
        with pytest.raises(AtlasError, match="File name too long"):
            check_place(out)
        with pytest.raises(AtlasError, match="File name too long"):
            read_whole(out)
