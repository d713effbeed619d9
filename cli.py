"""The atlas in a terminal: the same views as the page, as files and rows.

What leaves: 0 = done; 1 = not done, and one sentence on standard error says why (for `check`: the data has
problems, all of them printed); 2 = the command line itself is not understood.
"""

from __future__ import annotations

import atexit
import gc
import sys
from io import TextIOWrapper

import typer

from commands import brief, cables, changes, data, deck, desk, pictures, reopen, search, sheet, views, workbook

# Data, drawing and everything heavy is imported inside the commands, so that help and errors come at once.

EXITS = "Exit codes: 0 done, 1 not done (a sentence says why), 2 command line not understood."
COMMANDS = (
    views.export, reopen.reopen, views.rows, views.layers, search.search,
    brief.brief, sheet.sheet,
    desk.region, desk.field, desk.plan20, desk.overview, desk.matrix, desk.sources, changes.changes,
    pictures.pictures, deck.deck, cables.cut, cables.redundancy, data.check,
)  # fmt: skip

app = typer.Typer(
    help="Tenkai Atlas: pictures, tables, desk pages and checks.",
    epilog=EXITS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(workbook.app, name="workbook")


def run() -> None:
    """Run a command without the collector's rounds through all that was just imported: a fifth of its time."""
    let_all_be_told(sys.stdout)
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)  # nor a last round at the exit
    if not any(word.startswith("--own") for word in sys.argv):  # whose numbers Arrow reads
        # pandas would load it for columns of text, which are Python's own without it: a third of a second less.
        sys.modules.setdefault("pyarrow", None)  # type: ignore[arg-type]
    app()


def let_all_be_told(stream: object) -> None:
    """Write what the letters of a terminal or a pipe lack (Windows in Japanese has no é) as its number."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    run()
