"""The process that tries one target: atheris leads it by the branches that its cases take, or, apart, by chance alone.

It is started by tests.fuzz.runs, and ends at the first fault; the case that made it lies in the folder of the faults.
"""

from __future__ import annotations

import sys
import time
import traceback
from argparse import ArgumentParser, Namespace
from hashlib import sha1
from pathlib import Path
from random import Random

from tests.fuzz.mutators import spoil
from tests.fuzz.target import Target, find_target

TRACED = ("i18n", "geo", "layers", "scene", "analysis", "desk", "own", "render", "commands", "cli", "openpyxl", "pptx")
"""Packages whose branches lead the search."""
HANG = 120
"""Seconds by the clock after which a case counts as one that never ends, whatever it waits for."""
MOST_MB = 3_000
UNCAUGHT = "=== Uncaught Python exception: ==="
"""What atheris writes over a traceback."""


def main(words: list[str]) -> None:
    """Try a target so many times."""
    parser = ArgumentParser()
    parser.add_argument("name")
    for number in ("--runs", "--seed", "--seconds"):
        parser.add_argument(number, type=int)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--apart", action="store_true")
    asked = parser.parse_args(words)
    (_lead_by_chance if asked.apart else _lead_by_branches)(asked)


def _lead_by_branches(asked: Namespace) -> None:
    import atheris

    with atheris.instrument_imports(include=list(TRACED)):
        target = find_target(asked.name)
        for number, case in enumerate(target.corpus()):  # what is imported late is traced as well
            if _is_sound(target, case, asked.folder):
                (asked.folder / "cases" / f"{number:03}").write_bytes(case)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        made = target.mutate(data, random, lambda part: bytes(atheris.Mutate(part, len(part) + 64)))
        return made[:most]

    options = {"atheris_runs": asked.runs, "seed": asked.seed, "max_total_time": asked.seconds, "timeout": HANG,
               "rss_limit_mb": MOST_MB, "len_control": 0, "max_len": target.longest, "print_final_stats": 1,
               "artifact_prefix": f"{asked.folder}/faults/"}
    atheris.Setup([sys.argv[0], *(f"-{key}={value}" for key, value in options.items()), f"{asked.folder}/cases"],
                  target.held, custom_mutator=mutate)
    atheris.Fuzz()


def _is_sound(target: Target, case: bytes, folder: Path, *, timed: bool = False) -> bool:
    """Take a case; one that makes a fault is put where faults lie, with its traceback told."""
    try:
        (target.held if timed else target.one)(case)
    except Exception:  # noqa: BLE001  every kind is a fault
        sys.stderr.write(f"{UNCAUGHT}\n{traceback.format_exc()}\n")
        (folder / "faults" / f"crash-{sha1(case, usedforsecurity=False).hexdigest()}").write_bytes(case)
        return False
    return True


def _lead_by_chance(asked: Namespace) -> None:
    """Try a target that reads in processes of its own: cases made of the corpus, the same ones for the same seed."""
    target, random = find_target(asked.name), Random(asked.seed)
    corpus, started, number = target.corpus(), time.monotonic(), -1
    for number in range(asked.runs):
        if asked.seconds and time.monotonic() - started > asked.seconds:
            break
        case = corpus[number] if number < len(corpus) else random.choice(corpus)
        for _step in range(random.randrange(1, 5) if number >= len(corpus) else 0):
            case = target.mutate(case, random, lambda part: spoil(part, random))
        _is_sound(target, case, asked.folder, timed=True)
    sys.stderr.write(f"stat::number_of_executed_units: {number + 1}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
