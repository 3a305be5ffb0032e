"""Reads over Bolt connections of our own, for a server that is reached directly: one exchange, no session, no summary.

The driver's sessions, transactions and result objects cost more of a small read than the server does
(docs/decisions/0011-reads-over-connections-of-our-own.md). What stays the driver's: writes, clusters, encryption, and
the encoding of values, which is taken from it here.
"""

from graph_api.database.bolt.bookmarks import number_of
from graph_api.database.bolt.connection import Overflow, Refusal, Rows
from graph_api.database.bolt.pool import Crowded, Pool

__all__ = ["Crowded", "Overflow", "Pool", "Refusal", "Rows", "number_of"]
