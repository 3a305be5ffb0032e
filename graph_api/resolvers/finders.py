"""Who finds out what the stages of a statement need: one finder for each kind of need."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from graph_api.catalogue import Catalogue
from graph_api.compiler.stages import Task
from graph_api.database import Database
from graph_api.resolvers import analysing, judging

Finder = Callable[[Task], Awaitable[Any]]


def finders(
    database: Database, catalogue: Catalogue, settings: Mapping[str, Any], *, keeps: bool = True
) -> dict[type[Any], Finder]:
    """The finders that work on one database, by the kind of need; `settings` are those that Cypher may take as parameters.

    With `keeps` what was found out is found again while the graph is unchanged.
    """
    return {
        judging.Need: judging.Judge(database, catalogue.rules, settings, keeps=keeps).judge,
        analysing.Need: analysing.Analyst(database, catalogue["analysis.belongings"]).analyse,
    }
