from __future__ import annotations

import math
import os
import subprocess
import sys

import pytest

from bench.gauge import Gauge, Reading, growth, line_of
from bench.process import cpu_ms_of, family, memory_mb_of, of_all, share_mb_of
from bench.served import Served

CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"


def test_growth_of_what_was_never_measured_is_not_a_number() -> None:
    assert math.isnan(growth([]))
    assert math.isnan(growth([0.0] * 10))


def test_growth_compares_the_end_with_the_middle_and_forgets_the_start() -> None:
    assert growth([1.0] * 50 + [100.0] * 25 + [110.0] * 25) == pytest.approx(10)
    assert growth([50.0] * 50 + [100.0] * 50) == pytest.approx(0)


def test_a_line_of_bars_begins_at_none() -> None:
    assert line_of([0.0, 50.0, 100.0]) == "▁▅█"
    assert line_of([]) == ""


@pytest.fixture
def gauge() -> Gauge:
    """Make 101 looks, a second apart: two changes a second of 100 ms each, of which nginx takes 2 and we 5."""
    gauge = Gauge(Served("", ()))
    gauge.readings = [Reading(float(at), 2 * at, 300.0 + at // 60, 200.0 * at, 4.0 * at, 10.0 * at, 1000.0 * at)
                      for at in range(101)]
    return gauge


def test_memory_is_told_by_the_minute(gauge: Gauge) -> None:
    assert gauge.minutes() == [300.0, 301.0]


def test_cpu_is_parted_between_the_server_nginx_ourselves_and_whoever_else_runs(gauge: Gauge) -> None:
    assert gauge.cpu_of_a_change() == pytest.approx((100, 2))
    whole = 10.0 * (os.cpu_count() or 1)
    taken = {"server": 200, "nginx": 4, "driver": 10, "others": 786}
    assert gauge.takers() == pytest.approx({name: ms / whole for name, ms in taken.items()})


def test_nothing_looked_at_takes_nothing_that_can_be_told() -> None:
    gauge = Gauge(Served("", ()))
    gauge.look(0)
    assert all(map(math.isnan, (*gauge.cpu_of_a_change(), gauge.takers()["server"])))


def test_what_a_process_starts_counts_with_it() -> None:
    with subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE) as parent:
        while len(found := [*family(parent.pid)]) < 2:
            assert parent.poll() is None
        alone = memory_mb_of(parent.pid)
        assert of_all(memory_mb_of, [parent.pid]) > alone > share_mb_of(parent.pid) > 0
        assert of_all(cpu_ms_of, found) >= 0
        parent.communicate(b"\n")
    assert [*family(parent.pid)] == [parent.pid]
    assert of_all(memory_mb_of, [parent.pid]) == 0
