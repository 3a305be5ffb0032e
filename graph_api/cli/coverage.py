"""`graph-api coverage`."""
# ruff: noqa: PLC0415 - help comes at once when a command imports what it needs as it runs

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from graph_api.cli import common_failures
from graph_api.cli.formats import Format, FormatOption, print_list
from graph_api.cli.languages import LanguageOption, shown
from graph_api.languages import Language, Text

if TYPE_CHECKING:
    from rich.table import Table

_QUERY = """
query Coverage($within: String!, $asOf: Date, $filter: FindingFilter, $language: Language) {
  coverage(within: $within, asOf: $asOf) { rate fullyCovered }
  place(code: $within, asOf: $asOf) { name }
  coverageFindings(within: $within, asOf: $asOf, filter: $filter, first: 100) {
    nodes {
      rule { code title(language: $language) obligation }
      result observed(language: $language) required(language: $language)
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
# The headings of the table: an empty one stands above the obligation levels, which explain themselves.
_HEADINGS = {
    "rule": Text("rule", "规则"),
    "obligation": Text("", "约束力"),
    "place": Text("place", "地点"),
    "subject": Text("subject", "对象"),
    "result": Text("result", "结论"),
    "observed": Text("observed", "实际情况"),
    "required": Text("required", "要求"),
}
_NOT_WRAPPED = {"rule", "obligation", "result"}
_COLOURS = {"PASS": "green", "FAIL": "bold red", "UNKNOWN": "yellow", "NOT_APPLICABLE": "dim"}


class _ShownByDefault(TyperGroup):
    """Runs `coverage CODE` as the command `show`, unless the argument is the name of a command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["show", *args]
        return super().parse_args(ctx, args)


_HELP = """Show what the coverage rules find within a place or what would fix most, or verify what a server says.

Examples:

    graph-api coverage 210681001003

    graph-api coverage common 210681

    graph-api coverage verify
"""

app = typer.Typer(cls=_ShownByDefault, help=_HELP)
app.command("common")(common_failures.command)


@app.command()
def verify(
    server: Annotated[
        str, typer.Option(metavar="URL", help="The server whose results are compared.")
    ] = "http://127.0.0.1:8000/graphql",
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The date the result describes (default: today).")
    ] = None,
) -> None:
    """Run all rules in this process and compare every finding and count with a running server. Exit code 1 if they
    differ.

    A server caches findings while the graph is unchanged. This command proves that its caches are right.

    Examples:

        graph-api coverage verify

        graph-api coverage verify --server http://127.0.0.1:9000/graphql --as-of 2026-06-30
    """
    from graph_api.cli.session import load_settings
    from graph_api.cli.verification import compare

    settings = load_settings()
    day = as_of.date() if as_of else settings.today()
    comparison = compare(settings, server, day)
    for code in comparison.differing:
        typer.echo(f"{code}: the server's findings differ from those of the rules.")
    if comparison.differing:
        raise typer.Exit(1)
    cities = "one city" if comparison.cities == 1 else f"{comparison.cities} cities"
    typer.echo(f"All agree as of {day}: {comparison.findings} findings in {cities}.")


@app.command()
def show(  # noqa: PLR0913 - an option each
    code: Annotated[str, typer.Argument(help="Code of the place: it and all places below it are included.")],
    rule: Annotated[list[str] | None, typer.Option(help="Only findings of this rule. Can be repeated.")] = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The date the result describes (default: today).")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also show findings that pass or don't apply.")] = False,  # noqa: FBT002
    language: LanguageOption = Language.EN,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Show the findings of the coverage rules within a place. Exit code 1 if a MUST rule fails.

    Examples:

        graph-api coverage 210681001003

        graph-api coverage 210681 --rule COM1 --rule DEP2 --as-of 2026-06-30

        graph-api coverage 210681 --language zh

        graph-api coverage 210681 --all --format csv > findings.csv
    """
    from graph_api.cli.lists import own_list
    from graph_api.cli.operations import read_list
    from graph_api.cli.session import load_settings, table_console
    from graph_api.errors import SetupError

    _check(code, rule or [])
    wanted: dict[str, Any] = {} if everything else {"results": ["FAIL", "UNKNOWN"]}
    if rule:
        wanted["rules"] = rule
    day = as_of and as_of.date().isoformat()
    listed = own_list(_QUERY)
    data = read_list(load_settings(), listed, {"within": code, "asOf": day, "filter": wanted, "language": language})
    place, coverage, findings = data["place"], data["coverage"], listed.rows(data)
    if place is None:
        raise SetupError(f"The graph has no place {code}. `graph-api query` can list the places.")
    if format_ is Format.TABLE:
        console = table_console()
        if findings:
            console.print(_table(place["name"], findings, language))
        rate, number = coverage["rate"], len(findings)
        summary = _chinese_summary if language is Language.ZH else _summary
        console.print(summary(place["name"], rate, number, everything=everything))
    else:
        print_list(listed, data, format_)
    fails = any(f["result"] == "FAIL" and f["rule"]["obligation"] == "MUST" for f in findings)
    raise typer.Exit(1 if fails else 0)


def _check(code: str, rules: list[str]) -> None:
    """Raises `SetupError`: the engine would name its own arguments."""
    from difflib import get_close_matches

    from graph_api.catalogue import load_catalogue
    from graph_api.cli.codes import check_place
    from graph_api.errors import SetupError
    from graph_api.rules import rules_of

    check_place(code)
    known = rules_of(load_catalogue())
    for rule in rules:
        if rule not in known:
            near = get_close_matches(rule.upper(), known, 1)
            raise SetupError(f"There is no rule {rule}" + (f". Did you mean {near[0]}?" if near else "."))


def _table(place: str, findings: list[dict[str, Any]], language: Language) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text as Styled

    title = Text(f"Findings within {place}", f"{place}范围内的检查结果")
    table = Table(title=title.in_(language), box=box.SIMPLE_HEAD)
    for name, heading in _HEADINGS.items():
        table.add_column(heading.in_(language), no_wrap=name in _NOT_WRAPPED)
    for each in findings:
        table.add_row(
            each["rule"]["code"],
            shown("Obligation", each["rule"]["obligation"], language),
            each["place"]["name"],
            name_of(each["subject"], language),
            Styled(shown("RuleResult", each["result"], language), _COLOURS[each["result"]]),
            each["observed"] or "",
            each["required"],
        )
    return table


def name_of(subject: dict[str, Any], language: Language) -> str:
    """The name of a subject, or the title of an issue. A building's name alone does not tell which one it is."""
    name: str = subject["title"] if "title" in subject else subject["name"]
    space = Text(" ", "").in_(language)
    return f"{subject['compound']['name']}{space}{name}" if "compound" in subject else name


def _summary(place: str, rate: float | None, number: int, *, everything: bool) -> str:
    passing = "no MUST rule applies" if rate is None else f"{rate:.1%} of MUST findings pass"
    listed = f"{number} findings" if everything else f"{number} findings fail or are unknown"
    return f"{place}: {passing}; {listed}."


def _chinese_summary(place: str, rate: float | None, number: int, *, everything: bool) -> str:
    passing = "无适用的必须类规则" if rate is None else f"必须类检查通过率{rate:.1%}"
    listed = f"共{number}项检查结果" if everything else f"{number}项检查结果未通过或无法判断"
    return f"{place}：{passing}；{listed}。"
