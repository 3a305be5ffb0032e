"""What is asked of the database."""


class Recorder:
    """A database that keeps the statements that are run on it."""

    def __init__(self, database):
        self._database = database
        self.statements = []

    @property
    def seen(self):
        return self._database.seen

    async def version(self):
        return await self._database.version()

    async def read(self, statement, parameters=None):
        self.statements.append(statement)
        return await self._database.read(statement, parameters)
