"""The operations that clients rely on, on days when the graph looked different."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from graphql import (
    ArgumentNode,
    FieldNode,
    NamedTypeNode,
    NameNode,
    NonNullTypeNode,
    OperationDefinitionNode,
    VariableDefinitionNode,
    VariableNode,
    parse,
    print_ast,
)

from differential import ids
from differential.ids import global_id
from differential.trial import disagreements

OPERATIONS = Path(__file__).parents[1] / "operations"
# Root fields that take no day: each id carries its own.
BY_ID = frozenset({"node", "nodes"})
DAYS = ("2026-06-30", "2026-07-10", "2025-06-30", "2024-11-15", "2023-06-30", "2020-01-01")

_BRANCH = global_id("Branch", "210681001002001B1")
_PERSON = global_id("Person", "210681P0001")
_LEADER = global_id("Leader", "210681L001")
_DEPARTMENT = global_id("Department", "210681D001")
_COMMUNITY = global_id("Community", "210681001003")
_CROSSING = global_id("CrossAppointment", "210681001002001|210681P0001|OWNERS_COMMITTEE_TO_BRANCH")
_PAIRING = global_id("DepartmentPairing", "210681D001-1")
_NOBODY = global_id("Person", "210681P9999")

VARIABLES = {
    "city-tree": [{"city": "210681"}, {"city": "210682"}, {"city": "2106"}],
    "compound-card": [
        {"code": code}
        for code in ("210681001002001", "210681001008001", "210681001003001", "210681001005001", "210681001010002")
    ],
    "connections": [
        {"from": _PERSON, "to": _DEPARTMENT},
        {"from": _LEADER, "to": _COMMUNITY},
        {"from": _PERSON, "to": _BRANCH},
        {"from": _PERSON, "to": _PERSON},
        {"from": _NOBODY, "to": _PERSON},
        {"from": _PAIRING, "to": _PERSON},
    ],
    "cross-appointments": [{"within": "210681"}, {"within": "210681001002"}, {"within": "21"}, {"within": "2"}],
    "department-and-leader": [
        {"department": "210681D001", "leader": "210681L001"},
        {"department": "210681D078", "leader": "210681L024", "withVisits": False},
        {"department": "210681D017", "leader": "210681L999", "withVisits": True},
    ],
    "figures": [
        {"city": "210681"},
        {"city": "210681", "keys": ["leaders", "urban_area", "nothing"]},
        {"city": "210681", "keys": []},
        {"city": "210681", "keys": None},
    ],
    "issue-journey": [
        {"within": "210681"},
        {"within": "210681", "status": "OPEN"},
        {"within": "210681001003", "status": "RESOLVED"},
        {"within": "2"},
    ],
    "pairing-board": [{"city": "210681"}],
    "refetch": [
        {"one": _PERSON, "ids": [_BRANCH, _COMMUNITY, _NOBODY, _COMMUNITY, "x", _DEPARTMENT]},
        {"one": _CROSSING, "ids": []},
        {"one": _PAIRING, "ids": [_CROSSING]},
        {"one": "x", "ids": [_LEADER]},
    ],
}


def as_of(text: str) -> str:
    """The operation with the variable `day` as the day of every root field that takes one."""
    document = parse(text)
    day = VariableNode(name=NameNode(value="day"))
    type_ = NonNullTypeNode(type=NamedTypeNode(name=NameNode(value="Date")))
    defined = VariableDefinitionNode(variable=day, type=type_, directives=())
    argument = ArgumentNode(name=NameNode(value="asOf"), value=day)
    definitions = []
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            fields = [
                field if field.name.value in BY_ID else replace(field, arguments=(*(field.arguments or ()), argument))
                for field in definition.selection_set.selections
                if isinstance(field, FieldNode)
            ]
            takes_day = fields != list(definition.selection_set.selections)
            changed = replace(
                definition,
                variable_definitions=(*(definition.variable_definitions or ()), *([defined] if takes_day else [])),
                selection_set=replace(definition.selection_set, selections=tuple(fields)),
            )
            definitions.append(changed)
        else:
            definitions.append(definition)
    return print_ast(replace(document, definitions=tuple(definitions)))


def dated(variables, day):
    """The variables with ids as the answers of the day have them."""

    def moved(value):
        if isinstance(value, list):
            return [moved(one) for one in value]
        return ids.as_of(value, date.fromisoformat(day)) if isinstance(value, str) else value

    return {name: moved(value) for name, value in variables.items()}


def test_every_operation_is_asked():
    assert {path.stem for path in OPERATIONS.glob("*.graphql")} == set(VARIABLES)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", sorted(VARIABLES))
async def test_the_product_answers_as_the_reference_does(engine, reference, name, day):
    text = as_of((OPERATIONS / f"{name}.graphql").read_text(encoding="utf-8"))
    for variables in VARIABLES[name]:
        found = await disagreements(engine, reference, text, {**dated(variables, day), "day": day})
        assert not found, f"{variables} as of {day}\n" + "\n".join(found)
