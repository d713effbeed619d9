"""What a file would load from another host, found in its text without running it; each finding says by which way.

Links that a person follows load nothing; names of vocabularies look like addresses and nothing is asked of them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from typing import Final
from zipfile import ZipFile

HOST: Final = r"(?!localhost\b|127\.)[\w-]+(?:\.[\w-]+)+"
SLASHES: Final = re.compile(rf"\\?/\\?/{HOST}[^\s\"'`<>()\\{{}}|,]*")
SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z+.-]*:$")
LONGEST_SCHEME: Final = 12
NAMES: Final = {
    "http://www.w3.org/": "namespaces of SVG, XLink and RDF",
    "http://www.aiim.org/pdfua/": "the namespace by which a PDF says that it is accessible",
    "http://purl.org/dc/": "the namespace of Dublin Core in what a picture remembers",
    "http://ns.adobe.com/xap/": "the namespace of XMP in what a picture remembers",
    "http://schemas.openxmlformats.org/": "namespaces and kinds of parts of Office files",
}
"""Vocabularies whose names look like addresses, and why they stand in our files."""

LINKS: Final = ("a", "area")
LOADING: Final = ("src", "srcset", "href", "xlink:href", "data", "poster", "background", "action", "formaction",
                  "manifest", "imagesrcset", "ping", "codebase", "classid", "content", "srcdoc")
IN_CSS: Final = {"url()": re.compile(r"url\(\s*[\"']?([^\"')]+)", re.IGNORECASE),
                 "@import": re.compile(r"@import\s+[\"']([^\"']+)", re.IGNORECASE),
                 "image-set()": re.compile(r"image-set\(\s*[\"']([^\"']+)", re.IGNORECASE)}
WAYS: Final = re.compile(
    r"(?:\b(?P<call>fetch|import|importScripts|require|sendBeacon|WebSocket|EventSource|Worker|SharedWorker|Request"
    r"|Audio|url)\s*\(\s*|\b(?P<open>open)\(\s*[\"'`][A-Za-z]+[\"'`]\s*,\s*|\b(?P<take>from|import)\s*"
    r"|(?P<set>\.(?:src|srcset|data|action)|\b(?:src|xlink:href|baseURL|endpoint|url))\s*[:=]\s*\\?)[\"'`]?$"
)
"""What stands before an address that a script loads."""
BEFORE: Final = 48
FETCHERS: Final = re.compile(r"\b(curl|wget|Invoke-WebRequest|Start-BitsTransfer|git clone|docker pull|npm install)\b")
SOURCES: Final = re.compile(r"--(?:extra-)?index-url|--find-links|-f\s|\bgit\+|\s@\s*\w+:")
PREVIEW: Final = re.compile(r"[\"'](@\w+/[\w-]+[^\"']*)[\"']")
CLIENTS: Final = ("urllib.request", "urllib3", "http.client", "requests", "httpx", "httpx2", "aiohttp", "ftplib",
                  "smtplib", "xmlrpc", "socket", "ssl", "webbrowser", "telnetlib")
PICTURE: Final = re.compile(r"!\[[^\]]*\]\(\s*<?([^)>\s]+)")
NOT_A_LINK: Final = re.compile(rb"<Relationship\b(?=[^>]*TargetMode=\"External\")(?![^>]*/hyperlink\")[^>]*>")


def placed(text: str) -> Iterator[tuple[int, str]]:
    """Give the outside addresses that stand in a text, each with its place; names of vocabularies are none."""
    for found in SLASHES.finditer(text):
        scheme = SCHEME.search(text[max(0, found.start() - LONGEST_SCHEME):found.start()])
        address = (scheme[0] if scheme else "") + found[0]
        if not address.startswith(tuple(NAMES)):
            yield found.start() - (len(scheme[0]) if scheme else 0), address


def addresses(text: str) -> list[str]:
    """List the outside addresses that stand in a text."""
    return [address for _place, address in placed(text)]


class _Markup(HTMLParser):
    """Gathers what an element loads, and the scripts and sheets inside."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found, self.inside = list[str](), ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.inside = tag if tag in ("script", "style") else ""
        for name, value in attributes:
            if name == "style":
                self.found += of_css(value or "")
            elif name.startswith("on"):
                self.found += of_script(value or "")
            elif name in LOADING and not (name == "href" and tag in LINKS):
                self.found += [f"<{tag} {name}> {each}" for each in addresses(value or "")]

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found += of_css(data) if self.inside == "style" else of_script(data)


def of_markup(text: str) -> list[str]:
    """Find what HTML or SVG loads: attributes, sheets, scripts; not the links in it."""
    markup = _Markup()
    markup.feed(text)
    markup.close()
    return markup.found


def of_css(text: str) -> list[str]:
    """Find what a sheet loads."""
    return [f"{way} {each}" for way, known in IN_CSS.items() for each in known.findall(text) if addresses(each)]


def of_script(text: str) -> list[str]:
    """Find every outside address in a script of ours: what is put together can be loaded in too many ways to list."""
    return [f"in a script: {each}" for each in addresses(text)]


def of_library(text: str) -> list[str]:
    """Find what a script of others loads by the ways that can be seen; it may name hosts in what it says."""
    return [f"{way[0].strip()}{address}" for at, address in placed(text)
            if (way := WAYS.search(text[max(0, at - BEFORE):at]))]


def of_python(text: str) -> list[str]:
    """Find addresses in what a module says, docstrings apart, and the modules by which it could ask for something."""
    nodes = list(ast.walk(ast.parse(text)))
    bare = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    said = [node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in bare]
    return [*(f"in a string: {each}" for text in said if isinstance(text, str) for each in addresses(text)),
            *(f"import {name}" for name in _imported(nodes) if f"{name}.".startswith(tuple(f"{c}." for c in CLIENTS)))]


def _imported(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def of_typst(text: str) -> list[str]:
    """Find what a typst template fetches: packages of its registry, addresses."""
    return [*(f"#import {each}" for each in PREVIEW.findall(text)), *(f"in it: {each}" for each in addresses(text))]


def of_shell(text: str) -> list[str]:
    """Find what a script of the shell, a Makefile or a configuration names or fetches."""
    return [*(f"runs {each}" for each in FETCHERS.findall(text)), *(f"in it: {each}" for each in addresses(text))]


def of_requirements(text: str) -> list[str]:
    """Find places to fetch from; pip's own setting says where libraries come from."""
    lines = [line.split(" #")[0] for line in text.splitlines() if not line.startswith("#")]
    return [f"fetches by {line.strip()}" for line in lines if SOURCES.search(line) or addresses(line)]


def of_markdown(text: str) -> list[str]:
    """Find the pictures that whatever shows a document would load, and markup in it."""
    return [*(f"![] {each}" for each in PICTURE.findall(text) if addresses(each)), *of_markup(text)]


def of_office(content: bytes) -> list[str]:
    """Find what a Word, Excel or PowerPoint file would load: parts that stand outside and are no links."""
    with ZipFile(BytesIO(content)) as archive:
        rels = {name: archive.read(name) for name in archive.namelist() if name.endswith(".rels")}
    return [f"{name}: {each.decode()}" for name, part in rels.items() for each in NOT_A_LINK.findall(part)]


def of_nothing(_text: str) -> list[str]:
    """Find nothing: facts that a person reads; what is drawn of them is scanned where it is drawn."""
    return []


READ_AS: Final[Mapping[Callable[[str], list[str]], str]] = {
    of_markup: ".html .svg", of_css: ".css", of_script: ".js", of_python: ".py", of_typst: ".typ",
    of_shell: "Makefile run Containerfile .sh .cmd .ps1 .toml .mplstyle .conf .env .service .socket .timer .target",
    of_requirements: "requirements.txt requirements-dev.txt requirements-peers.txt .lock", of_markdown: ".md",
    of_nothing: "LICENSE .csv .geojson .txt .json .sha256 .gitignore .gitattributes",
}
KINDS: Final = {kind: read for read, kinds in READ_AS.items() for kind in kinds.split()}
"""How each kind of file is read, by its name or suffix."""


def find(name: str, text: str) -> list[str]:
    """Find what a file would load from outside; KeyError for a kind of file that nobody has thought about."""
    last = name.rpartition("/")[2]
    return KINDS[last if last in KINDS else f".{last.rpartition('.')[2]}"](text)
