"""The page of the atlas on a day when many ask for files: others fill the line until a file says to go on."""

from __future__ import annotations

import os
import time
from pathlib import Path

import streamlit as st

from render.jobs import FILES
from ui.page import show_page

OTHERS, GO = int(os.environ["ATLAS_TEST_OTHERS"]), Path(os.environ["ATLAS_TEST_GO"])


def wait() -> bytes:
    """Be busy until it may go on."""
    while not GO.exists():
        time.sleep(0.1)
    return b""


@st.cache_resource
def fill_the_line() -> None:
    """Let others ask for files before anybody here does."""
    for other in range(OTHERS):
        FILES.ask(other, wait)


st.set_page_config(layout="wide")
fill_the_line()
show_page()
