"""The embedded Neo4j: its jars, its store, and its process.

The packages of the `embedded` extra are imported only when they are needed: a deployment with its own server
(NEO4J_URI) does without them.
"""

from graph_api.database.embedded.artifacts import ensure_artifacts
from graph_api.database.embedded.restarts import keep_running
from graph_api.database.embedded.server import (
    EmbeddedServer,
    running_server,
    start_detached,
    stop_running,
    wipe,
)

__all__ = [
    "EmbeddedServer",
    "ensure_artifacts",
    "keep_running",
    "running_server",
    "start_detached",
    "stop_running",
    "wipe",
]
