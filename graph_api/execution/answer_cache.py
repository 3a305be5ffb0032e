"""The cache of responses, valid while the graph is unchanged."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TypeAlias

import orjson

from graph_api.caches import Budget
from graph_api.database.versioned_cache import Versioned, VersionedCache
from graph_api.execution.requests import Answer, Request

# What a response depends on besides the graph: document, operation, variables, date.
Key: TypeAlias = tuple[str, str | None, bytes, date]


class AnswerCache(VersionedCache[Key, Answer]):
    """The cached responses: those that read the graph and have no errors."""

    def __init__(self, database: Versioned[str], budget: Budget) -> None:
        super().__init__(database, budget.cache(lambda cached: len(cached[1].body), share=0.2))

    def may_share(self, value: Answer) -> bool:
        """Whether the response may be shared: one with errors contains the request's ID."""
        return value.of_graph and not value.errors


def key_of(request: Request, declared: Collection[str], today: date) -> Key | None:
    """The cache key of a request; None if its variables can't be written as JSON.

    `declared` are the variables of the operation: others make no difference.
    """
    given = {name: value for name, value in request.variables.items() if name in declared}
    try:
        variables = orjson.dumps(given, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        return None
    return request.query, request.operation_name, variables, today
