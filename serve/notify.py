"""The word to systemd that the server answers now, where it was started by a unit that waits for one (Type=notify)."""

from __future__ import annotations

import os
import socket
from contextlib import suppress

READY, STOPPING = "READY=1", "STOPPING=1"


def notify(state: str) -> None:
    """Tell systemd a state; nobody else asks for one, and a word that cannot be told stops nothing."""
    place = os.environ.get("NOTIFY_SOCKET", "")
    if place.startswith(("/", "@")):
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as way:
            way.sendto(state.encode("ascii"), place.replace("@", "\0", 1) if place.startswith("@") else place)
