"""What a running process has used, as Linux tells it."""

from __future__ import annotations

import os
import re
from pathlib import Path


def cpu_ms_of(process: int) -> float:
    """Give the CPU time that a process has used, in ms."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb_of(process: int) -> float:
    """Give the memory that a process holds now (resident), in MB."""
    found = re.search(r"VmRSS:\s*(\d+) kB", Path(f"/proc/{process}/status").read_text("utf-8"))
    return int(found[1]) / 1000 if found else 0.0
