from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from _pytest.mark import ParameterSet

from i18n.errors import AtlasError
from own import process, reading
from own.limits import MOST_MEMORY
from own.question import QuestionError
from own.reading import Own, read_own
from tests.own.bad_files import CASES, SLOW_TO_START, Case, says
from tests.own.counted import Counted
from tests.own.here import read_here

SECONDS = 2.0  # of the processor, for what is refused
AT_START = 200_000  # KB that the biggest of the readers takes before it reads


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the process time on a busy machine (its processor time stays limited), and a temp folder to look into."""
    monkeypatch.setattr(process, "MOST_SECONDS", 120)
    monkeypatch.setattr(process, "subprocess", SimpleNamespace(**vars(subprocess) | {"Popen": Counted}))
    Counted.ran.clear()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def treated(case: Case, content: bytes) -> Own | AtlasError:
    """Read a file, or give the error."""
    try:
        return read_own(content, case.name, case.answers)
    except AtlasError as error:
        return error


def assert_treatment(case: Case, outcome: Own | AtlasError) -> None:
    """Hold an outcome against what the table says."""
    if isinstance(outcome, Own):
        assert not case.asks
        assert len(outcome.rows) == case.rows
        assert any(says(case.says, note.text) for note in outcome.report.notes), outcome.report.sentences()
    else:
        assert case.rows == 0, outcome.text
        assert says(case.says, outcome.text), outcome.text
        assert (outcome.part if isinstance(outcome, QuestionError) else None) == case.asks


def apart() -> Iterator[ParameterSet]:
    """Give the cases that are read in a process of their own: in a quick run, of those slow to start each third."""
    for case in CASES:
        again = case in SLOW_TO_START and SLOW_TO_START.index(case) % 3
        yield pytest.param(case, id=case.id, marks=[pytest.mark.long] if again else [])


def test_at_least_sixty_kinds_are_tried_and_none_twice() -> None:
    assert len(CASES) >= 60
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", list(apart()))
def test_each_bad_or_odd_file_gets_its_treatment_and_leaves_nothing_behind(case: Case, patient: Path) -> None:
    content = case.make()
    started = time.process_time()
    outcome = treated(case, content)
    spent = time.process_time() - started
    assert_treatment(case, outcome)
    for each in Counted.ran:  # none, where the file is refused by its size alone
        assert each.used
        spent += each.used.ru_utime + each.used.ru_stime
        assert each.most * 1024 < AT_START * 1024 + MOST_MEMORY
        with pytest.raises(ProcessLookupError):
            os.kill(each.pid, 0)
    assert spent < SECONDS * (1 if isinstance(outcome, AtlasError) else 5)
    assert not list(patient.iterdir())


def test_a_file_of_words_is_read_in_a_process_of_its_own() -> None:
    read_own("緯度,経度\n35,139\n".encode(), "表.csv")
    assert [each.returncode for each in Counted.ran] == [0]
    assert Counted.ran[0].most > 10_000


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in SLOW_TO_START])
def test_the_others_get_the_same_treatment_within_one_process(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_apart", read_here)
    assert_treatment(case, treated(case, case.make()))
