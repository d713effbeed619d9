from __future__ import annotations

import io
import json
import logging
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from streamlit import config, error_util

from geo.files import ROOT
from serve.log import write_lines


@contextmanager
def writing() -> Iterator[io.StringIO]:
    """Write lines into a text; the loggers are as they were afterwards."""
    loggers = [logging.getLogger(name) for name in (None, *logging.Logger.manager.loggerDict)]
    before = [(logger, logger.handlers[:], logger.propagate, logger.level) for logger in loggers]
    text = io.StringIO()
    write_lines(text)
    try:
        yield text
    finally:
        for logger, handlers, propagate, level in before:
            logger.handlers[:], logger.propagate = handlers, propagate
            logger.setLevel(level)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Give the text that lines are written into."""
    with writing() as text:
        yield text


def lines(text: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.getvalue().splitlines()]


def test_an_event_is_one_line_with_its_time_level_and_source(written: io.StringIO) -> None:
    logging.getLogger("atlas").info("地図")
    (line,) = lines(written)
    assert line | {"timestamp": ""} == {"event": "地図", "level": "info", "logger": "atlas", "timestamp": ""}


def test_an_error_is_told_by_its_kind_and_places_never_by_what_it_quotes(written: io.StringIO) -> None:
    try:
        raise ValueError("山田太郎.csv")
    except ValueError:
        logging.getLogger("atlas").exception("The page could not be drawn")
    (line,) = lines(written)
    assert line["error"] == "ValueError"
    assert str(line["at"]).startswith("['tests/serve/test_log.py:")
    assert "山田" not in written.getvalue()


def test_streamlit_and_the_server_write_the_same_kind_of_line_once(written: io.StringIO) -> None:
    for name in ("streamlit.runtime", "uvicorn.error"):
        logging.getLogger(name).warning("odd")
    assert [(line["logger"], line["event"]) for line in lines(written)] == [
        ("streamlit.runtime", "odd"), ("uvicorn.error", "odd")]


def test_a_logger_that_was_made_quiet_before_writes_its_warnings_again() -> None:
    server = logging.getLogger("uvicorn.error")
    level = server.level
    server.setLevel(logging.ERROR)
    try:
        with writing() as text:
            server.warning("odd")
    finally:
        server.setLevel(level)
    assert [line["event"] for line in lines(text)] == ["odd"]


def test_what_fails_outside_every_boundary_is_a_line_without_what_it_says(written: io.StringIO) -> None:
    said = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    config.set_option("logger.enableRich", said["logger"]["enableRich"])
    error_util._log_uncaught_app_exception(KeyError("山田 花子"))
    (line,) = lines(written)
    assert line["error"] == "KeyError"
    assert "山田" not in written.getvalue()
