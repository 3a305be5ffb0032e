"""`graph-api figures`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.formats import Format, FormatOption, print_list
from graph_api.cli.languages import LanguageOption, shown
from graph_api.languages import Language, Text

if TYPE_CHECKING:
    from rich.table import Table

_QUERY = """
query Figures($city: String!, $language: Language) {
  city(code: $city) { name figures { key label(language: $language) unit stated qualifier value holds } }
}
"""


def command(
    city: Annotated[str, typer.Option(help="Code of the city.")] = "210681",
    language: LanguageOption = Language.EN,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Compare the figures that the city's report states with those of the graph. Exit code 1 if a figure does not
    agree.

    Examples:

        graph-api figures

        graph-api figures --language zh

        graph-api figures --city 210681 --format csv
    """
    from graph_api.cli.lists import own_list
    from graph_api.cli.operations import read_list
    from graph_api.cli.session import load_settings, table_console
    from graph_api.errors import SetupError

    listed = own_list(_QUERY)
    data = read_list(load_settings(), listed, {"city": city, "language": language})
    if data["city"] is None:
        raise SetupError(f"The graph has no city {city}: load Donggang with `graph-api seed donggang`.")
    figures = listed.rows(data)
    if format_ is Format.TABLE:
        table_console().print(_table(data["city"]["name"], figures, language))
    else:
        print_list(listed, data, format_)
    raise typer.Exit(0 if all(each["holds"] for each in figures) else 1)


def _table(city: str, figures: list[dict[str, Any]], language: Language) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text as Styled

    table = Table(title=Text(f"Figures of {city}", f"{city}数据指标").in_(language), box=box.SIMPLE_HEAD)
    # Other programs search for the key, so a label is wrapped rather than a key truncated.
    table.add_column(
        Text("key", "代码").in_(language), min_width=max((len(each["key"]) for each in figures), default=0)
    )
    table.add_column(Text("figure", "指标").in_(language))
    table.add_column(Text("stated", "报告数").in_(language), justify="right", no_wrap=True)
    table.add_column(Text("computed", "计算数").in_(language), justify="right", no_wrap=True)
    table.add_column(Text("holds", "是否相符").in_(language), no_wrap=True)
    yes, no = Text("yes", "相符").in_(language), Text("no", "不符").in_(language)
    for each in figures:
        stated = f"{_QUALIFIERS.get(each['qualifier'], '')}{_number(each['stated'])}"
        holds = Styled(yes, "green") if each["holds"] else Styled(no, "bold red")
        unit = Text(", {}", "（{}）").in_(language).format(shown("Figure.unit", each["unit"], language))
        label = each["label"] + ("" if each["unit"] == "count" else unit)
        table.add_row(each["key"], label, stated, _number(each["value"]), holds)
    return table


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


_QUALIFIERS = {"AT_LEAST": "≥ ", "AT_MOST": "≤ ", "ABOUT": "≈ "}
