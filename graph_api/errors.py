"""All errors that leave the product: to clients (with a code) and to the operator (one sentence).

Clients only see `ClientError`: every other exception becomes INTERNAL, and its text goes to the log. The codes are
documented in `docs/errors.md`; a test compares the two.
"""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    """The possible values of `extensions.code` of a GraphQL error."""

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
    """An error for the client: a code and a sentence that says what to do.

    `retry_after` is the number of seconds after which the same request may succeed; None if waiting doesn't help, or is
    unknown.
    """

    retry_after: int | None = None

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Unavailable(ClientError):  # noqa: N818 - a state, not a mistake
    """The database can't be reached now. Retrying later may help."""

    def __init__(self) -> None:
        super().__init__(ErrorCode.UNAVAILABLE, "The database can't be reached at the moment. Try again shortly.")


class Busy(ClientError):  # noqa: N818 - as above
    """The database is reachable, but too busy for another query."""

    def __init__(self) -> None:
        super().__init__(ErrorCode.UNAVAILABLE, "The database is busy at the moment. Try again shortly.")
        self.retry_after = 2


class TimedOut(ClientError):  # noqa: N818 - as above
    """The statement took longer than the limit and was cancelled in the database."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            ErrorCode.TIMEOUT,
            f"The query took longer than {seconds:g} seconds and was cancelled. Request less data at once.",
        )


class Preparing(ClientError):  # noqa: N818 - a state, not a mistake
    """The database has not finished planning a statement. Retrying later helps."""

    def __init__(self, retry_after: int) -> None:
        unit = "second" if retry_after == 1 else "seconds"
        super().__init__(
            ErrorCode.UNAVAILABLE,
            f"The database is still planning this operation. Try again in {retry_after} {unit}.",
        )
        self.retry_after = retry_after


class TooHardToPlan(ClientError):  # noqa: N818 - a limit, not a mistake
    """The database could not plan a statement within the limit."""

    def __init__(self) -> None:
        super().__init__(
            ErrorCode.TOO_COMPLEX, "The operation is too large for the database to plan. Request fewer fields."
        )


class TooLarge(ClientError):  # noqa: N818 - as above
    """The response would be larger than allowed."""

    def __init__(self) -> None:
        super().__init__(ErrorCode.TOO_COMPLEX, "The result would be too large. Request smaller pages or fewer fields.")


class SetupError(Exception):
    """The product can't start or run a command. The text is the one sentence that the operator sees."""
