"""Values of arguments, and how GraphQL writes them."""

import json
from dataclasses import dataclass


class Enum(str):
    """The name of an enum's value."""

    __slots__ = ()


@dataclass(frozen=True)
class Variable:
    """A variable in the place of a value."""

    name: str


Value = None | bool | int | str | Enum | Variable | list["Value"] | dict[str, "Value"]


def literal(value: Value) -> str:
    """The value as a document says it."""
    if isinstance(value, Variable):
        return f"${value.name}"
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name}: {literal(one)}" for name, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(literal(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)
