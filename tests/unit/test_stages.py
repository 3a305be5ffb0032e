"""What operations want found out before they run, and that for each kind of need there is somebody who does."""

from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from graphql import parse
from graphql.execution.values import get_variable_values

from graph_api.caches import Budget
from graph_api.catalogue import load_catalogue
from graph_api.compiler.calls import Bound
from graph_api.compiler.sources import FromStage, Staged
from graph_api.compiler.statement import compile_operation
from graph_api.resolvers.analyst import AnalysisNeed
from graph_api.resolvers.finders import Finders
from graph_api.resolvers.rule_runner import RuleNeed
from graph_api.schema import build_model

CATALOGUE = load_catalogue()
MODEL = build_model(CATALOGUE)
DAY = date(2026, 6, 30)


def tasks(text):
    [operation] = parse(text).definitions
    variables = get_variable_values(MODEL.schema, [], {})
    statement = compile_operation(MODEL, operation, {}, variables).statements[0]
    return list(statement.tasks(statement.bind(variables, Bound(DAY))).values())


def staged(declared):
    """Everything that a declaration takes of stages."""
    if isinstance(declared, Staged | FromStage):
        yield declared
    elif isinstance(declared, dict):
        for value in declared.values():
            yield from staged(value)
    elif is_dataclass(declared):
        for field in fields(declared):
            yield from staged(getattr(declared, field.name))


def test_each_kind_of_need_of_the_schema_has_a_finder():
    declared = [*MODEL.sources.values(), *MODEL.filters.values(), *MODEL.rows.values()]
    kinds = {each.kind for one in declared for each in staged(one)}
    assert kinds == Finders(None, CATALOGUE, {}, Budget(0), caching=False).kinds


def test_needs_of_one_kind_under_a_root_field_are_one_task():
    [task] = tasks('{ bridges(within: "210681001") { nodes { parts { bodyCount } } } }')
    assert (task.kind, task.area, task.as_of) == (AnalysisNeed, "210681001", DAY)
    assert set(task.needs) == {AnalysisNeed.BRIDGES, AnalysisNeed.PARTS}


def test_needs_of_different_kinds_are_tasks_of_their_own():
    found = tasks('{ bridges(within: "210681") { nodes { person { leader { findings { totalCount } } } } } }')
    assert Counter(task.kind for task in found) == {AnalysisNeed: 1, RuleNeed: 1}


def test_root_fields_have_tasks_of_their_own():
    found = tasks('{ bridges(within: "210681001") { totalCount } clusters(within: "210681002") { totalCount } }')
    assert [task.area for task in found] == ["210681001", "210681002"]


@pytest.mark.parametrize("within", ["", "abc", "21068", "２１０６８１"])
def test_nothing_is_found_out_for_a_refused_argument(within):
    assert tasks(f'{{ bridges(within: "{within}") {{ totalCount }} }}') == []
