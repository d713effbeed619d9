from __future__ import annotations

import os
import re
import resource
import tempfile
import time
from pathlib import Path

import pytest

from i18n.errors import AtlasError
from i18n.text import Lang, Text
from own import process
from own.limits import MOST_MEMORY
from own.question import QuestionError
from own.reading import Own, read_own
from tests.own.bad_files import CASES, Case

SECONDS = 2.0  # of the processor, for what is refused
BRACED = re.compile(r"\\\{\w+\\\}")
AT_START = 200_000  # KB that the biggest of the readers takes before it reads


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the process time on a busy machine (its processor time stays limited), and a temp folder to look into."""
    monkeypatch.setattr(process, "MOST_SECONDS", 120)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def says(pattern: Text, told: Text) -> bool:
    """Tell whether a sentence is this phrase with its braces filled, in both languages."""
    return all(
        re.match(BRACED.sub(".*", re.escape(pattern[lang])), told[lang], re.DOTALL) and "{" not in told[lang]
        for lang in Lang
    )


def treated(case: Case, content: bytes) -> Own | AtlasError:
    """Read a file, or give the error."""
    try:
        return read_own(content, case.name, case.answers)
    except AtlasError as error:
        return error


def test_at_least_sixty_kinds_are_tried_and_none_twice() -> None:
    assert len(CASES) >= 60
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_each_bad_or_odd_file_gets_its_treatment_and_leaves_nothing_behind(case: Case, patient: Path) -> None:
    content = case.make()
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.process_time()
    outcome = treated(case, content)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if isinstance(outcome, Own):
        assert not case.asks
        assert len(outcome.rows) == case.rows
        assert any(says(case.says, note.text) for note in outcome.report.notes), outcome.report.sentences()
    else:
        assert case.rows == 0, outcome.text
        assert says(case.says, outcome.text), outcome.text
        assert (outcome.part if isinstance(outcome, QuestionError) else None) == case.asks
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime + time.process_time() - started
    assert spent < SECONDS * (1 if isinstance(outcome, AtlasError) else 5)
    assert after.ru_maxrss * 1024 < AT_START * 1024 + MOST_MEMORY
    assert not list(patient.iterdir())
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
