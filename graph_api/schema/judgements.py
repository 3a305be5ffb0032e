"""The rules that each coverage field needs to be run, and the values that it takes from their findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph_api.compiler.ids import decode_id
from graph_api.compiler.sources import Staged
from graph_api.errors import ClientError
from graph_api.resolvers.coverage import LEVELS, Filter, read_filter
from graph_api.resolvers.judging import ALL, MUST, Judged, Need
from graph_api.resolvers.windows import check_order

Arguments = Mapping[str, Any]


def _filter(arguments: Arguments) -> Filter:
    return read_filter(arguments.get("filter"))


def _findings(arguments: Arguments, _: str) -> Need:
    return Need(_filter(arguments), findings=True)


def _rules_of_ids(arguments: Arguments) -> Filter:
    """The rules of the findings that the global IDs belong to."""
    codes = set()
    for given in arguments.get("ids") or [arguments.get("id")]:
        try:
            found = decode_id(given)
        except ClientError:
            continue
        if found.type == "Finding":
            codes.add(found.local.partition("|")[0])
    return Filter(rules=frozenset(codes))


def _of_places(judged: Judged, arguments: Arguments, levels: tuple[str, ...]) -> Any:
    return judged.judgement.by_place(_filter(arguments), frozenset(LEVELS[level] for level in levels))


FINDINGS = Staged(Need, _findings, lambda judged, arguments, _: judged.judgement.kept(_filter(arguments)), paged=True)
FINDINGS_OF_PLACE = Staged(Need, _findings, _of_places)
FINDINGS_OF_ACTOR = Staged(
    Need, _findings, lambda judged, arguments, _: judged.judgement.by_subject(_filter(arguments)), wide=True
)
FINDINGS_BY_ID = Staged(
    Need,
    lambda arguments, _: Need(_rules_of_ids(arguments), findings=True),
    lambda judged, arguments, _: [finding.row() for finding in judged.judgement.kept(_rules_of_ids(arguments))],
    wide=True,
)
FULLY_COVERED = Staged(
    Need,
    lambda _, level: Need(MUST).at(level),
    lambda judged, arguments, levels: judged.judgement.covered(*levels, fully=arguments["filter"]["fullyCovered"]),
)
FAILING = Staged(
    Need,
    lambda arguments, level: Need(Filter(rules=frozenset(arguments["filter"]["failing"]))).at(level),
    lambda judged, arguments, levels: judged.judgement.failing(*levels, arguments["filter"]["failing"]),
)
RATES = Staged(Need, lambda _, level: Need(MUST).at(level), lambda judged, _, levels: judged.judgement.rates(*levels))


def _changes(arguments: Arguments, _: str) -> Need:
    """The findings on two dates. Raises BAD_USER_INPUT if the second date is before the first."""
    check_order(arguments["from"], arguments["until"])
    return Need(ALL, findings=True, since=arguments["from"])


CHANGES = Staged(
    Need,
    _changes,
    lambda judged, arguments, _: [
        change.row(arguments["from"].isoformat(), arguments["until"].isoformat()) for change in judged.changes
    ],
)
