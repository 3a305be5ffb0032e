"""Findings in groups: how many there are of each rule, result, obligation level and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Property, Row
from graph_api.resolvers.finding_counts import DIMENSIONS
from graph_api.rules import Rule as CoverageRule
from graph_api.schema.arguments import WITHIN, AsOf, Filter, Within
from graph_api.schema.coverage import RULES, FindingFilter, Obligation, Rule, RuleResult
from graph_api.schema.fields import computed, related, same, stored
from graph_api.schema.pages import Connection, listed
from graph_api.schema.places import PlaceLevel
from graph_api.schema.rule_results import FINDING_COUNTS
from graph_api.schema.sums import group_by, grouped_by, measures

if TYPE_CHECKING:
    from graph_api.schema.communities import Community
    from graph_api.schema.compounds import Building, Compound
    from graph_api.schema.places import City, Subdistrict


def _rule(code: str | None) -> CoverageRule | None:
    return None if code is None else RULES[code]


@strawberry.type
class FindingKey:
    """The values that the findings of a group have in common. Places are those that the findings belong to, or that
    these lie in."""

    row = Row("group")

    rule: Rule | None = computed(
        "The rule that was checked. Null unless grouped by RULE.", _rule, code=Property("RULE")
    )
    obligation: Obligation | None = stored(
        "The obligation level of the rules. Null unless grouped by OBLIGATION.", key="OBLIGATION"
    )
    result: RuleResult | None = stored("The result of the checks. Null unless grouped by RESULT.", key="RESULT")
    level: PlaceLevel | None = stored(
        "The level of the places that the findings belong to. Null unless grouped by LEVEL.", key="LEVEL"
    )

    @related("sums.city")
    def city(self) -> City | None:
        """The city. Null unless grouped by CITY."""

    @related("sums.subdistrict")
    def subdistrict(self) -> Subdistrict | None:
        """The subdistrict. Null unless grouped by SUBDISTRICT, and for findings of a place above it."""

    @related("sums.community")
    def community(self) -> Community | None:
        """The community. Null unless grouped by COMMUNITY, and for findings of a place above it."""

    @related("sums.compound")
    def compound(self) -> Compound | None:
        """The compound. Null unless grouped by COMPOUND, and for findings of a place above it."""

    @related("sums.building")
    def building(self) -> Building | None:
        """The building. Null unless grouped by BUILDING, and for findings of a place above it."""


@strawberry.type
class FindingCount:
    """A group of findings with their number."""

    row = Row("group")

    key: FindingKey = same("The values that the findings have in common. Null for what they are not grouped by.")
    count: int = stored("The number of findings.", key="count")


FINDING_DIMENSIONS = group_by("Finding", "findings", DIMENSIONS)
FINDING_MEASURES = measures("FindingCount", "findings", "count")


@listed(
    "coverage.finding_counts",
    arguments={"within": WITHIN, "groups": FINDING_COUNTS},
    orders=FINDING_MEASURES,
)
@grouped_by(FINDING_DIMENSIONS)
def finding_counts(
    within: Within = UNSET, filter: Filter[FindingFilter] = UNSET, as_of: AsOf = UNSET
) -> Connection[FindingCount] | None:
    """Counts the findings of the coverage rules in groups, sorted by key. At most 10,000 groups."""
