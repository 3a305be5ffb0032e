"""Consistency: the conditions on a record, with respect to others, before it may enter the graph.

Plain functions over plain records: the loader of a seed checks its tables with them, and writes check the records they
are about to store. The modules, in this order:

    records    records, and the lookup of others
    lives      when objects exist: a conference while it serves a place
    checks     kinds of check: a date within a life, a relation within the lives of its ends, nothing twice
    orders     checks of events that follow each other: escalations, evaluations, members
    catalogue  the checks of each kind of record
"""

from graph_api.consistency.catalogue import CHECKS, faults
from graph_api.consistency.checks import Fault
from graph_api.consistency.records import Records

__all__ = ["CHECKS", "Fault", "Records", "faults"]
