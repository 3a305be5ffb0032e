"""The rules that each coverage field needs to be run, and the values that it takes from their findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph_api.compiler.ids import decode_id
from graph_api.compiler.pages import HandedIn
from graph_api.compiler.sources import Property, Staged
from graph_api.errors import ClientError
from graph_api.resolvers.common_failures import KINDS, CommonFailure, common_failures
from graph_api.resolvers.coverage import Filter, Finding, read_filter
from graph_api.resolvers.coverage_changes import ChangeFilter, change_counts, read_change_filter
from graph_api.resolvers.finding_counts import counts
from graph_api.resolvers.finding_order import MarginOrder
from graph_api.resolvers.rule_runner import MUST, RuleNeed, RuleRun
from graph_api.resolvers.windows import check_order
from graph_api.rules import Obligation

Arguments = Mapping[str, Any]


def _filter(arguments: Arguments) -> Filter:
    return read_filter(arguments.get("filter"))


def _ordered(findings: Sequence[Finding], arguments: Arguments) -> Sequence[HandedIn]:
    """The findings in the order that the argument `orderBy` selects."""
    order = arguments.get("orderBy")
    return findings if order is None else MarginOrder(order["direction"] == "DESC").sorted(findings)


def _each_ordered(lists: Mapping[str, Sequence[Finding]], arguments: Arguments) -> Mapping[str, Sequence[HandedIn]]:
    """The lists of findings, each in the order that the argument `orderBy` selects."""
    if arguments.get("orderBy") is None:
        return lists
    return {key: _ordered(findings, arguments) for key, findings in lists.items()}


def _findings(arguments: Arguments, _: str) -> RuleNeed:
    return RuleNeed(_filter(arguments), findings=True)


def _rules_of_ids(arguments: Arguments) -> Filter:
    """The rules of the findings that the global IDs belong to."""
    return Filter(rules=frozenset(local.partition("|")[0] for local in _local_ids(arguments)))


def _local_ids(arguments: Arguments) -> Iterator[str]:
    """The local IDs of the findings among the global IDs."""
    for given in arguments.get("ids") or [arguments.get("id")]:
        try:
            found = decode_id(given)
        except ClientError:
            continue
        if found.type == "Finding":
            yield found.local


def _of_ids(run: RuleRun, arguments: Arguments, _: tuple[str, ...]) -> list[dict[str, Any]]:
    """The findings that global ids name, as rows."""
    wanted = set(_local_ids(arguments))
    found = run.results.filtered(_rules_of_ids(arguments))
    return [finding.row() for finding in found if finding.id in wanted]


FINDINGS = Staged(
    RuleNeed,
    _findings,
    lambda run, arguments, _: _ordered(run.results.filtered(_filter(arguments)), arguments),
    paged=True,
)
FINDINGS_OF_PLACE = Staged(
    RuleNeed,
    _findings,
    lambda run, arguments, levels: _each_ordered(run.by_place(_filter(arguments), levels), arguments),
    paged=True,
    key=Property("code", of="place"),
)
FINDINGS_OF_ACTOR = Staged(
    RuleNeed,
    _findings,
    lambda run, arguments, _: _each_ordered(run.results.by_subject(_filter(arguments)), arguments),
    wide=True,
    paged=True,
    key=Property("id", of="actor"),
)
FINDINGS_BY_ID = Staged(
    RuleNeed,
    lambda arguments, _: RuleNeed(_rules_of_ids(arguments), findings=True),
    _of_ids,
    wide=True,
)
FULLY_COVERED = Staged(
    RuleNeed,
    lambda _, level: RuleNeed(MUST).at(level),
    lambda run, arguments, levels: run.results.covered(*levels, fully=arguments["filter"]["fullyCovered"]),
)
FAILING = Staged(
    RuleNeed,
    lambda arguments, level: RuleNeed(Filter(rules=frozenset(arguments["filter"]["failing"]))).at(level),
    lambda run, arguments, levels: run.results.failing(*levels, arguments["filter"]["failing"]),
)
RATES = Staged(RuleNeed, lambda _, level: RuleNeed(MUST).at(level), lambda run, _, levels: run.results.rates(*levels))


def _change_filter(arguments: Arguments) -> ChangeFilter:
    return read_change_filter(arguments.get("filter"))


def _changes(arguments: Arguments, _: str) -> RuleNeed:
    """The findings on two dates. Raises BAD_USER_INPUT if the second date is before the first."""
    check_order(arguments["from"], arguments["until"])
    return RuleNeed(_change_filter(arguments).where, findings=True, since=arguments["from"])


CHANGES = Staged(RuleNeed, _changes, lambda run, arguments, _: _change_filter(arguments).of(run.changes), paged=True)
CHANGE_COUNTS = Staged(
    RuleNeed,
    _changes,
    lambda run, arguments, _: change_counts(_change_filter(arguments).of(run.changes)),
    paged=True,
)


def _counts(run: RuleRun, arguments: Arguments, _: tuple[str, ...]) -> list[dict[str, Any]]:
    dimensions = list(dict.fromkeys(arguments.get("groupBy") or ()))
    return counts(run.results.filtered(_filter(arguments)), dimensions)


def _common_failures(run: RuleRun, arguments: Arguments, _: tuple[str, ...]) -> list[CommonFailure]:
    kinds = arguments.get("kinds")
    failures = run.results.filtered(_FAILED)
    return common_failures(failures, KINDS if kinds is None else kinds, arguments.get("within") or "")


_FAILED = Filter(results=frozenset({"FAIL"}), obligation=Obligation.MUST.value)
FINDING_COUNTS = Staged(RuleNeed, _findings, _counts, counted=True)
COMMON_FAILURES = Staged(
    RuleNeed, lambda _arguments, _level: RuleNeed(_FAILED, findings=True), _common_failures, paged=True
)
