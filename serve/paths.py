"""Where a request leads, seen from the base path under which the atlas stands."""

from __future__ import annotations

from starlette.types import Scope


def below(base: str, scope: Scope) -> str:
    """Give the path of a request below the base path, without the first slash."""
    return str(scope["path"]).removeprefix(above(base))


def above(base: str) -> str:
    """Give the base path with a slash at either end: what an address of the atlas begins with."""
    return f"/{base.strip('/')}/".replace("//", "/")
