"""The atlas served to be measured: one process by itself, or nginx and two processes as deploy/ sets them up."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.offline import started
from tests.deploy.fronted import Front
from tests.deploy.standing import Service, standing

SERVE = ["-m", "scripts.serve"]


@dataclass(frozen=True, slots=True)
class Served:
    """Where the page is, the processes that serve it, nginx if it stands before them, and whom a visitor trusts."""

    address: str
    processes: tuple[int, ...]
    front: tuple[int, ...] = ()
    trust: ssl.SSLContext | None = None


@contextmanager
def serving(processes: int) -> Iterator[Served]:
    """Serve the page by one process, or by two with nginx before them, until the block ends."""
    if processes == 1:
        with started(SERVE) as (address, process):
            yield Served(address, (process,))
    else:
        with fronted() as (served, _services):
            yield served


@contextmanager
def stock(app: Path) -> Iterator[tuple[str, int]]:
    """Serve an app by Streamlit alone: our own server would keep it from what it asks of others."""
    with started(["-m", "streamlit", "run", str(app)]) as server:
        yield server


@contextmanager
def fronted() -> Iterator[tuple[Served, dict[str, Service]]]:
    """Serve the page by two processes; gives these as well, by the name that nginx puts into its cookie."""
    with TemporaryDirectory() as folder, standing(Path(folder)) as (services, front):
        pids = tuple(service.process.pid for service in services.values())
        yield Served(front.address, pids, (front.process,), trust_in(front)), services


def trust_in(front: Front) -> ssl.SSLContext:
    """Trust the certificate that was made for this nginx, and no other."""
    return ssl.create_default_context(cafile=front.certificate)
