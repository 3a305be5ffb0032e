"""Regenerates `artifacts.txt`: `python -m graph_api.database.embedded.lock 5.26.25` (takes about two minutes).

Resolves org.neo4j:neo4j with its dependencies, downloads each jar and records its size and SHA-256.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from jgo.maven import MavenContext

from graph_api.database.embedded.artifacts import Artifact, render, sha256_of

_LIST = Path(__file__).with_name("artifacts.txt")


def resolve(version: str, repository: Path) -> list[Artifact]:
    """All jars that Neo4j Community of this version needs."""
    context = MavenContext(repo_cache=repository, timeout=60)
    inputs, transitive = context.resolver.resolve([context.create_dependency(f"org.neo4j:neo4j:{version}")])
    with ThreadPoolExecutor(16) as pool:
        return list(pool.map(_recorded, [dependency.artifact for dependency in (*inputs, *transitive)]))


def _recorded(source: Any) -> Artifact:
    path = Path(source.resolve())
    return Artifact(
        source.groupId, source.artifactId, source.version, source.classifier, path.stat().st_size, sha256_of(path)
    )


def main() -> None:
    """Resolve the version named on the command line and write the list."""
    with tempfile.TemporaryDirectory() as repository:
        artifacts = resolve(sys.argv[1], Path(repository))
    _LIST.write_text(render(artifacts))
    sys.stdout.write(f"{len(artifacts)} artifacts, {sum(a.size for a in artifacts) / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
