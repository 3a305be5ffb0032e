"""The gate: the only way by which rows enter a statement."""

from __future__ import annotations

from collections.abc import Sequence

from graph_api.catalogue import substitute
from graph_api.compiler.scope import Use

_CLAUSES_WITH_CONDITIONS = frozenset({"MATCH", "WITH", "YIELD"})


def rows(use: Use, predicates: Sequence[str] = ()) -> str:
    """The clauses that find the rows of a fragment for which all predicates hold.

    Pages, totals, lists, single objects and what IDs refer to all begin with these clauses, so a condition that is added
    here holds for every row that an operation reads.
    """
    fragment = use.fragment
    text = substitute(fragment.head, use.variables, use.parameters)
    if not predicates:
        return text
    if fragment.last_clause == "WHERE":
        return f"{text} AND {' AND '.join(predicates)}"
    if fragment.last_clause not in _CLAUSES_WITH_CONDITIONS:
        raise fragment.error("end it with MATCH, WITH or WHERE, so that conditions can be added")
    return f"{text} WHERE {' AND '.join(predicates)}"
