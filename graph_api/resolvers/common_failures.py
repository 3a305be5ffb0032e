"""Failures of rules that have something in common: a rule, a place or a subject. Plain functions over findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph_api.places import COMPOUND, lineage
from graph_api.resolvers.coverage import Finding

# Failures that have more in common come later.
KINDS = ("RULE", "PLACE", "RULE_AND_PLACE", "SUBJECT")
_MOST = 10**9


class Shared(NamedTuple):
    """What failures have in common: a rule, a place, both, or a subject by its type and ID."""

    kind: str
    rule: str | None = None
    place: str | None = None
    subject: tuple[str, str] | None = None


@dataclass(frozen=True)
class CommonFailure:
    """Two or more failures that have something in common, as IDs of findings.

    `share` is their share of all failures. `cleared` are the codes of the places where nothing else fails, there or
    below.
    """

    shared: Shared
    rules: Sequence[str]
    findings: Sequence[str]
    share: float
    cleared: Sequence[str]

    @property
    def key(self) -> str:
        """The sort key: the most failures first, then the most cleared places."""
        kind, rule, place, subject = self.shared
        number = f"{_MOST - len(self.findings):010} {_MOST - len(self.cleared):010} {KINDS.index(kind)}"
        return f"{number} {place or ''} {rule or ''} {'|'.join(subject or ())}"

    def row(self) -> dict[str, Any]:
        """The common failure as a parameter of a statement."""
        return {
            "key": self.key,
            "kind": self.shared.kind,
            "rules": list(self.rules),
            "place": self.shared.place,
            "subject": self.shared.subject and list(self.shared.subject),
            "count": len(self.findings),
            "share": self.share,
            "cleared": list(self.cleared),
            "cleared_count": len(self.cleared),
        }


def common_failures(failures: Sequence[Finding], kinds: Iterable[str], within: str) -> list[CommonFailure]:
    """The common failures of these kinds, sorted by key. The same failures are listed once.

    `failures` are all that there are within the place with this code: only places there can be cleared.
    """
    of_place = Counter(code for failure in failures for code in _places(failure) if code.startswith(within))
    found: dict[tuple[str, ...], CommonFailure] = {}
    for kind in sorted(set(kinds), key=KINDS.index):
        groups: defaultdict[Shared, list[Finding]] = defaultdict(list)
        for failure in failures:
            groups[_shared(failure, kind)].append(failure)
        for shared, group in groups.items():
            if len(group) > 1:
                ids = tuple(failure.id for failure in group)
                rules = sorted({failure.rule.code for failure in group})
                found[ids] = CommonFailure(shared, rules, ids, len(ids) / len(failures), _cleared(group, of_place))
    return sorted(found.values(), key=lambda each: each.key)


def _shared(failure: Finding, kind: str) -> Shared:
    """What the failure can have in common with others. A building counts as its compound."""
    rule, place = failure.rule.code, failure.place[: COMPOUND.digits]
    match kind:
        case "RULE":
            return Shared(kind, rule)
        case "PLACE":
            return Shared(kind, place=place)
        case "RULE_AND_PLACE":
            return Shared(kind, rule, place)
    return Shared(kind, subject=(failure.rule.subject, failure.subject))


def _places(failure: Finding) -> list[str]:
    """The codes of the places where the failure counts, from the city down to the compound."""
    return lineage(failure.place[: COMPOUND.digits])


def _cleared(group: Iterable[Finding], of_place: Counter[str]) -> list[str]:
    """The places all of whose failures are in the group."""
    inside = Counter(code for failure in group for code in _places(failure))
    return sorted(code for code, number in inside.items() if number == of_place[code])
