"""Start the page with Streamlit, less the one request it would make to another host, plus files that browsers keep."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

from starlette.middleware import Middleware
from streamlit import net_util
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner_utils import script_run_context
from streamlit.web import cli
from streamlit.web.server.starlette import starlette_app

from i18n.errors import AtlasError
from scripts.keeping import with_kept_files

APP = Path(__file__).resolve().parent.parent / "app.py"
PORT_OPTION = "--server.port"


def stay_home() -> None:
    """Answer None where Streamlit would ask an outside service which address this machine has.

    Streamlit 1.67 asks when it greets, and when a browser's Origin is not the host that it called (behind a
    proxy that rewrites Host, for example); with None the check of that Origin stays as strict as it was.
    """
    net_util.get_external_ip = lambda: None


def keep_files() -> None:
    """Let browsers keep the map's files, which Streamlit 1.67 would have them ask for at every visit."""
    starlette_app.create_streamlit_middleware = with_kept_files(starlette_app.create_streamlit_middleware, _ahead)


def _ahead() -> tuple[str, ...]:
    """Name the map's files once they are built; nothing is imported for it, since the data may be broken."""
    built = sys.modules.get("render.web_files")
    return built.files_ahead() if built else ()


def import_page() -> None:
    """Import the page once Streamlit runs and before it answers: the first visitor need not wait for it.

    Streamlit 1.67 takes up the part that holds the map only when a visitor's run imports it; here it is told.
    """
    make = starlette_app.create_streamlit_middleware

    def make_late() -> list[Middleware]:
        with suppress(AtlasError), _without_warnings():  # the page says what is wrong
            for module in ("streamlit.emojis", "ui.page"):
                import_module(module)
        get_instance().component_registry.register_component(import_module("streamlit_folium")._component_func)
        return make()

    starlette_app.create_streamlit_middleware = make_late


@contextmanager
def _without_warnings() -> Iterator[None]:
    """Keep Streamlit from warning that the page is imported without a visitor."""
    logger = logging.getLogger(script_run_context.__name__)
    logger.disabled = True
    yield
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


def port(options: list[str]) -> str:
    """Give the port named in the options, or Streamlit's usual one."""
    return options[options.index(PORT_OPTION) + 1] if PORT_OPTION in options else "8501"


def main(options: list[str], *, app: Path = APP) -> None:
    """Serve app.py until someone stops it; options go to `streamlit run` as they are."""
    stay_home()
    keep_files()
    if app == APP:
        prepare()
        import_page()
    print(f"海外展開アトラス / Tenkai Atlas: http://localhost:{port(options)}  (Ctrl+C)", flush=True)
    cli.main(["run", str(app), *options])


if __name__ == "__main__":
    main(sys.argv[1:])
