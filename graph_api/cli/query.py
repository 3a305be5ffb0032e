"""`graph-api query`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.formats import Format, print_json, print_list

if TYPE_CHECKING:
    from graphql import OperationDefinitionNode


def command(
    file: Annotated[Path, typer.Argument(help="A file with a GraphQL document (-: standard input).")],
    var: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help="A variable; can be repeated. The value is parsed as JSON if possible, otherwise it is a string.",
        ),
    ] = None,
    operation: Annotated[
        str | None, typer.Option(metavar="NAME", help="The name of the operation to run, if the document has several.")
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="Read the operation's list to its end, and print it as a table or as CSV, or the response as JSON.",
        ),
    ] = None,
) -> None:
    """Run an operation and print the response as JSON. Exit code 1 if it has errors.

    With --format, all pages of the operation's list are read. A row of a table is an item of the list, and a column is
    a path such as community.name. Without it, the response is printed as a server would send it.

    Examples:

        graph-api query board.graphql --var city=210681

        graph-api query board.graphql --var first=5 --var asOf=2024-06-30 --operation Board

        graph-api query departments.graphql --format csv > departments.csv

        echo '{ cities { nodes { name } } }' | graph-api query -
    """
    import orjson

    from graph_api.cli.lists import list_of
    from graph_api.cli.operations import ask, data_of, read_list
    from graph_api.cli.session import load_settings

    document = _document(file)
    for name, text in (("file", document), ("--operation", operation or ""), *(("--var", each) for each in var or [])):
        _check_text(text, name)
    operations = _operations(document)
    _check_operation(operation, [each.name.value for each in operations if each.name])
    variables, settings = _variables(operations, var or []), load_settings()
    listed = list_of(document, operation) if format_ else None
    if format_ and listed:
        print_list(listed, read_list(settings, listed, variables), format_)
        return
    answer = ask(settings, document, variables, operation)
    response = orjson.loads(answer.body)
    if format_ in {Format.TABLE, Format.CSV}:
        data_of(response)  # says what is wrong with the document
    print_json(response)
    raise typer.Exit(1 if answer.errors else 0)


def _document(file: Path) -> str:
    from graph_api.errors import SetupError

    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise SetupError(f"Can't read {file}: {(error.strerror or 'unknown reason').lower()}.") from error
    except UnicodeDecodeError as error:
        raise SetupError(f"{file} is not UTF-8 text.") from error


def _check_text(text: str, name: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise typer.BadParameter("It is not UTF-8 text.", param_hint=name) from error


def _operations(document: str) -> "list[OperationDefinitionNode]":
    """The operations of the document; none if it is malformed, which the engine reports."""
    from graphql import GraphQLSyntaxError, OperationDefinitionNode, parse

    try:
        definitions = parse(document).definitions
    except GraphQLSyntaxError:
        return []
    return [each for each in definitions if isinstance(each, OperationDefinitionNode)]


def _check_operation(chosen: str | None, names: list[str]) -> None:
    """The engine would call the option by the name of a request's field."""
    if chosen is None and len(names) > 1:
        raise typer.BadParameter(
            f"The document has several operations: choose {_listed(names)}.", param_hint="--operation"
        )
    if chosen is not None and names and chosen not in names:
        raise typer.BadParameter(
            f"The document has no operation {chosen}, but {_listed(names)}.", param_hint="--operation"
        )


def _listed(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _variables(operations: "list[OperationDefinitionNode]", pairs: list[str]) -> dict[str, Any]:
    plain = _plain_variables(operations)
    variables = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not name or not equals:
            raise typer.BadParameter(f"{pair!r} must have the form name=value.", param_hint="--var")
        variables[name] = _value(value, plain=name in plain)
    return variables


def _plain_variables(operations: "list[OperationDefinitionNode]") -> set[str]:
    """The variables whose declared type is not a number, Boolean or list: their values are strings."""
    from graphql import NamedTypeNode, NonNullTypeNode, VariableDefinitionNode

    def is_plain(definition: VariableDefinitionNode) -> bool:
        declared = definition.type.type if isinstance(definition.type, NonNullTypeNode) else definition.type
        return isinstance(declared, NamedTypeNode) and declared.name.value not in ("Int", "Float", "Boolean")

    return {
        variable.variable.name.value
        for operation in operations
        for variable in operation.variable_definitions or ()
        if is_plain(variable)
    }


def _value(text: str, *, plain: bool) -> Any:
    import orjson

    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        return text
    # A place's code consists of digits: 210681 for a String must not become a number.
    return text if plain and isinstance(value, int | float) else value
