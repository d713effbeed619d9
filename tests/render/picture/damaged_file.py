"""Ways to spoil an export for a test: a damage to the drawing before it becomes a file, a change of the file itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfWriter

from render.picture.draw import Drawing, draw
from render.picture.memory import png_chunks
from render.picture.proof.proof import prove
from render.picture.save import SETTINGS, FileKind, _content
from scene.choice import Choice
from scene.paper import Paper
from scene.scene import Scene, build_scene

Patch = pytest.MonkeyPatch
Spoil = Callable[[Patch], None]


def damaged(damage: Callable[[Drawing], None]) -> Spoil:
    """Damage the drawing after it is drawn, before it becomes a file."""

    def spoil(patch: Patch) -> None:
        def draw_damaged(*args: Any) -> Drawing:
            drawing = draw(*args)
            damage(drawing)
            return drawing

        patch.setattr("render.picture.save.draw", draw_damaged)

    return spoil


def rewritten(change: Callable[[bytes], bytes]) -> Spoil:
    """Change the file after it is written, before it is proved; the good file is written once for all its changes."""

    def spoil(patch: Patch) -> None:
        patch.setattr("render.picture.save.draw", lambda scene, paper: _drawn(scene.choice, paper))
        patch.setattr("render.picture.save._content", _written)
        patch.setattr("render.picture.save.prove", lambda drawing, content, kind: prove(drawing, change(content), kind))

    return spoil


@cache
def _drawn(choice: Choice, paper: Paper) -> Drawing:
    return draw(build_scene(choice), paper)


def _written(drawing: Drawing, kind: FileKind) -> bytes:
    return _file_of(drawing.scene.choice, drawing.canvas.paper, kind)


@cache
def _file_of(choice: Choice, paper: Paper, kind: FileKind) -> bytes:
    return _content(_drawn(choice, paper), kind)


def without(step: str, left: object) -> Spoil:
    """Leave a step of the drawing out."""
    return lambda patch: patch.setattr(f"render.picture.draw.{step}", lambda *_args, **_options: left)


def told(scene: Scene | None, **changes: Any) -> Callable[[bytes], bytes]:
    """Write a PNG anew: with the memory of another scene or none, in another size or resolution."""

    def change(content: bytes) -> bytes:
        image, file = Image.open(BytesIO(content)), BytesIO()
        sized = image.resize(changes.get("size", image.size))
        chunks = png_chunks(scene) if scene else None
        sized.save(file, "png", dpi=(changes.get("dpi", 144),) * 2, pnginfo=chunks)
        return file.getvalue()

    return change


def forgetful(content: bytes) -> bytes:
    """Take the packet out of a file, its length kept."""
    return content.replace(b"<?xpacket begin", b"<?xpockit begin").replace(b"tEXtQuery", b"tEXtQuark")


def flipped(content: bytes) -> bytes:
    """Change one bit in the middle of a file."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1:]


def two_pages(content: bytes) -> bytes:
    writer, file = PdfWriter(), BytesIO()
    for _ in range(2):
        writer.append(BytesIO(content))
    writer.write(file)
    return file.getvalue()


def linked(content: bytes) -> bytes:
    return content.replace(b"<defs>", b'<a xlink:href="https://example.invalid/"/><defs>', 1)


def texted(patch: Patch) -> None:
    patch.setitem(SETTINGS, "svg.fonttype", "none")


def type_three(patch: Patch) -> None:
    patch.setitem(SETTINGS, "pdf.fonttype", 3)
