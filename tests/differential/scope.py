"""What the differential test is about: all of the schema but what tests of its own hold to its definitions.

Coverage comes from rules, which `tests/oracle` works out anew; what links bodies is held to networkx in
`tests/integration/test_analysis.py`.
"""

from typing import Any

from graphql import GraphQLField, get_named_type

_ELSEWHERE = frozenset(
    {
        *("Coverage", "CoverageCause", "CoverageChange", "CoverageChangeCount", "CoveragePoint"),
        *("Finding", "FindingCount", "FindingKey", "CommonFailure", "Observation", "Rule", "RuleCount", "Window"),
        "DueItem",
        *("EnumLabels", "EnumLabel"),
        *("Bridge", "BodyGroup", "Cluster"),
    }
)
_INPUTS = frozenset({"fullyCovered", "failing", "COVERAGE_RATE"})


def has_type(name: str) -> bool:
    """Whether objects of the type are held against the reference."""
    return name.removesuffix("Connection").removesuffix("Edge") not in _ELSEWHERE


def has_field(field: GraphQLField) -> bool:
    """Whether the field is."""
    return has_type(get_named_type(field.type).name)


def has_input(name: str) -> bool:
    """Whether the field of an input, or the value of an enum, is."""
    return name not in _INPUTS


def fields(type_: Any) -> list[str]:
    """The names of the type's fields that are."""
    return [name for name, field in type_.fields.items() if has_field(field)]
