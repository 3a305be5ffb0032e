"""Execution: a request becomes an answer. Look up, bind, run, read, serialise."""

from graph_api.execution.engine import Answer, Engine, Request

__all__ = ["Answer", "Engine", "Request"]
