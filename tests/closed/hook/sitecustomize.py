"""Write down of each Python process where it tried to connect and whose names it asked for.

Python imports this at its start where the folder stands on PYTHONPATH; an audit hook cannot be taken away again.
"""

from __future__ import annotations

import json
import os
import sys

LOG = os.environ.get("ATLAS_SOCKETS", "")
ASKED = {
    "socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0, "socket.getnameinfo": 0,
}
"""The events by which a process reaches for a host, and which of their arguments names it."""


def _write(**told: object) -> None:
    """Add one line; in one piece, for several processes write."""
    log = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(log, (json.dumps({"pid": os.getpid(), **told}, default=repr) + "\n").encode())
    os.close(log)


def _note(event: str, args: tuple[object, ...]) -> None:
    if event in ASKED:
        _write(event=event, to=args[ASKED[event]])


if LOG:
    _write(event="start", to=sys.orig_argv)
    sys.addaudithook(_note)
