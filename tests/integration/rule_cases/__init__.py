"""What makes each coverage rule pass, fail, not know and not apply: a tiny city each, and the finding to expect there.

Every module registers the cases of some subjects' rules.
"""

from rule_cases import (
    building_groups,
    buildings,
    communities,
    compounds,
    conferences,
    departments,
    evaluations,
    issues,
    members,
    synergy,
    visits,
)
from rule_cases.cases import CASES, Expected

__all__ = [
    "CASES",
    "Expected",
    "building_groups",
    "buildings",
    "communities",
    "compounds",
    "conferences",
    "departments",
    "evaluations",
    "issues",
    "members",
    "synergy",
    "visits",
]
