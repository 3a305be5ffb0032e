"""Consistency: what must be true of a record beside others before it may enter the graph.

Plain functions over plain records, whoever brings them: the loader of a seed checks its tables by them, and writes check what
they are about to record. The modules, in this order:

| module | holds |
|---|---|
| `records` | what a record is, and where others are looked up |
| `lives` | when things are there: a conference while it is the conference of a place |
| `checks` | kinds of check: a day within a life, a relation within the lives of its ends, nothing held twice |
| `orders` | checks of what comes one after the other: issues on their way up, evaluations, members |
| `catalogue` | which checks each kind of record has |
"""

from graph_api.consistency.catalogue import CHECKS, faults
from graph_api.consistency.checks import Fault
from graph_api.consistency.records import Records

__all__ = ["CHECKS", "Fault", "Records", "faults"]
