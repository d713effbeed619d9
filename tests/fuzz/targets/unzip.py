"""What unpacks every zip that a person brings: within its limits, or refused in a sentence."""

from __future__ import annotations

from i18n.errors import AtlasError
from own.limits import MOST_MEMBERS, MOST_UNPACKED
from own.unzip import unzip
from tests.fuzz.mutators import worded, zipped
from tests.fuzz.target import FaultError, Target, said

WORDS = (
    b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"\0\0", b"\xff\xff",
    b"\xff\xff\xff\xff", b"\x08\0", b"\x0c\0", b"\x0e\0", b"\x63\0", b"\x5d\0", b"../", b"\\", b"C:", b"\x81\x40",
    b"\0", b"\x01\0\x18\0",
)


def one(data: bytes) -> None:
    """Unpack; what is kept stays within the limits and under names that lead nowhere else."""
    try:
        kept = unzip(data, "a.zip", lambda _member: True)
    except AtlasError as error:
        said(error.text)
        return
    if len(kept) > MOST_MEMBERS or sum(map(len, kept.values())) > MOST_UNPACKED:
        raise FaultError("more than may be")
    if any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in kept):
        raise FaultError(f"a way out: {list(kept)}")


def _mutate_both() -> Target:
    inside, outside = zipped(), worded(*WORDS)
    return Target("unzip", one, lambda data, random, step: (
        inside if random.random() < 0.25 else outside)(data, random, step), runs=120_000, sample=200)


TARGET = _mutate_both()
