"""`graph-api due`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph_api.cli.formats import Format, FormatOption, print_list
from graph_api.cli.languages import LanguageOption, shown
from graph_api.languages import Language, Text

if TYPE_CHECKING:
    from rich.table import Table

_QUERY = """
query Due(
  $within: String!, $asOf: Date, $until: Date, $kinds: [DueKind!], $filter: DueFilter, $language: Language
) {
  place(code: $within, asOf: $asOf) { name }
  due(within: $within, asOf: $asOf, until: $until, kinds: $kinds, filter: $filter, first: 100) {
    nodes { dueOn daysLeft overdue kind title(language: $language) name place { code name } rule { code } }
  }
}
"""
_HEADINGS = {
    "dueOn": Text("due on", "期限"),
    "daysLeft": Text("days left", "剩余天数"),
    "kind": Text("kind", "类别"),
    "place": Text("place", "地点"),
    "name": Text("subject", "对象"),
    "title": Text("what is due", "事项"),
    "rule": Text("rule", "规则"),
}
_WRAPPED = {"place", "name", "title"}


def command(  # noqa: PLR0913 - an option each
    code: Annotated[str, typer.Argument(help="Code of the place: it and all places below it are included.")],
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The last day to look ahead to (default: 30 days after `--as-of`)."),
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind, such as VISIT. Can be repeated.")] = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The date the result describes (default: today).")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,  # noqa: FBT002
    language: LanguageOption = Language.EN,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Show what is due within a place, overdue duties first. Exit code 1 if something is overdue.

    Examples:

        graph-api due 210681

        graph-api due 210681001 --until 2026-09-30 --kind VISIT --kind MEETING

        graph-api due 210681 --overdue --language zh

        graph-api due 210681 --format csv > due.csv
    """
    from graph_api.cli.lists import own_list
    from graph_api.cli.operations import read_list
    from graph_api.cli.session import load_settings, table_console
    from graph_api.errors import SetupError

    kinds = _check(code, kind or [])
    listed = own_list(_QUERY)
    variables = {
        "within": code,
        "asOf": as_of and as_of.date().isoformat(),
        "until": until and until.date().isoformat(),
        "kinds": kinds or None,
        "filter": {"overdue": True} if overdue else None,
        "language": language,
    }
    data = read_list(load_settings(), listed, variables)
    if data["place"] is None:
        raise SetupError(f"The graph has no place {code}. `graph-api query` can list the places.")
    items = listed.rows(data)
    if format_ is Format.TABLE:
        console, place = table_console(), data["place"]["name"]
        if items:
            console.print(_table(place, items, language))
        late = sum(each["overdue"] for each in items)
        summary = Text("{}: {} due, {} of them overdue.", "{}：共{}项到期事项，其中{}项逾期。")
        console.print(summary.in_(language).format(place, len(items), late))
    else:
        print_list(listed, data, format_)
    raise typer.Exit(1 if any(each["overdue"] for each in items) else 0)


def _check(code: str, kinds: list[str]) -> list[str]:
    """The kinds in capitals. Raises `SetupError`: the engine would name its own arguments."""
    from difflib import get_close_matches

    from graph_api.cli.codes import check_place
    from graph_api.errors import SetupError
    from graph_api.schema.due import KINDS

    check_place(code)
    wanted = [kind.upper() for kind in kinds]
    for kind in wanted:
        if kind not in KINDS.names:
            near = get_close_matches(kind, KINDS.names, 1) or KINDS.names
            raise SetupError(f"There is no kind {kind}. Did you mean {' or '.join(near)}?")
    return wanted


def _table(place: str, items: list[dict[str, Any]], language: Language) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text as Styled

    table = Table(title=Text(f"Due within {place}", f"{place}到期事项").in_(language), box=box.SIMPLE_HEAD)
    for name, heading in _HEADINGS.items():
        table.add_column(heading.in_(language), no_wrap=name not in _WRAPPED)
    for each in items:
        late = "bold red" if each["overdue"] else ""
        table.add_row(
            Styled(each["dueOn"], late),
            Styled(str(each["daysLeft"]), late),
            shown("DueKind", each["kind"], language),
            each["place"]["name"],
            each["name"],
            each["title"],
            each["rule"]["code"] if each["rule"] else "",
        )
    return table
