"""Log lines: one structured line per event, to standard error, for people or for machines."""

from __future__ import annotations

import logging
import sys
from typing import Any

import orjson
import structlog


def configure_log(log_format: str, level: int = logging.INFO) -> None:
    """Writes our own events, and those of the standard library's loggers (uvicorn, the driver), in one format.

    The format is `console`, `json`, or `auto`: console at a terminal, otherwise JSON, which takes half as long. Our
    events go directly to standard error: through the standard library a line would take twice as long, and every
    request writes one.
    """
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, *_renderers(log_format)],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_renderers(log_format)],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # The command itself reports start and stop; the log only adds problems.
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


def _renderers(log_format: str) -> list[structlog.typing.Processor]:
    at_terminal = sys.stderr.isatty()
    if log_format == "json" or (log_format == "auto" and not at_terminal):
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(serializer=_json)]
    return [structlog.dev.ConsoleRenderer(colors=at_terminal, exception_formatter=structlog.dev.plain_traceback)]


def _json(event: Any, **_: Any) -> str:
    return orjson.dumps(event, default=str).decode()
