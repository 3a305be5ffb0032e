from datetime import date

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.database.migrations import migrate
from seed import load_donggang


@pytest.fixture(scope="session")
async def donggang(database):
    """The test server's database with Donggang in it, as of 2026-06-30. Tests leave it as they find it."""
    await migrate(database)
    await load_donggang(database, load_catalogue(), date(2026, 6, 30))
    return database
