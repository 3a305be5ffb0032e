"""Reads over our own Bolt connections to a directly reachable server: one exchange, no session, no summary.

For a small read, the driver's sessions, transactions and result objects cost more than the server
(docs/decisions/0011-reads-over-connections-of-our-own.md). The driver still handles writes, clusters, encryption, and
the encoding of values, which is taken from it here.
"""

from graph_api.database.bolt.bookmarks import number_of
from graph_api.database.bolt.connection import Overflow, Refusal, Rows
from graph_api.database.bolt.pool import Crowded, Pool

__all__ = ["Crowded", "Overflow", "Pool", "Refusal", "Rows", "number_of"]
