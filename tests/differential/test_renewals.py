"""Where relations between the same two things overlap, the product lists and counts what the reference does: things once."""

from datetime import date

import pytest
from hypothesis import assume, given

from differential.examples import generated
from differential.graph import AS_OF, read_graph
from differential.operations import operations
from differential.reference import Reference, schema
from differential.renewals import write_renewed
from differential.samples import samples
from differential.stores import load_alone, read_unchecked
from differential.trial import LISTS, disagreements, listing
from graph_api.catalogue import load_catalogue
from graph_api.execution import Engine
from graph_api.settings import Settings

pytestmark = pytest.mark.slow

DAYS = [date(2024, 12, 1), date(2025, 11, 1), AS_OF]


@pytest.fixture(scope="module")
async def both(second_database, tmp_path_factory):
    """The product and the reference on tables with renewals."""
    folder = tmp_path_factory.mktemp("renewed")
    write_renewed(folder)
    await load_alone(second_database, read_unchecked(folder))
    return Engine(second_database, load_catalogue(), Settings()), Reference(folder)


@pytest.mark.parametrize("field", LISTS)
async def test_every_list_has_things_once(both, field):
    engine, reference = both
    text = listing(field).replace("pageInfo", "totalCount pageInfo")
    for day in DAYS:
        found = await disagreements(engine, reference, text, {"day": day.isoformat()})
        assert not found, f"{text}\n{day}\n" + "\n".join(found)


@generated(60)
@given(operation=operations(schema(), samples(read_graph()), 1))
async def test_generated_operations_are_answered_alike(both, operation):
    engine, reference = both
    assume("[cursor " not in f"{operation.text} {operation.variables}")
    for variables in operation.variables:
        found = await disagreements(engine, reference, operation.text, variables)
        assert not found, f"{operation.text}\n{variables}\n" + "\n".join(found)
