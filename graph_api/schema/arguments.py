"""Arguments and inputs that several fields share: their descriptions, and the validation of their values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Annotated, TypeVar

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Argument
from graph_api.errors import ClientError, ErrorCode
from graph_api.places import CITY, COMMUNITY, EVERYWHERE, SUBDISTRICT, Level, Prefix, is_code, is_prefix

T = TypeVar("T")

FILTER = "Filters the results. All given conditions must hold."
Filter = Annotated[T | None, strawberry.argument(description=FILTER)]
AsOf = Annotated[
    date | None,
    strawberry.argument(
        description="The date the result describes (default: today). Applies to all nested fields. If given, the "
        "global IDs in the result carry it."
    ),
]
Code = Annotated[str, strawberry.argument(description="The object's code, as its `code` field returns it.")]
Within = Annotated[
    str | None,
    strawberry.argument(
        description="Only results within the place with this code: 2, 4, 6, 9, 12, 15 or 18 digits for a province, "
        "prefecture, city, subdistrict, community, compound or building (default: everywhere)."
    ),
]
PlaceCode = Annotated[
    str, strawberry.argument(description="The code of a place. The result covers that place and all places below it.")
]
FigureKeys = Annotated[
    list[str] | None, strawberry.argument(description="Only the figures with these keys (default: all).")
]


History = Annotated[
    bool | None,
    strawberry.argument(description="Whether to include what has ended by `asOf` (default: false)."),
]


@strawberry.input
class IntRange:
    """A range of integers. Both bounds are inclusive; an omitted bound leaves that side open."""

    min: int | None = strawberry.field(description="The minimum (inclusive).", default=UNSET)
    max: int | None = strawberry.field(description="The maximum (inclusive).", default=UNSET)


@strawberry.enum
class OrderDirection(Enum):
    """The direction in which to sort."""

    ASC = strawberry.enum_value("ASC", description="Ascending: lowest value first.")
    DESC = strawberry.enum_value("DESC", description="Descending: highest value first.")


def place_prefix(code: str | None) -> Prefix:
    """The code of the place to search within; an empty prefix, which matches every code, for None. Raises BAD_CODE."""
    if code is None:
        return EVERYWHERE
    if not is_prefix(code):
        raise ClientError(
            ErrorCode.BAD_CODE,
            "`within` takes the code of a place: 2, 4, 6, 9, 12, 15 or 18 digits.",
        )
    return Prefix(code)


def digits(noun: str, *levels: Level) -> Argument:
    """The argument `code` of a place of one of these levels. Raises BAD_CODE for any other format."""
    lengths = [level.digits for level in levels]
    wanted = ", ".join(map(str, lengths[:-1])) + " or " * (len(lengths) > 1) + str(lengths[-1])
    return _code(
        lambda code: is_code(code, levels),
        f"The code of a {noun} has {wanted} digits.",
    )


def numbered(noun: str, letter: str) -> Argument:
    """The argument `code` of an object that a city numbers under a letter. Raises BAD_CODE for any other format."""
    return _code(
        lambda code: code.isascii() and len(code) == 10 and code[6] == letter and (code[:6] + code[7:]).isdigit(),
        f"The code of a {noun} is the city's 6 digits, {letter} and 3 digits.",
    )


def _code(fits: Callable[[str], bool], message: str) -> Argument:
    def check(code: str) -> str:
        if not fits(code):
            raise ClientError(ErrorCode.BAD_CODE, message)
        return code

    return Argument("code", check)


def served_place(code: str) -> str:
    """The code of a place with in-service members: a city, subdistrict or community. Raises BAD_CODE for any other."""
    if not is_code(code, (CITY, SUBDISTRICT, COMMUNITY)):
        raise ClientError(
            ErrorCode.BAD_CODE,
            "`within` takes the code of a city, subdistrict or community here: 6, 9 or 12 digits.",
        )
    return code


WITHIN = Argument("within", place_prefix)
HISTORY = Argument("history", bool)
SERVED = Argument("within", served_place)
