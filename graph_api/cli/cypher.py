"""`graph-api cypher`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph_api.catalogue import Catalogue, Fragment


def command(
    name: Annotated[
        str | None, typer.Argument(help="The name of a fragment. Without it, all names are listed.")
    ] = None,
) -> None:
    """List the catalogue of Cypher fragments, or print one, expanded for a Neo4j shell. Needs no database.

    Examples:

        graph-api cypher

        graph-api cypher pairings.aligned
    """
    from graph_api.catalogue import load_catalogue
    from graph_api.errors import SetupError

    catalogue = load_catalogue()
    if name is None:
        _print_list(catalogue)
        return
    if name not in catalogue:
        raise SetupError(f"The catalogue has no fragment {name!r}. `graph-api cypher` lists the names.")
    typer.echo(_pasteable(catalogue[name]))


def _print_list(catalogue: "Catalogue") -> None:
    from rich import box
    from rich.table import Table

    from graph_api.cli.session import table_console

    table = Table("name", "mode", "what it answers", box=box.SIMPLE_HEAD)
    for key in sorted(catalogue):
        fragment = catalogue[key]
        table.add_row(key, fragment.mode.value, fragment.description)
    table_console().print(table)


def _pasteable(fragment: "Fragment") -> str:
    from graph_api.settings import IN_STATEMENTS, Settings

    comments = [f"// {line}" for line in [fragment.name, *fragment.description.splitlines()]]
    known = _EXAMPLES | {
        name: str(field.default) for name, field in Settings.model_fields.items() if name in IN_STATEMENTS
    }
    parameters = [f":param {each} => {known.get(each, 'null')}" for each in sorted(fragment.parameters)]
    return "\n".join([*comments, *parameters, f"{fragment.text.strip()};"])


# Known parameters; the reader fills in the others.
_EXAMPLES = {"as_of": "date()", "today": "date()", "within": "'210681'", "code": "'210681'"}
