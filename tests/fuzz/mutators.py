"""How the next case is made of the last: bytes spoilt, words put in, and what is packed spoilt inside."""

from __future__ import annotations

import io
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Sequence
from random import Random
from typing import Any

from tests.fuzz.target import Mutate, Spoil

EDGES = (b"\0", b"\xff", b"\x7f\xff", b"\x80\0\0\0", b"\xff\xff\xff\xff", b"\0\0\0\1", b"\0" * 6 + b"\xf8\x7f")
ON_ZIPS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, ValueError, RuntimeError, EOFError,
           ArithmeticError)
NODES: Sequence[Any] = (
    None, True, 0, -1, 1e308, -1e-320, 180, -180, 540, 90.0000001, "", "Point", "Feature", "MultiPolygon", "東京", [],
    {}, [[]], [0, 0], [139.75, 35.68, 9], {"type": "Polygon"}, {"type": "GeometryCollection", "geometries": []},
    [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]], [[[179, -10], [-179, -10], [-179, -12], [179, -12], [179, -10]]],
)


def spoil(data: bytes, random: Random) -> bytes:
    """Change bytes in one place: cut, doubled, put in or put over, as libFuzzer does where it is not there."""
    at = random.randrange(len(data) + 1)
    end = min(len(data), at + random.choice((0, 1, 1, 2, 4, 8, 32)))
    put = random.choice((b"", random.randbytes(random.choice((1, 1, 2, 4))), random.choice(EDGES), data[at:end] * 2))
    return data[:at] + put + data[end:]


def worded(*words: str | bytes) -> Mutate:
    """Make a mutator that puts words in, and spoils bytes by turns."""
    known = [word.encode() if isinstance(word, str) else word for word in words]

    def mutate(data: bytes, random: Random, step: Spoil) -> bytes:
        if random.random() < 0.5:
            return step(data)
        at = random.randrange(len(data) + 1)
        end = at if random.random() < 0.6 else min(len(data), at + random.randrange(1, 12))
        return data[:at] + random.choice(known) + data[end:]

    return mutate


def windowed(width: int = 48) -> Mutate:
    """Make a mutator that spoils a narrow window and, mostly, leaves all else in its place."""
    def mutate(data: bytes, random: Random, step: Spoil) -> bytes:
        at = random.randrange(max(1, len(data)))
        part = data[at : at + width]
        put = step(part)
        if random.random() < 0.8:
            put = (put + part[len(put) :])[: len(part)]
        return data[:at] + put + data[at + width :]

    return mutate


def zipped(inner: Mutate | None = None, *, members: Sequence[str] = ()) -> Mutate:
    """Make a mutator that unpacks a zip, spoils a member (one that ends as named, mostly) and packs it anew."""
    def mutate(data: bytes, random: Random, step: Spoil) -> bytes:
        if random.random() < 0.1:
            return step(data)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                found = {name: parts.read(name) for name in parts.namelist()}
        except ON_ZIPS:
            return step(data)
        likely = [name for name in found if name.endswith(tuple(members))]
        if not found:
            return step(data)
        name = random.choice(likely if likely and random.random() < 0.9 else list(found))
        part = found[name]
        return _repacked(found, name, inner(part, random, step) if inner else step(part), random)

    return mutate


def _repacked(found: dict[str, bytes], name: str, part: bytes, random: Random) -> bytes:
    """Pack members with one of them changed; now and then it goes, or stands under the name of another."""
    way = random.random()
    if way < 0.02:
        del found[name]
    elif way < 0.04:
        found[random.choice(list(found))] = part
    elif way < 0.05:
        found[random.choice(("../a", "/a", "a.shp", "doc.kml", "xl/vbaProject.bin", "__MACOSX/a", name.upper()))] = part
    else:
        found[name] = part
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        for called, member in found.items():
            parts.writestr(zipfile.ZipInfo(called), member)
    return content.getvalue()


def tree(*words: str) -> Mutate:
    """Make a mutator of JSON that changes a node of its tree, or its bytes where it is none."""
    bare = worded(*words)

    def mutate(data: bytes, random: Random, step: Spoil) -> bytes:
        if random.random() < 0.3:
            return bare(data, random, step)
        try:
            plain = json.loads(data)
        except (ValueError, RecursionError):
            return bare(data, random, step)
        places = list(_places(plain))
        if not places:
            return bare(data, random, step)
        holder, key = random.choice(places)
        _change(holder, key, random, random.choice(places), words)
        return json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace")

    return mutate


def _places(plain: Any, depth: int = 0) -> list[tuple[Any, Any]]:
    """List every place of a tree: what holds it, and under which key."""
    if depth > 20 or not isinstance(plain, dict | list):
        return []
    keys = list(plain) if isinstance(plain, dict) else list(range(len(plain)))
    return [place for key in keys for place in [(plain, key), *_places(plain[key], depth + 1)]]


def _change(holder: Any, key: Any, random: Random, other: tuple[Any, Any], words: Sequence[str]) -> None:
    way, copied = random.random(), json.dumps(other[0][other[1]])
    if way < 0.15:
        del holder[key]
    elif way < 0.4 and len(copied) < 2_000:
        holder[key] = json.loads(copied)
    elif way < 0.5 and isinstance(holder, list) and len(holder) < 50:
        holder.insert(key, json.loads(json.dumps(holder[key])))
    elif isinstance(holder[key], int | float) and way < 0.8:
        holder[key] = random.choice((random.uniform(-400, 400), -holder[key], holder[key] * 1e6, 0))
    else:
        holder[key] = random.choice((*NODES, *words))
