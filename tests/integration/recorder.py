"""What is asked of the database."""


class Recorder:
    """A database that keeps the statements that are run on it."""

    def __init__(self, database):
        self._database = database
        self.statements = []

    def __getattr__(self, name):
        return getattr(self._database, name)

    async def read(self, statement, parameters=None, **limits):
        self.statements.append(statement)
        return await self._database.read(statement, parameters, **limits)
