"""Every kind of bad or odd file that the tests know, read as the page reads it: what is said of it and what it takes.

`python -m bench.own_bad` measures and prints, in both languages; `--write` also puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from bench.process import memory_mb_of
from bench.report import machine, save
from i18n.errors import AtlasError
from i18n.text import Text
from own import process
from own.question import QuestionError
from own.reading import Own, read_own
from own.report import Treatment
from tests.own.bad_files import CASES, Case, says
from tests.own.counted import Counted, held

FORGET_THE_PEAK = "5"  # to clear_refs, proc(5)
SPOKEN = {"refused": 0, "asked": 0, "repaired": 0, "read": 0}
INTRO = """## Bad and odd files of a person's own

`python -m bench.own_bad --write`; {count} kinds of file (`tests/own/bad_files.py`), each read as the page reads it: in
a process of its own, by its real limits. Seconds are by the clock, then of the processor (both processes together), on
a slow machine that others use as well ({machine}, load average {load:.1f} at the end). Memory is what the reading
process held at most, its libraries included; the server's is what it grew by meanwhile.

"""
HEAD = "| kind of file | treatment | what is said (in English) | s | CPU s | MB |\n|---|---|---|---:|---:|---:|\n"


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one file."""

    kind: str
    treatment: str
    said: Text
    is_right: bool
    seconds: float
    cpu: float
    child_mb: float
    server_mb: float
    left: int  # files


def main() -> None:
    """Read them all, print, and if asked write."""
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        process.ENVIRONMENT["TMPDIR"] = folder  # what a library of the reader would leave is seen as well
        process.subprocess = SimpleNamespace(**vars(subprocess) | {"Popen": Counted})  # type: ignore[attr-defined, assignment]
        every = [looked_at(case, Path(folder)) for case in (CASES[0], *CASES)][1:]  # the first one warms up
        tempfile.tempdir = None
    for one in every:
        sys.stdout.write(f"{one.kind}: {one.treatment}\n  {one.said.ja}\n  {one.said.en}\n")
    text = summary(every) + "\n" + HEAD + "".join(map(line, every))
    sys.stdout.write(f"\n{text}")
    if "--write" in sys.argv:
        save("own-bad", INTRO.format(count=len(every), machine=machine(), load=os.getloadavg()[0]) + text)


def looked_at(case: Case, folder: Path) -> Seen:
    """Read one file and tell what came of it."""
    content = case.make()
    Counted.ran.clear()
    gc.collect()
    Path("/proc/self/clear_refs").write_text(FORGET_THE_PEAK, "ascii")
    before, cpu, start = memory_mb_of(os.getpid()), time.process_time(), time.perf_counter()
    outcome = treated(case, content)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    grown = held(os.getpid()) / 1000 - before
    cpu += sum(each.used.ru_utime + each.used.ru_stime for each in Counted.ran if each.used)
    child = max((each.most / 1000 for each in Counted.ran), default=0.0)
    treatment, said, is_right = judged(case, outcome)
    return Seen(case.id, treatment, said, is_right, seconds, cpu, child, grown, len(list(folder.iterdir())))


def treated(case: Case, content: bytes) -> Own | AtlasError:
    """Read a file, or give the error."""
    try:
        return read_own(content, case.name, case.answers)
    except AtlasError as error:
        return error


def judged(case: Case, outcome: Own | AtlasError) -> tuple[str, Text, bool]:
    """Name the treatment, give the sentence that matters, and tell whether both are as the tests ask."""
    if isinstance(outcome, AtlasError):
        part = outcome.part if isinstance(outcome, QuestionError) else None
        return "asked" if part else "refused", outcome.text, part == case.asks and says(case.says, outcome.text)
    notes = outcome.report.notes
    told = next((note.text for note in notes if says(case.says, note.text)), Text("", ""))
    is_touched = any(note.treatment in (Treatment.REPAIRED, Treatment.LEFT_OUT) for note in notes)
    return "repaired" if is_touched else "read", told, bool(told.en) and len(outcome.rows) == case.rows


def summary(every: Sequence[Seen]) -> str:
    """Put the counts and the worst of each figure above the table."""
    counts = Counter(one.treatment for one in every)
    refused = [one for one in every if one.treatment == "refused"]
    rows = (
        ("kinds of file", f"{len(every)}", "≥ 60"),
        ("refused / asked / repaired and said / read", " / ".join(str(counts[key]) for key in SPOKEN), ""),
        ("not as it must be", f"{sum(not one.is_right for one in every)}", "0"),
        ("slowest of all, s (CPU)", f"{most(every, 'seconds'):.1f} ({most(every, 'cpu'):.1f})", "≤ 10"),
        ("slowest that is refused, s (CPU)", f"{most(refused, 'seconds'):.1f} ({most(refused, 'cpu'):.1f})", "≤ 2"),
        ("most memory of a reading process, MB", f"{most(every, 'child_mb'):.0f}", "≤ 300 and its libraries"),
        ("most that the server grew by, MB", f"{most(every, 'server_mb'):.0f}", "≤ 300"),
        ("files left on disk", f"{sum(one.left for one in every)}", "0"),
    )
    return "| bad files | seen | promise |\n|---|---:|---|\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def most(every: Sequence[Seen], figure: str) -> float:
    """Give the worst of one figure."""
    return max(float(getattr(one, figure)) for one in every)


def line(one: Seen) -> str:
    """Write a line of the table; what a file says of itself stays words."""
    said = " ".join(one.said.en.split()).replace("|", "\\|").replace("<", "&lt;")
    treatment = one.treatment if one.is_right else f"**{one.treatment}: not as it must be**"
    return f"| {one.kind} | {treatment} | {said} | {one.seconds:.1f} | {one.cpu:.1f} | {one.child_mb:.0f} |\n"


if __name__ == "__main__":
    main()
