"""The rules of the house, as tests: what a reader, a closed network and a second install rely on."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from streamlit import config

from scripts import build_third_party
from scripts.pins import ROOT, read_lines, read_pins

REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
LONGEST_FUNCTION = 45  # lines; 25 is the aim, a test's table of cases may be longer
FROM_A_MACHINE = re.compile(r"(?<![\w./:~-])(/(home|root|tmp|work|Users|mnt|opt)/\w|[A-Z]:\\Users)")
BINARY = {".wkb", ".png", ".ttf", ".woff2", ".xlsx", ".pptx", ".pdf", ".gpkg", ".gz", ".ico", ".zip", ".case"}

WITHOUT = """
import pkgutil, sys
from importlib import import_module

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in sys.argv[1:]:
            raise ModuleNotFoundError(f"No module named {name!r}")

sys.meta_path.insert(0, Missing())
for package in ("i18n", "layers", "scene", "analysis", "desk", "own", "render", "ui", "serve", "commands"):
    for module in pkgutil.walk_packages([package], f"{package}."):
        import_module(module.name)
import_module("scripts.serve").prepare()
"""
"""Import all that the page and the terminal may import, and draw once, without the modules that are named."""


@cache
def tracked() -> list[Path]:
    """List the files that git keeps and that stand in the tree."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def named(path: Path) -> str:
    """Name a file as a reader would, from the root."""
    return path.relative_to(ROOT).as_posix()


def modules() -> list[Path]:
    """List all Python files of the project."""
    return [path for path in tracked() if path.suffix == ".py"]


def tree(path: Path) -> ast.Module:
    """Parse a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=named(path))


def imported(name: str) -> set[str]:
    """Name the top-level packages that a module imports anywhere in it."""
    nodes = list(ast.walk(tree(ROOT / name)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    taken = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {full.split(".")[0] for full in plain | taken}


def all_pins() -> dict[str, str]:
    """Give the version of every library that is installed here, runtime and development."""
    return {pin.name: pin.version for name in REQUIREMENTS for pin in read_pins(name) if pin.applies}


# --- what stands in the files ---


def test_no_file_names_a_path_of_one_machine() -> None:
    texts = [path for path in tracked() if path.suffix not in BINARY]
    found = {named(path): hit[0] for path in texts if (hit := FROM_A_MACHINE.search(path.read_text("utf-8")))}
    assert not found


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    silent = [named(path) for path in modules() if not says_what_it_is_for(path)]
    assert not silent


def says_what_it_is_for(path: Path) -> bool:
    """Tell whether a module opens with its docstring; a test may leave that to the module that it tests."""
    return path.read_text("utf-8").startswith('"""') or path.name.startswith("test_")


def test_no_function_is_longer_than_a_view() -> None:
    functions = [
        (f"{named(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert not [function for function in functions if function[1] > LONGEST_FUNCTION]


# --- what Streamlit is told ---


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        pytest.param(section, key, value, id=f"{section}.{key}")
        for section, options in tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8")).items()
        for key, value in options.items()
    ],
)
def test_streamlit_knows_every_option_that_we_set(section: str, key: str, value: object) -> None:
    assert config.get_option(f"{section}.{key}") == value


# --- what is installed ---


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_version_is_exact(name: str) -> None:
    assert len(read_pins(name)) == len(read_lines(name)) > 0


def test_nothing_that_a_library_brings_is_left_unpinned() -> None:
    known = {canonicalize_name(name) for name in all_pins()}
    wanted = [Requirement(line) for name in all_pins() for line in distribution(name).requires or []]
    applies = [need for need in wanted if need.marker is None or need.marker.evaluate({"extra": ""})]
    assert {canonicalize_name(need.name) for need in applies} <= known


def test_what_is_installed_is_what_is_pinned() -> None:
    assert {name: distribution(name).version for name in all_pins()} == all_pins()


def test_third_party_lists_every_library_with_its_licence() -> None:
    page = build_third_party.PAGE.read_text("utf-8")
    assert build_third_party.build(page) == page, "run `make third-party`"


def test_the_licence_is_apache_2() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


# --- which way imports go ---


def test_every_package_of_ours_is_under_the_import_contracts() -> None:
    ours = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"scripts", "tests", "bench"}
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(rules["tool"]["importlinter"]["root_packages"]) == ours


def test_the_program_runs_on_what_make_run_installs() -> None:
    run_on = {canonicalize_name(pin.name) for pin in read_pins("requirements.txt")}
    tools = {canonicalize_name(pin.name) for pin in read_pins("requirements-dev.txt")} - run_on
    by_module = {name: set(map(canonicalize_name, brought)) for name, brought in packages_distributions().items()}
    missing = sorted(name for name, brought in by_module.items() if brought <= tools)
    assert {"scipy", "skimage", "playwright"} <= set(missing)
    command = [sys.executable, "-c", WITHOUT, *missing]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_the_terminal_starts_without_streamlit() -> None:
    assert not imported("cli.py") & {"streamlit", "streamlit_folium", "ui", "folium", "matplotlib"}


def test_the_page_leaves_drawing_to_render() -> None:
    assert not imported("app.py") & {"folium", "branca", "matplotlib"}


# --- what a newcomer reads ---


def test_make_alone_lists_every_target() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, check=True, text=True)
    shown = set(re.findall(r"^  make (\S+) +\S", listed.stdout, flags=re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    assert phony
    assert shown == set(phony[1].split())


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_both_readmes_name_the_two_commands(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "make run" in text
    assert "make test" in text


def test_ci_runs_what_anyone_runs() -> None:
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("exec make test")
