"""Ask for known weaknesses of the libraries that the atlas runs on (a part of `make prove`; needs the network).

Exit codes: 0 none is known, or nobody could be asked, and then one line says so; 1 some are, each named, or the lock
cannot be read.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from typing import Any, Final

from scripts.bundle import LOCK
from scripts.pins import ROOT

OUT_OF_REACH: Final = ("Tip: your network may be blocking this service", "Max retries exceeded", "Could not connect",
                       "Connection refused", "Name or service not known", "timed out")
"""What pip-audit 2.10 says when nobody answers."""
NOT_ASKED: Final = "NOT AUDITED: the list of known weaknesses cannot be reached from here ({why})."
NO_LIST: Final = "whoever answered has no such list: {why}"
CLEAN: Final = "Audited: no weakness is known of {count} libraries."
LEFT: Final = "NOT AUDITED, nothing is known of them either way: {names}."
FOUND: Final = "{name} {version}: {id} {aliases} (mended in: {fixed})"


def audit(lock: str = LOCK, *, options: Sequence[str] = ()) -> tuple[int, list[str]]:
    """Ask about every library of a lock file; give the exit code and what to say."""
    with tempfile.TemporaryDirectory(prefix="atlas-audit-") as cache:
        fixed = ["--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off", "--desc", "off"]
        command = [sys.executable, "-m", "pip_audit", "--requirement", lock, *fixed, "--cache-dir", cache, *options]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        asked: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, LookupError):
        return _not_asked(done.stderr)
    return _judged(asked)


def _judged(asked: list[dict[str, Any]]) -> tuple[int, list[str]]:
    """Tell what was found; a mere mirror of packages knows of none, and pip-audit 2.10 then says that none is known."""
    left = [each for each in asked if "skip_reason" in each]
    if len(left) == len(asked):
        return 0, [NOT_ASKED.format(why=NO_LIST.format(why=left[0]["skip_reason"] if left else "nothing was asked"))]
    found = list(_found(asked))
    says = found or [CLEAN.format(count=len(asked) - len(left))]
    names = ", ".join(each["name"] for each in left)
    return (1 if found else 0), [*says, *([LEFT.format(names=names)] if left else [])]


def _not_asked(said: str) -> tuple[int, list[str]]:
    """Tell a network that is closed, which is no fault, from anything else."""
    last = (said.strip().splitlines() or ["nothing was said"])[-1][:200]
    is_closed = any(sign in said for sign in OUT_OF_REACH)
    return (0, [NOT_ASKED.format(why=last)]) if is_closed else (1, [last])


def _found(asked: list[dict[str, Any]]) -> Iterator[str]:
    for each in asked:
        for weakness in each.get("vulns", []):
            yield FOUND.format(
                name=each["name"], version=each["version"], id=weakness["id"],
                aliases=", ".join(weakness.get("aliases", [])),
                fixed=", ".join(weakness.get("fix_versions", [])) or "nothing yet",
            )


if __name__ == "__main__":
    code, lines = audit(options=sys.argv[1:])
    print("\n".join(lines))
    sys.exit(code)
