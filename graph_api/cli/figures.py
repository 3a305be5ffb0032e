"""`graph-api figures`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.table import Table

_QUERY = """
query Figures($city: String!) {
  city(code: $city) { name figures { key label unit stated qualifier value holds } }
}
"""


def command(
    city: Annotated[str, typer.Option(help="Code of the city.")] = "210681",
) -> None:
    """Compare what the report states with what the graph holds; exit code 1 when a figure does not hold.

    Examples:

        graph-api figures

        graph-api figures --city 210681
    """
    import orjson
    from rich.console import Console

    from graph_api.cli.asking import ask
    from graph_api.cli.session import load_settings
    from graph_api.errors import SetupError

    answer = ask(load_settings(), _QUERY, {"city": city})
    if answer.errors:
        raise SetupError(answer.errors[0]["message"])
    found = orjson.loads(answer.body)["data"]["city"]
    if found is None:
        raise SetupError(f"The graph has no city {city}: load Donggang with `graph-api seed donggang`.")
    Console().print(_table(found["name"], found["figures"]))
    raise typer.Exit(0 if all(each["holds"] for each in found["figures"]) else 1)


def _table(city: str, figures: list[dict[str, Any]]) -> "Table":
    from rich.table import Table

    table = Table("key", "figure", title=f"Figures of {city}")
    for heading in ("stated", "computed", "unit"):
        table.add_column(heading, justify="right" if heading != "unit" else "left")
    table.add_column("holds")
    for each in figures:
        stated = f"{_QUALIFIERS.get(each['qualifier'], '')}{each['stated']:,g}"
        holds = "[green]yes[/]" if each["holds"] else "[bold red]no[/]"
        table.add_row(each["key"], each["label"], stated, f"{each['value']:,g}", each["unit"], holds)
    return table


_QUALIFIERS = {"EXACT": "", "AT_LEAST": "≥ ", "AT_MOST": "≤ ", "ABOUT": "≈ ", "MORE_THAN": "> "}
