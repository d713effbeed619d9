"""Files on disk: what a suffix stands for, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from i18n.errors import AtlasError
from i18n.text import Text
from scene.scene import Scene

UNKNOWN_SUFFIX = Text(
    "「{file}」の拡張子では保存できません。使えるもの: {known}。",
    "“{file}”: this suffix cannot be written. Use one of {known}.",
)
NO_FOLDER = Text("フォルダー「{folder}」がありません。", "There is no folder “{folder}”.")
NOT_WRITTEN = Text("「{file}」に書き込めません({why})。", "“{file}” cannot be written ({why}).")
SUFFIXES = (".png", ".csv", ".geojson")


def save_file(out: Path, build: Callable[[], Scene], *, size: str, dpi: int | None) -> None:
    """Write a scene in the format of the file's suffix; raises AtlasError."""
    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        raise AtlasError(UNKNOWN_SUFFIX.format(file=out.name, known=", ".join(SUFFIXES)))
    if not out.parent.is_dir():
        raise AtlasError(NO_FOLDER.format(folder=out.parent))
    write_whole(out, _content(suffix, build, size, dpi))


def write_whole(out: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there, so that nobody ever sees half of it."""
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(dir=out.parent, prefix=".", suffix=out.suffix)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(out)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise AtlasError(NOT_WRITTEN.format(file=out, why=error.strerror)) from None


def _content(suffix: str, build: Callable[[], Scene], size: str, dpi: int | None) -> bytes:
    # Each format brings libraries of its own, so it is imported only when it is asked for.
    if suffix == ".png":
        from render.paper import read_paper
        from render.static import save_png

        paper = read_paper(size, dpi)
        return save_png(build(), paper)
    from render.download import to_csv, to_geojson

    return to_csv(build()) if suffix == ".csv" else to_geojson(build())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
