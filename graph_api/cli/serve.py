"""`graph-api serve`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs
# ruff: noqa: FBT002 - Typer makes a flag of a bool parameter

from typing import Annotated

import typer


def command(
    host: Annotated[str | None, typer.Option(help="Address to listen on (default: 127.0.0.1).")] = None,
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="Port to listen on (default: 8000). 0 chooses a free port."),
    ] = None,
    seed: Annotated[
        bool,
        typer.Option("--seed", help="Load Donggang into the server that NEO4J_URI names, if it is empty or outdated."),
    ] = False,
) -> None:
    """Start the database, load Donggang if it is empty, and serve GraphQL until Ctrl-C.

    The embedded Neo4j is downloaded once, and its data is kept between runs. If NEO4J_URI is set, that server is used,
    and nothing is loaded into it without --seed. A demonstration that nothing was added to is loaded again, as of today,
    when a month has ended.

    Examples:

        graph-api serve

        graph-api serve --port 9000

        NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… graph-api serve
    """
    from graph_api import garbage

    garbage.pause()

    from graph_api.cli.server import serve
    from graph_api.cli.session import load_settings

    raise typer.Exit(serve(load_settings(host=host, port=port), seed_foreign=seed))
