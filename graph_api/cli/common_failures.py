"""`graph-api coverage common`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.formats import Format, FormatOption, print_list
from graph_api.cli.languages import LanguageOption
from graph_api.languages import Language, Text

if TYPE_CHECKING:
    from rich.table import Table

QUERY = """
query CommonFailures($within: String!, $asOf: Date, $language: Language) {
  place(code: $within, asOf: $asOf) { name }
  commonFailures(within: $within, asOf: $asOf, first: 100) {
    nodes {
      count share clearedCount kind
      rules { code title(language: $language) }
      place { code name }
      subject {
        ... on Place { name }
        ... on Building { compound { name } }
        ... on Actor { name }
        ... on BuildingGroup { name }
        ... on Issue { title }
      }
    }
  }
}
"""
_HEADINGS = {
    "count": Text("failures", "问题数"),
    "share": Text("share", "占比"),
    "cleared": Text("places cleared", "可清零地点数"),
    "kind": Text("in common", "共同点"),
    "rules": Text("rules", "规则"),
    "where": Text("place or subject", "地点或对象"),
}
_NUMBERS = {"count", "share", "cleared"}


def command(
    code: Annotated[str, typer.Argument(help="Code of the place: it and all places below it are included.")],
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The date the result describes (default: today).")
    ] = None,
    language: LanguageOption = Language.EN,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Show which failures of MUST rules have a rule, a place or a subject in common: those first that would fix the most.

    Examples:

        graph-api coverage common 210681

        graph-api coverage common 210681001 --as-of 2026-06-30 --language zh
    """
    from graph_api.cli.codes import check_place
    from graph_api.cli.lists import own_list
    from graph_api.cli.operations import read_list
    from graph_api.cli.session import load_settings, table_console
    from graph_api.errors import SetupError

    check_place(code)
    listed = own_list(QUERY)
    day = as_of and as_of.date().isoformat()
    data = read_list(load_settings(), listed, {"within": code, "asOf": day, "language": language})
    if data["place"] is None:
        raise SetupError(f"The graph has no place {code}. `graph-api query` can list the places.")
    if format_ is not Format.TABLE:
        print_list(listed, data, format_)
        return
    name, found = data["place"]["name"], listed.rows(data)
    if found:
        table_console().print(_table(name, found, language))
    else:
        nothing = Text(f"{name}: no failures of MUST rules have anything in common.", f"{name}：无共性问题。")
        typer.echo(nothing.in_(language))


def _table(place: str, found: list[dict[str, Any]], language: Language) -> "Table":
    from rich import box
    from rich.table import Table

    from graph_api.resolvers.labels import labels

    title = Text(f"Common failures within {place}", f"{place}范围内的共性问题")
    table = Table(title=title.in_(language), box=box.SIMPLE_HEAD)
    for name, heading in _HEADINGS.items():
        table.add_column(heading.in_(language), justify="right" if name in _NUMBERS else "left")
    for each in found:
        table.add_row(
            str(each["count"]),
            f"{each['share']:.0%}",
            str(each["clearedCount"]),
            labels()["CommonFailureKind"][each["kind"]].in_(language),
            _rules(each["rules"]),
            _where(each, language),
        )
    return table


def _rules(rules: list[dict[str, Any]]) -> str:
    """The rules: a single one with its title."""
    return f"{rules[0]['code']} {rules[0]['title']}" if len(rules) == 1 else ", ".join(rule["code"] for rule in rules)


def _where(each: dict[str, Any], language: Language) -> str:
    from graph_api.cli.coverage import name_of

    if each["subject"] is not None:
        return name_of(each["subject"], language)
    return each["place"]["name"] if each["place"] is not None else ""
