"""Operations asked of an engine of the product, without HTTP."""

import json

from graph_api.execution import Request


def asking(engine):
    """A function that takes an operation and its variables, and returns the data of the answer. Errors fail the test."""

    async def asked(text, /, **variables):
        answer = json.loads((await engine.answer(Request(text, variables, None), request_id="test")).body)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    return asked
