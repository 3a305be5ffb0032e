"""The closed set of errors that leave the product: to clients (with a code) and to the operator (one sentence).

A client sees `ClientError` and nothing else: every other exception becomes INTERNAL at the edge, its text goes to the log.
The codes are documented one by one in `docs/errors.md`; a test holds the two together.
"""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    """What `extensions.code` of a GraphQL error can be."""

    BAD_REQUEST = "BAD_REQUEST"
    PERSISTED_QUERY_NOT_SUPPORTED = "PERSISTED_QUERY_NOT_SUPPORTED"
    GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
    GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
    BAD_USER_INPUT = "BAD_USER_INPUT"
    BAD_CODE = "BAD_CODE"
    BAD_ID = "BAD_ID"
    BAD_CURSOR = "BAD_CURSOR"
    BAD_DATE = "BAD_DATE"
    BAD_PAGE = "BAD_PAGE"
    TOO_COMPLEX = "TOO_COMPLEX"
    UNAVAILABLE = "UNAVAILABLE"
    TIMEOUT = "TIMEOUT"
    INTERNAL = "INTERNAL"


class ClientError(Exception):
    """An error that a client may read: a code of the closed set and a sentence that says what to do."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Unavailable(ClientError):  # noqa: N818 - a state, not a mistake
    """The database can't be reached now; asking again later is the remedy."""

    def __init__(self) -> None:
        super().__init__(ErrorCode.UNAVAILABLE, "The database can't be reached at the moment. Try again shortly.")


class TimedOut(ClientError):  # noqa: N818 - as above
    """The statement took longer than the limit and was cancelled in the database."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            ErrorCode.TIMEOUT,
            f"The query took longer than {seconds:g} seconds and was cancelled. Ask for less at once.",
        )


class SetupError(Exception):
    """The product can't start or carry out a command; the text is the one sentence that the operator sees."""
