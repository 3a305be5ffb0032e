"""Execution: a request becomes an answer. Look up, bind, run, read, serialise; or give again what still holds."""

from graph_api.execution.answers import Answers
from graph_api.execution.engine import Engine
from graph_api.execution.requests import Answer, Request

__all__ = ["Answer", "Answers", "Engine", "Request"]
