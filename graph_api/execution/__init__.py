"""Execution: from a request to a response. Look up, bind, run, read and serialize, or return a cached response."""

from graph_api.execution.answer_cache import AnswerCache
from graph_api.execution.engine import Engine
from graph_api.execution.requests import Answer, Request

__all__ = ["Answer", "AnswerCache", "Engine", "Request"]
