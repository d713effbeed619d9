"""Write the lock files that pip installs from: every library with the SHA-256 of each of its files (`make lock`).

People read and change requirements*.txt; what is locked follows from them, on every system and Python that we support.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Final

from scripts.pins import ROOT, Pin

LOCKS: Final = {"requirements.txt": "requirements.lock", "requirements-dev.txt": "requirements-dev.lock"}
OLDEST_PYTHON: Final = "3.11"
IN_A_BROWSER: Final = ("httpx2-jsfetch",)
"""What libraries need where Python itself runs in a browser, as the atlas never does."""
HEAD: Final = "# Made of {name} by `make lock`; pip takes no file whose SHA-256 does not stand here.\n"
ENTRY: Final = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[\w.+!]+)(?: ; (?P<marker>[^\\\n]+?))?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})*)$",
    re.MULTILINE,
)


def lock(name: str) -> str:
    """Lock a requirements file, with what its libraries need on other systems too; needs the registry."""
    options = ("--universal", "--generate-hashes", "--no-annotate", "--no-header", "--quiet",
               *(f"--no-emit-package={each}" for each in IN_A_BROWSER))
    command = [sys.executable, "-m", "uv", "pip", "compile", name, *options, "--python-version", OLDEST_PYTHON]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return HEAD.format(name=name) + done.stdout


def read_lock(name: str) -> dict[Pin, str]:
    """Give the libraries of a lock file, each with its hashes as they stand there."""
    found = ENTRY.finditer((ROOT / name).read_text("utf-8"))
    return {Pin(each["name"], each["version"], each["marker"] or ""): each["hashes"] for each in found}


def main() -> None:
    """Write all lock files."""
    for name, locked in LOCKS.items():
        (ROOT / locked).write_text(lock(name), "utf-8")


if __name__ == "__main__":
    main()
