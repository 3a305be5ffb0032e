"""Operations that nobody would write.

`GRAPH_API_TEST_EXAMPLES=5000 pytest tests/differential` hunts: that many operations, other ones every time, and what
fails is made as small as it can be. Without it the operations are few and always the same.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from differential.graph import read_graph
from differential.operations import operations
from differential.reference import schema
from differential.samples import samples
from differential.trial import disagreements

EXAMPLES = int(os.environ.get("GRAPH_API_TEST_EXAMPLES", "0"))
RUNS = 3

every_time_the_same = settings(max_examples=150, derandomize=True, phases=[Phase.explicit, Phase.generate])
hunt = settings(max_examples=EXAMPLES or 1, print_blob=True)


@pytest.mark.slow
@settings(
    hunt if EXAMPLES else every_time_the_same,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(operation=operations(schema(), samples(read_graph()), RUNS))
async def test_the_product_answers_as_the_reference_does(engine, reference, cursors, operation):
    text = cursors.filled(operation.text)
    for variables in operation.variables:
        found = await disagreements(engine, reference, text, cursors.filled(variables))
        assert not found, f"{text}\n{cursors.filled(variables)}\n" + "\n".join(found)
