"""Every way in, with whatever anybody may send: the kept cases again, new ones by chance, and the long run."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import runs
from tests.fuzz.mutators import spoil
from tests.fuzz.target import CORPORA, ENDING, FaultError, Target, find_target, names
from tests.profile import many

MOST_KEPT = 500_000
MOST_STEPS = 6
IN_PROCESS = 1_000_000
THROUGH_THE_PROCESS = 2_000
HERE = [name for name in names() if not find_target(name).apart]


def made(target: Target, number: int, steps: int) -> bytes:
    """Make a case of the corpus: the same for the same numbers."""
    random = Random(number)
    case = random.choice(target.corpus())
    for _step in range(steps):
        case = target.mutate(case, random, lambda part: spoil(part, random))[: target.longest]
    return case


def trying(target: Target, examples: int) -> Callable[[], None]:
    """Make the test that tries a target so many times."""
    @given(st.integers(0, 2**32 - 1), st.integers(1, MOST_STEPS))
    @settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def tries(number: int, steps: int) -> None:
        target.held(made(target, number, steps))

    return tries


def test_the_corpora_are_small_and_each_target_has_one() -> None:
    files = [path for path in CORPORA.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {ENDING}
    assert sum(path.stat().st_size for path in files) <= MOST_KEPT
    assert {path.parent.name for path in files} <= set(names())
    assert all(find_target(name).corpus() for name in names())


@pytest.mark.parametrize("name", HERE)
def test_each_kept_case_and_many_made_of_them_are_answered(name: str) -> None:
    target = find_target(name)
    for case in target.corpus():
        target.one(case)
    trying(target, many(sample=target.sample, prove=10 * target.sample))()


def test_an_upload_is_answered_by_its_process_however_it_was_spoilt() -> None:
    target = find_target("upload")
    for case in [path.read_bytes() for path in target.kept()]:
        target.one(case)
    trying(target, target.sample)()


def test_at_least_a_million_cases_are_asked_for() -> None:
    assert sum(find_target(name).runs for name in HERE) >= IN_PROCESS
    assert find_target("upload").runs >= THROUGH_THE_PROCESS


@pytest.mark.long
@pytest.mark.parametrize("name", names())
def test_the_long_run_finds_no_fault(name: str, tmp_path: Path) -> None:
    pytest.importorskip("atheris") if not find_target(name).apart else None
    done = runs.run(name, find_target(name).runs, keep=tmp_path)
    assert not done.faults, done.words
    assert done.cases >= find_target(name).runs


def test_a_case_that_makes_a_fault_is_told_and_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = "x\n=== Uncaught Python exception: ===\nFaultError: wrong\n\nstat::number_of_executed_units: 7\n"

    def ended(command: list[str], **_how: object) -> object:
        folder = Path(command[-1].removeprefix("--folder="))
        (folder / "faults" / "crash-1").write_bytes(b"bad")
        return subprocess.CompletedProcess(command, 77, said)

    monkeypatch.setattr(subprocess, "run", ended)
    done = runs.run("kinds", 7, keep=tmp_path)
    assert (done.cases, done.crashes, done.hangs) == (7, 1, 0)
    assert "FaultError: wrong" in done.words
    assert [path.read_bytes() for path in done.found] == [b"bad"]


def test_what_takes_too_long_is_a_fault() -> None:
    slow = Target("slow", counted, spoil_once, runs=1, sample=1, seconds=0.0)
    with pytest.raises(FaultError, match="of the processor"):
        slow.held(b"abc")


def counted(data: bytes) -> None:
    assert sum(range(len(data) * 100_000))


def spoil_once(data: bytes, random: Random, _step: object) -> bytes:
    return spoil(data, random)
