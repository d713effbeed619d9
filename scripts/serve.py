"""Start the page with Streamlit, and take away the one request that Streamlit would make to another host."""

from __future__ import annotations

import sys
from pathlib import Path

from streamlit import net_util
from streamlit.web import cli

APP = Path(__file__).resolve().parent.parent / "app.py"
PORT_OPTION = "--server.port"


def stay_home() -> None:
    """Answer None where Streamlit would ask an outside service which address this machine has.

    Streamlit 1.67 asks when it greets, and when a browser's Origin is not the host that it called (behind a
    proxy that rewrites Host, for example); with None the check of that Origin stays as strict as it was.
    """
    net_util.get_external_ip = lambda: None


def port(options: list[str]) -> str:
    """Give the port named in the options, or Streamlit's usual one."""
    return options[options.index(PORT_OPTION) + 1] if PORT_OPTION in options else "8501"


def main(options: list[str]) -> None:
    """Serve app.py until someone stops it; options go to `streamlit run` as they are."""
    stay_home()
    print(f"海外展開アトラス / Tenkai Atlas: http://localhost:{port(options)}  (Ctrl+C)", flush=True)
    cli.main(["run", str(APP), *options])


if __name__ == "__main__":
    main(sys.argv[1:])
