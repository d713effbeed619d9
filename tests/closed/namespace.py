"""A network namespace of its own: nothing but loopback is there, whatever a program tries."""

from __future__ import annotations

import fcntl
import socket
import struct
import subprocess

ALONE = ("unshare", "--map-root-user", "--net")
OUTSIDE = ("192.0.2.1", 443)
"""An address that no host ever has (RFC 5737)."""
SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41  # SIOCSIFFLAGS; IFF_UP | IFF_RUNNING


def refusal() -> str:
    """Say why there is no namespace on this machine; "" where there is one."""
    try:
        done = subprocess.run([*ALONE, "true"], capture_output=True, text=True, check=False)
    except OSError as error:  # no Linux, or one without unshare
        return str(error)
    return "" if done.returncode == 0 else done.stderr.strip() or f"unshare left with {done.returncode}"


def wake_loopback() -> None:
    """Switch on the loopback device, the only one here."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        fcntl.ioctl(probe, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))


def is_alone() -> bool:
    """Tell whether another host cannot be reached."""
    try:
        socket.create_connection(OUTSIDE, timeout=2).close()
    except OSError:
        return True
    return False
