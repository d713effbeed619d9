"""Debian's nginx with our file, in front of processes on this machine, under a certificate made for the test."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from scripts import browser as chromium
from scripts import nginx
from tests.browser.offline import QUIET, ROOT, free_port

SHIPPED = ROOT / "deploy" / "nginx" / "tenkai-atlas.conf"
NAME = "localhost"
AROUND = """
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/tenkai-atlas.conf;
}}
"""
SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: the status, the headers, the body."""

    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True, slots=True)
class Front:
    """An nginx that runs: its folder, and the ports of TLS and of plain HTTP."""

    folder: Path
    port: int
    plain_port: int

    @property
    def address(self) -> str:
        return f"https://{NAME}:{self.port}"

    @property
    def certificate(self) -> Path:
        return self.folder / "certificate.pem"

    @property
    def log(self) -> str:
        return (self.folder / "tenkai-atlas.log").read_text("utf-8")

    @property
    def process(self) -> int:
        return int((self.folder / "nginx.pid").read_text("utf-8"))

    @property
    def key_hash(self) -> str:
        """Give the hash of the certificate's key, by which Chromium is told to trust it."""
        key = subprocess.run([_openssl(), "x509", "-in", self.certificate, "-noout", "-pubkey"],
                             check=True, capture_output=True).stdout
        der = subprocess.run([_openssl(), "pkey", "-pubin", "-outform", "der"], input=key, check=True,
                             capture_output=True).stdout
        return b64encode(sha256(der).digest()).decode("ascii")

    def ask(self, path: str, *, body: bytes | None = None, plain: bool = False, **headers: str) -> Answer:
        """Ask for a path, the certificate checked; a redirection is an answer like any other."""
        address = f"http://{NAME}:{self.plain_port}" if plain else self.address
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        context = ssl.create_default_context(cafile=self.certificate)
        opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), _Staying)
        try:
            with opener.open(urllib.request.Request(address + path, body, named), timeout=SECONDS) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())


class _Staying(urllib.request.HTTPRedirectHandler):
    """Whoever follows no redirection."""

    def redirect_request(self, *_: object) -> None:
        return None


def trusting(playwright: Playwright, front: Front) -> Browser:
    """Start a Chromium that knows no other host, and trusts the certificate as if somebody had vouched for it."""
    return playwright.chromium.launch(executable_path=chromium.find(), args=[
        *QUIET, f"--host-resolver-rules=EXCLUDE {NAME}, MAP * ~NOTFOUND",
        f"--ignore-certificate-errors-spki-list={front.key_hash}",
    ])


@contextmanager
def fronting(folder: Path, ports: Sequence[int]) -> Iterator[Front]:
    """Run nginx with our file in front of two processes until the block ends."""
    front = Front(folder, free_port(), free_port())
    _make_certificate(folder)
    (folder / "tenkai-atlas.conf").write_text(_here(front, ports), "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), "utf-8")
    server = subprocess.Popen([nginx.main(), "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        _wait(front, server)
        yield front
    finally:
        server.terminate()
        server.wait(SECONDS)


def _here(front: Front, ports: Sequence[int]) -> str:
    """Give our file with the places of this test; each of them must stand in it."""
    text = SHIPPED.read_text("utf-8")
    places = {
        "    listen [::]:80;\n": "", "    listen [::]:80 default_server;\n": "",
        "    listen [::]:443 ssl http2;\n": "", "    listen [::]:443 ssl http2 default_server;\n": "",
        "listen 80": f"listen 127.0.0.1:{front.plain_port}", "listen 443": f"listen 127.0.0.1:{front.port}",
        "ATLAS.EXAMPLE": NAME, "/etc/ssl/certs/tenkai-atlas.pem": str(front.certificate),
        "/etc/ssl/private/tenkai-atlas.key": str(front.folder / "key.pem"), "/srv/atlas/": f"{ROOT}/",
        "/var/lib/nginx/": f"{front.folder}/cache-", "/var/log/nginx/": f"{front.folder}/",
        "8501": str(ports[0]), "8502": str(ports[1]),
    }
    for shipped, ours in places.items():
        assert shipped in text, shipped
        text = text.replace(shipped, ours)
    return text


def _make_certificate(folder: Path) -> None:
    subprocess.run([
        _openssl(), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
        "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
        "-keyout", folder / "key.pem", "-out", folder / "certificate.pem",
    ], check=True, capture_output=True)


def _openssl() -> str:
    nginx.main()
    return nginx.find("openssl") or ""


def _wait(front: Front, server: subprocess.Popen[bytes]) -> None:
    """Wait until nginx listens, whatever stands behind it."""
    late = time.monotonic() + SECONDS
    while time.monotonic() < late and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", front.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((front.folder / "error.log").read_text("utf-8"))
