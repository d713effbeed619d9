"""What the server writes down: one line of JSON an event, with no address, no name of a file, no word of a person."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from geo.files import ROOT

OURS = ("atlas", "uvicorn", "uvicorn.error")
MOST_FRAMES = 20


def write_lines(to: TextIO | None = None, level: int = logging.INFO) -> None:
    """Let every logger of this process write its events as lines of JSON, on standard output."""
    handler = logging.StreamHandler(to or sys.stdout)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name, _where],
        processors=_steps(),
    ))
    logging.getLogger().handlers[:] = [handler]
    logging.getLogger().setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level if name == "atlas" else logging.WARNING)  # whatever was asked for before
    for name in [*OURS, *(name for name in logging.Logger.manager.loggerDict if name.startswith("streamlit"))]:
        logging.getLogger(name).handlers.clear()  # or a line would be written twice
        logging.getLogger(name).propagate = True


def _steps() -> list[Processor]:
    return [
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]


def _where(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Tell of an error its kind and the places in the code; what it says may quote what a person typed or brought."""
    record: logging.LogRecord | None = event.get("_record")
    error = record.exc_info if record else None
    event.pop("exc_info", None)
    if error and error[0]:
        frames = traceback.extract_tb(error[2])[-MOST_FRAMES:]
        event["error"] = error[0].__name__
        event["at"] = [f"{_named(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def _named(file: str) -> str:
    """Name a file of ours from the root, another by its last two parts: paths of a machine may name a person."""
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else "/".join(path.parts[-2:])
