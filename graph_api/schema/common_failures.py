"""Common failures (共性问题): failures of MUST rules that have a rule, a place or a subject in common."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Property, Row
from graph_api.rules import Rule as CoverageRule
from graph_api.schema.arguments import WITHIN, AsOf, Within
from graph_api.schema.coverage import RULES, SUBJECTS, Rule
from graph_api.schema.fields import computed, reference, related, stored
from graph_api.schema.nodes import Node
from graph_api.schema.pages import Connection, listed
from graph_api.schema.rule_results import COMMON_FAILURES

if TYPE_CHECKING:
    from graph_api.schema.places import Place


@strawberry.enum
class CommonFailureKind(Enum):
    """What failures have in common."""

    RULE = strawberry.enum_value("RULE", description="The rule: it fails for several subjects.")
    PLACE = strawberry.enum_value(
        "PLACE",
        description="The place that they belong to: several rules fail there. A building counts as its compound.",
    )
    RULE_AND_PLACE = strawberry.enum_value(
        "RULE_AND_PLACE",
        description="The rule and the place, such as all buildings of a compound that are in no group.",
    )
    SUBJECT = strawberry.enum_value(
        "SUBJECT", description="The subject: several rules fail for one department, leader or issue."
    )


def _rules(codes: list[str]) -> list[CoverageRule]:
    return [RULES[code] for code in codes]


@strawberry.type
class CommonFailure:
    """Two or more findings of MUST rules that fail and have something in common, so that they may be fixed together
    (共性问题)."""

    row = Row("common_failure")

    kind: CommonFailureKind = stored("What the failures have in common.", key="kind")
    rules: list[Rule] = computed("The rules that fail, sorted by code.", _rules, codes=Property("rules"))
    subject: Node | None = reference(
        "The subject that the failures have in common. Null unless the kind is SUBJECT.", "subject", SUBJECTS
    )
    count: int = stored("The number of failures.", key="count")
    share: float = stored("The share of all failures of MUST rules within the place, 0 to 1.", key="share")
    cleared_count: int = stored(
        "The number of places where no MUST rule would fail any more, there or below, if these failures were fixed. "
        "Buildings are not counted.",
        key="cleared_count",
    )

    @related("coverage.place", given={"finding": "common_failure"})
    def place(self) -> Place | None:
        """The place that the failures have in common. Null unless the kind is PLACE or RULE_AND_PLACE."""

    @listed("coverage.cleared_places")
    def cleared_places(self) -> Connection[Place]:
        """The places where no MUST rule would fail any more, there or below, if these failures were fixed, sorted by
        code. Buildings are left out."""


_Kinds = Annotated[
    list[CommonFailureKind] | None, strawberry.argument(description="Only failures of these kinds (default: all).")
]


@listed("coverage.common_failures", arguments={"within": WITHIN, "common_failures": COMMON_FAILURES})
def common_failures(
    within: Within = UNSET, kinds: _Kinds = UNSET, as_of: AsOf = UNSET
) -> Connection[CommonFailure] | None:
    """Lists which failures of MUST rules have something in common: those first that would fix the most, then those that
    would clear the most places. The same failures are listed once, with the most that they have in common. Failures
    that share nothing with another are left out."""
