"""`graph-api figures`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.formats import Format, FormatOption, print_list

if TYPE_CHECKING:
    from rich.table import Table

_QUERY = """
query Figures($city: String!) {
  city(code: $city) { name figures { key label unit stated qualifier value holds } }
}
"""


def command(
    city: Annotated[str, typer.Option(help="Code of the city.")] = "210681",
    format_: FormatOption = Format.TABLE,
) -> None:
    """Compare the figures that the city's report states with those of the graph. Exit code 1 if a figure does not
    agree.

    Examples:

        graph-api figures

        graph-api figures --city 210681 --format csv
    """
    from graph_api.cli.lists import own_list
    from graph_api.cli.operations import read_list
    from graph_api.cli.session import load_settings, table_console
    from graph_api.errors import SetupError

    listed = own_list(_QUERY)
    data = read_list(load_settings(), listed, {"city": city})
    if data["city"] is None:
        raise SetupError(f"The graph has no city {city}: load Donggang with `graph-api seed donggang`.")
    figures = listed.rows(data)
    if format_ is Format.TABLE:
        table_console().print(_table(data["city"]["name"], figures))
    else:
        print_list(listed, data, format_)
    raise typer.Exit(0 if all(each["holds"] for each in figures) else 1)


def _table(city: str, figures: list[dict[str, Any]]) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"Figures of {city}", box=box.SIMPLE_HEAD)
    # Other programs search for the key, so a label is wrapped rather than a key truncated.
    table.add_column("key", min_width=max((len(each["key"]) for each in figures), default=0))
    table.add_column("figure")
    table.add_column("stated", justify="right", no_wrap=True)
    table.add_column("computed", justify="right", no_wrap=True)
    table.add_column("holds", no_wrap=True)
    for each in figures:
        stated = f"{_QUALIFIERS.get(each['qualifier'], '')}{_number(each['stated'])}"
        holds = Text("yes", "green") if each["holds"] else Text("no", "bold red")
        unit = "" if each["unit"] == "count" else f", {each['unit']}"
        table.add_row(each["key"], each["label"] + unit, stated, _number(each["value"]), holds)
    return table


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


_QUALIFIERS = {"AT_LEAST": "≥ ", "AT_MOST": "≤ ", "ABOUT": "≈ "}
