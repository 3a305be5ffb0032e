"""`graph-api export`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

if TYPE_CHECKING:
    from graph_api.database import Database
    from graph_api.export.reader import Scope
    from graph_api.export.snapshot import Exported, Show
    from graph_api.export.writers import Written
    from graph_api.settings import Settings


class ExportFormat(StrEnum):
    """The format of an export: a key of `graph_api.export.writers.WRITERS`."""

    JSONL = "jsonl"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"


def command(
    format_: Annotated[
        ExportFormat,
        typer.Option("--format", help="JSON Lines, two CSV files, GraphML, or GEXF with dates on Gephi's timeline."),
    ],
    within: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Only this place, with everything that belongs to it or is linked to that."),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Only what exists and holds on this date (default: everything, with its dates).",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="The file, or for csv the folder (default: standard output). It is replaced when whole.",
        ),
    ] = None,
) -> None:
    """Write the graph to files for other programs: nodes and relations with their types, dates and provenance.

    The files show one version of the graph, without personal data.

    Examples:

        graph-api export --format gexf --output donggang.gexf

        graph-api export --format csv --as-of 2026-06-30 --output tables

        graph-api export --format jsonl --within 210681001 | wc -l
    """
    from graph_api.cli.codes import check_place
    from graph_api.cli.session import load_settings
    from graph_api.cli.signals import as_interrupts
    from graph_api.export.drafts import draft
    from graph_api.export.reader import Scope
    from graph_api.export.writers import WRITERS

    written = WRITERS[format_]
    if written.files and output is None:
        raise typer.BadParameter(f"{format_} is written to several files: name a folder.", param_hint="--output")
    if within is not None:
        check_place(within)
    settings, scope = load_settings(), Scope(within or "", as_of.date() if as_of else None)
    with as_interrupts(), draft(output, written.files) as streams:
        exported = _export(settings, scope, written, streams)
    typer.echo(f"Exported {exported.nodes:,} nodes and {exported.edges:,} relations.", err=True)
    if not exported.is_of_one_version:
        typer.echo("The version of the graph is unknown: changes made meanwhile may be exported in part.", err=True)


def _export(settings: "Settings", scope: "Scope", written: "Written", streams: "Sequence[TextIO]") -> "Exported":
    from graph_api.catalogue import load_catalogue
    from graph_api.cli.session import run_on_database
    from graph_api.errors import SetupError
    from graph_api.export.reader import Reader
    from graph_api.export.snapshot import export

    async def work(database: "Database") -> "Exported":
        reader = Reader(database, load_catalogue(), scope)
        if not await reader.has_place():
            raise SetupError(f"The graph has no place {scope.within}." if scope.within else "The graph has no places.")
        with _progress() as show:
            return await export(database, reader, written, streams, show)

    return run_on_database(settings, work)


@contextmanager
def _progress() -> "Iterator[Show]":
    """A bar on standard error for the nodes, and one for the relations of each node."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from graph_api.cli.session import progress_console

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=progress_console()) as progress:
        tasks = {what: progress.add_task(what, total=None) for what in ("nodes", "relations")}
        yield lambda done, total, what: progress.update(tasks[what], completed=done, total=total)
