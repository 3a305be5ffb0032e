import pytest

from differential.cursors import Cursors
from differential.graph import AS_OF
from differential.reference import Reference
from differential.trial import LISTS, disagreements, listing
from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.database.embedded import EmbeddedServer
from graph_api.database.migrations import migrate
from graph_api.execution import Engine
from graph_api.settings import Settings

# What a statement answers is checked here, not how soon: every operation is a new one, which the server has to plan first.
_SECONDS = 120.0
# Nor how long an operation may be: what is drawn joins the longest conditions at random.
SETTINGS = Settings(max_statement_characters=100_000)


@pytest.fixture(scope="session")
async def engine(donggang, neo4j_address):
    """The product on the real database, with the tables loaded as of the day that the reference has them of."""
    async with open_database(neo4j_address, statement_seconds=_SECONDS) as patient:
        yield Engine(patient, load_catalogue(), SETTINGS)


@pytest.fixture(scope="session")
async def second_database(tmp_path_factory):
    """A second Neo4j, for whatever tables a module loads into it."""
    with EmbeddedServer(tmp_path_factory.mktemp("second"), Settings().embedded_cache) as address:
        async with open_database(address, statement_seconds=_SECONDS) as database:
            await migrate(database)
            yield database


@pytest.fixture(scope="session")
def reference():
    """The reference; it learns what the product's cursors mean as it meets them."""
    return Reference()


@pytest.fixture(scope="session")
async def cursors(engine, reference):
    """The product's cursors of every list."""
    for field in LISTS:
        found = await disagreements(engine, reference, listing(field), {"day": AS_OF.isoformat()})
        assert not found, f"{listing(field)}\n" + "\n".join(found)
    return Cursors(dict(reference.cursors))
