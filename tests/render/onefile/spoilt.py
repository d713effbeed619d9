"""Write the one file with a script in every text that comes from data.

A program of its own (`python -m tests.render.onefile.spoilt OUT.html`): it changes readers before others take them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.poisoned import PAYLOAD, poison


def main(out: Path) -> None:
    """Spoil the readers, then write the file."""
    poison()
    from render.onefile.page import to_html
    from scene.choice import Choice
    from scene.scene import build_scene

    out.write_bytes(to_html(build_scene(Choice(show_all=True, title=PAYLOAD[:120]))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
