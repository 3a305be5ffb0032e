"""Everything about Neo4j: connection, migrations and the embedded server."""

from graph_api.database.bolt import Rows
from graph_api.database.changes import Changes, Versions
from graph_api.database.connection import Address, Database, StatementLimits, open_database, silence_driver_log
from graph_api.database.versioned_cache import VersionedCache

__all__ = [
    "Address",
    "Changes",
    "Database",
    "Rows",
    "StatementLimits",
    "VersionedCache",
    "Versions",
    "open_database",
    "silence_driver_log",
]
