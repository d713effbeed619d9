"""Start the page: Streamlit's own server, less the one request it would make to another host, behind our headers."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path

from starlette.types import ASGIApp
from streamlit import App, config, net_util
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner_utils import script_run_context

from geo.shipped import check_shipped
from i18n.errors import AtlasError
from i18n.serving import LEAVING
from serve import sessions
from serve.doors import CLOSED, Doors
from serve.gate import Gate
from serve.headers import Guarded
from serve.health import Ready
from serve.keeping import FilesAhead, KeptFiles
from serve.leaving import Closing, Leaving
from serve.listening import listen, read_options, refuse_taken
from serve.log import write_lines
from serve.metrics import Measured
from serve.policy import policies
from serve.provider import SignIn, read_sign_in

APP = Path(__file__).resolve().parent.parent / "app.py"


def stay_home() -> None:
    """Answer None where Streamlit would ask an outside service which address this machine has.

    Streamlit 1.67 asks when a browser's Origin is not the host that it called (behind a proxy that rewrites Host,
    for example); with None the check of that Origin stays as strict as it was.
    """
    net_util.get_external_ip = lambda: None


def guarded(page: ASGIApp, leaving: Leaving, sign_in: SignIn | None = None) -> ASGIApp:
    """Put around Streamlit's app what the atlas adds: headers, figures, closed doors, a gate, files that are kept."""
    base = config.get_option("server.baseUrlPath")
    known = policies(_frame_scripts, _picture_hosts)
    inside = Closing(Ready(FilesAhead(KeptFiles(page), _ahead), base), leaving, base)
    doors = Doors(Gate(inside, sign_in, base), base, CLOSED) if sign_in else Doors(inside, base)
    return Guarded(Measured(doors, base), known, base)


def _ahead() -> tuple[str, ...]:
    """Name the map's files once they are built; nothing is imported for it, since the data may be broken."""
    built = sys.modules.get("render.web_files")
    return built.files_ahead() if built else ()


def _frame_scripts() -> tuple[str, ...]:
    """Give the scripts of the map's frame; none while the data cannot be read, when there is no map either."""
    with suppress(AtlasError):
        from ui.frame import frame_scripts

        return frame_scripts()
    return ()


def _picture_hosts() -> tuple[str, ...]:
    """Name the hosts of the outside base maps, none unless whoever runs the server allows them."""
    from render.online import hosts

    return hosts()


@asynccontextmanager
async def import_page(_app: App) -> AsyncIterator[None]:
    """Import the page once Streamlit runs and before it answers: the first visitor need not wait for it.

    Streamlit 1.67 takes up the part that holds the map only when a visitor's run imports it; here it is told.
    """
    with suppress(AtlasError), _without_warnings():  # the page says what is wrong
        for module in ("streamlit.emojis", "ui.page"):
            import_module(module)
    get_instance().component_registry.register_component(import_module("streamlit_folium")._component_func)
    yield


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Keep Streamlit from warning that the page is imported without a visitor."""
    logger = logging.getLogger(script_run_context.__name__)
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = False


def prepare() -> None:
    """Draw what the first visitor would wait for; what is wrong with the data the page itself says."""
    with suppress(AtlasError):  # the plan's fields are read as the layers are imported
        from analysis.search.index import read_index
        from render.interactive import base_map, update
        from render.picture.save import save
        from scene.choice import Choice
        from scene.paper import read_paper
        from scene.scene import build_scene

        read_index()
        base_map()
        update(build_scene(Choice()))
        save(build_scene(Choice()), read_paper("1920x1080"))


def greet(port: int) -> None:
    """Say where the page is."""
    print(f"海外展開アトラス / Tenkai Atlas: http://localhost:{port}  (Ctrl+C)", flush=True)


def main(options: list[str], *, app: Path = APP) -> None:
    """Serve app.py until someone stops it; options are those of `streamlit run`."""
    check_shipped()
    stay_home()
    page = App(app, lifespan=import_page if app == APP else None)  # first: it names the folder of .streamlit
    read_options(options)
    sign_in = read_sign_in()
    refuse_taken()
    write_lines()
    if app == APP:
        prepare()
    leaving = Leaving(sessions.pages, sessions.runs, partial(sessions.tell, LEAVING))
    listen(guarded(page, leaving, sign_in), leaving, greet=greet)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except AtlasError as error:
        sys.exit(f"{error.text.ja}\n{error.text.en}")
