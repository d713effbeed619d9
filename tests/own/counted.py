"""A process that tells what it took: seconds of the processor, and the memory that it held at most."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import time
from pathlib import Path
from typing import ClassVar


class Counted(subprocess.Popen[bytes]):
    """A process that tells what it took, whatever other children this one has had."""

    ran: ClassVar[list[Counted]] = []
    used: resource.struct_rusage | None = None
    most = 0
    """KB that it held at once; what rusage tells of that is its parent's, from before it became a program."""

    def wait(self, timeout: float | None = None) -> int:
        self.ran.append(self)
        deadline = time.monotonic() + (timeout or 0)
        while self.returncode is None:
            self.most = max(self.most, held(self.pid))
            pid, status, used = os.wait4(self.pid, os.WNOHANG)
            if pid:
                self.returncode, self.used = os.waitstatus_to_exitcode(status), used
            elif timeout is not None and time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(self.args, timeout)
            else:
                time.sleep(0.002)
        return self.returncode


def held(pid: int) -> int:
    """Read the peak of what a process holds, KB; 0 when it has just ended."""
    found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{pid}/status").read_text("ascii"))
    return int(found[1]) if found else 0
