"""Files on disk: how they are named, what a suffix stands for; written whole or not at all, and read whole."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from i18n.errors import AtlasError
from i18n.text import Text
from render.picture.kinds import FileKind
from scene.choice import DEFAULT_SIZE
from scene.limits import LARGEST_MB, MB
from scene.paper import Paper, read_paper
from scene.scene import Scene

UNKNOWN_SUFFIX = Text(
    "「{file}」の拡張子では保存できません。使えるもの: {known}。",
    "“{file}”: this suffix cannot be written. Use one of {known}.",
)
NO_FOLDER = Text("フォルダー「{folder}」がありません。", "There is no folder “{folder}”.")
NOT_WRITTEN = Text("「{file}」に書き込めません({why})。", "“{file}” cannot be written ({why}).")
LEFT_ALONE = Text(
    "「{file}」は書き込み禁止か、通常のファイルではないため、そのままにしました。",
    "“{file}” is write-protected or no ordinary file; it was left alone.",
)
NO_FILE = Text("ファイル「{file}」がありません。", "There is no file “{file}”.")
NOT_READ = Text("「{file}」を読めません({why})。", "“{file}” cannot be read ({why}).")
PLAIN_SLIDE = Text(
    "「{file}」は画像のままのスライドにできません。--plain は .pptx だけに使えます。",
    "“{file}” cannot be a slide that is a picture: --plain goes with .pptx only.",
)
TOO_LARGE = Text(
    "「{file}」は大きすぎます({size} MB)。{most} MB までのファイルを読めます。",
    "“{file}” is too large ({size} MB); files of at most {most} MB can be read.",
)
SLIDES = ".pptx"
PICTURES = tuple(dict.fromkeys(f".{kind.suffix}" for kind in FileKind))
MOST_NAMED = 3
"""Places in the name of a file; of more it names none."""
SUFFIXES = (*PICTURES, ".html", ".csv", ".xlsx", ".geojson", ".gpkg")


def save_file(
    out: Path, build: Callable[[], Scene], *, size: str | None, dpi: int | None, plain: bool = False
) -> None:
    """Write a scene in the format of the file's suffix; a size or dpi wins over the scene's. Raises AtlasError."""
    suffix = check_suffix(out, SUFFIXES)
    if plain and suffix != SLIDES:
        raise AtlasError(PLAIN_SLIDE.format(file=out.name))
    check_place(out)
    write_whole(out, _picture(FileKind.PLAIN if plain else FileKind(suffix[1:]), build, size, dpi)
                if suffix in PICTURES else _content(suffix, build))


def check_suffix(out: Path, known: Sequence[str]) -> str:
    """Give a file's suffix when it is one of those known; raises AtlasError."""
    suffix = out.suffix.lower()
    if suffix not in known:
        raise AtlasError(UNKNOWN_SUFFIX.format(file=out.name, known=", ".join(known)))
    return suffix


def check_folder(out: Path) -> None:
    """Make sure that a file's folder is there before anything is made; raises AtlasError."""
    with _saying(NOT_WRITTEN, out):
        if not out.parent.is_dir():
            raise AtlasError(NO_FOLDER.format(folder=out.parent))


def check_place(out: Path) -> None:
    """Make sure, before a file is made, that it may stand where it is to stand; raises AtlasError."""
    check_folder(out)
    real = Path(os.path.realpath(out))
    with _saying(NOT_WRITTEN, out):
        if real.exists() and not (real.is_file() and real.stat().st_mode & stat.S_IWUSR):
            raise AtlasError(LEFT_ALONE.format(file=out))


def make_folder(folder: Path) -> None:
    """Make a folder that is not there; raises AtlasError."""
    with _saying(NOT_WRITTEN, folder):
        folder.mkdir(exist_ok=True)


def file_name(scene: Scene, suffix: str, *what: str) -> str:
    """Name a file by what it is, the places it shows and the data's date: a folder of them can be told apart."""
    places = sorted([*scene.choice.region, *scene.choice.country])
    return name_of([*what, *(places if len(places) <= MOST_NAMED else [])], scene.as_of, suffix)


def name_of(ids: Iterable[str], as_of: str, suffix: str) -> str:
    """Name a file by the ids of what it shows and the data's date."""
    return f"{'-'.join(['tenkai-atlas', *ids, as_of]).lower()}.{suffix}"


def write_whole(out: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there, so that nobody ever sees half of it; raises AtlasError.

    A link is followed. What is no ordinary file, or is marked as not to be written, is left alone.
    """
    check_place(out)
    beside, out = "", Path(os.path.realpath(out))
    try:
        with _saying(NOT_WRITTEN, out):
            handle, beside = tempfile.mkstemp(dir=out.parent, prefix=".", suffix=out.suffix)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).chmod(0o666 & ~_umask())
            Path(beside).replace(out)
    finally:
        if beside:
            Path(beside).unlink(missing_ok=True)  # also when a person stops it


def read_whole(file: Path) -> bytes:
    """Read a file that a person names; raises AtlasError when it is not there, no ordinary file, or too large."""
    with _saying(NOT_READ, file):
        if not file.is_file():
            raise AtlasError(NO_FILE.format(file=file))
        size = file.stat().st_size
        if size > LARGEST_MB * MB:
            raise AtlasError(TOO_LARGE.format(file=file.name, size=size // MB, most=LARGEST_MB))
        return file.read_bytes()


@contextmanager
def _saying(sentence: Text, file: Path) -> Iterator[None]:
    """Let what the system says of a place become a sentence: a name that is too long, a disk that is full."""
    try:
        yield
    except OSError as error:
        raise AtlasError(sentence.format(file=file, why=error.strerror)) from None


# Each format brings libraries of its own, so it is imported only when it is asked for.


def _picture(kind: FileKind, build: Callable[[], Scene], size: str | None, dpi: int | None) -> bytes:
    from render.lean import load_matplotlib

    load_matplotlib()
    from render.picture.save import save

    read_paper(size or DEFAULT_SIZE, dpi)  # a wrong size is told before any data is read
    scene = build()
    paper = read_paper(size or scene.choice.size, dpi or scene.choice.dpi or None)
    return save(_on(scene, paper), paper, kind)


def _content(suffix: str, build: Callable[[], Scene]) -> bytes:
    if suffix == ".html":
        from render.onefile.page import to_html

        return to_html(build())
    return _writer(suffix)(build())


def _on(scene: Scene, paper: Paper) -> Scene:
    """Put a paper into the choice of a scene: what the picture remembers is drawn alike when it is opened again."""
    size, dpi = paper.asked
    return replace(scene, choice=replace(scene.choice, size=size, dpi=dpi))


def _writer(suffix: str) -> Callable[[Scene], bytes]:
    match suffix:
        case ".csv":
            from render.download.csv_file import to_csv as write
        case ".xlsx":
            from render.download.xlsx import to_xlsx as write
        case ".gpkg":
            from render.download.gpkg import to_gpkg as write
        case _:
            from render.download.geojson import to_geojson as write
    return write


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
