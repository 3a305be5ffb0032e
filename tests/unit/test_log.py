"""How log lines are written: for people at a terminal, as JSON elsewhere, and as the settings say."""

import io
import json
import logging
import sys

import pytest
import structlog
from pydantic import ValidationError

from graph_api.app.log import configure_log
from graph_api.settings import Settings


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def line(monkeypatch, own_log):
    """Logs one event to such a stream, of ours or of another library's, and gives what was written."""

    def logged(log_format, stream, event):
        monkeypatch.setattr(sys, "stderr", stream)
        configure_log(log_format)
        event()
        return stream.getvalue()

    return logged


def ours():
    structlog.get_logger("graph_api.request").info("request", operation="城市")


def anothers():
    logging.getLogger("anothers").warning("low on memory")


@pytest.mark.parametrize("event", [ours, anothers])
@pytest.mark.parametrize(
    ("log_format", "stream", "as_json"),
    [
        ("auto", io.StringIO, True),
        ("auto", Terminal, False),
        ("json", Terminal, True),
        ("console", io.StringIO, False),
    ],
)
def test_a_line_is_for_people_at_a_terminal_and_json_elsewhere(line, log_format, stream, as_json, event):
    written = line(log_format, stream(), event)
    assert written.endswith("\n")
    if as_json:
        (found,) = map(json.loads, written.splitlines())
        assert {"event", "level", "timestamp"} <= found.keys()
    else:
        assert not written.startswith("{")


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_what_broke_is_written_with_its_traceback(line, log_format):
    def break_():
        try:
            raise ValueError("of no use")
        except ValueError:
            structlog.get_logger("graph_api.request").exception("request broke")

    written = line(log_format, io.StringIO(), break_)
    assert "ValueError: of no use" in written
    assert "Traceback" in written


def test_a_format_that_there_is_not_is_refused():
    with pytest.raises(ValidationError, match="log_format"):
        Settings(log_format="xml")
