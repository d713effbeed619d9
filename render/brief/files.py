"""Documents as files: what a format is called, what it holds, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from analysis.document import Document
from i18n.errors import AtlasError
from i18n.text import Text
from render.brief.formats import Format
from render.files import check_folder, write_whole

NEEDS_A_FILE = Text(
    "{format} は標準出力に書けません。--out で保存先を指定してください。",
    "A file of the format {format} cannot go to standard output: name a file with --out.",
)
UNKNOWN_SUFFIX = Text(
    "「{file}」の拡張子からは形式が分かりません。使えるもの: {known}。--format でも指定できます。",
    "“{file}”: its suffix names no format. Use one of {known}, or give --format.",
)


def format_of(out: Path | None, asked: Format | None) -> Format:
    """Give the format asked for, else that of the file's suffix, else Markdown; raises AtlasError."""
    if asked or out is None:
        return asked or Format.MD
    suffix = out.suffix.lower().removeprefix(".")
    if suffix not in list(Format):
        raise AtlasError(UNKNOWN_SUFFIX.format(file=out.name, known=", ".join(f".{known}" for known in Format)))
    return Format(suffix)


def save_document(document: Document, out: Path, format: Format) -> None:
    """Write a document to a file; raises AtlasError."""
    check_folder(out)
    write_whole(out, content_of(document, format))


def print_document(document: Document, format: Format) -> str:
    """Give a document as text for standard output; raises AtlasError for a format that is no text."""
    if not format.is_text:
        raise AtlasError(NEEDS_A_FILE.format(format=format.value))
    return content_of(document, format).decode()


def content_of(document: Document, format: Format) -> bytes:
    """Write a document in a format, with its map where the format holds pictures."""
    # Each format brings libraries of its own, so it is imported only when it is asked for.
    match format:
        case Format.MD:
            from render.brief.markdown import to_markdown

            return to_markdown(document).encode()
        case Format.JSON:
            from render.brief.records import to_json

            return to_json(document).encode()
        case Format.HTML:
            from render.brief.html import to_html
            from render.brief.picture import picture_of

            return to_html(document, picture_of(document)).encode()
        case Format.DOCX:
            from render.brief.picture import picture_of
            from render.brief.word import to_docx

            return to_docx(document, picture_of(document))
        case Format.PDF:
            from render.brief.pdf import to_pdf
            from render.brief.picture import outline_of

            return to_pdf(document, outline_of(document))
