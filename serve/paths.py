"""Where a request leads, seen from the base path under which the atlas stands."""

from __future__ import annotations

from starlette.types import Scope


def below(base: str, scope: Scope) -> str:
    """Give the path of a request below the base path, without the first slash."""
    root = f"/{base.strip('/')}/".replace("//", "/")
    return str(scope["path"]).removeprefix(root)
