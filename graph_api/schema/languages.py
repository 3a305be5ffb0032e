"""The argument `language` of texts that the product writes, and the labels of enum values in each language."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import strawberry

from graph_api.resolvers import labels
from graph_api.schema.fields import computing


@strawberry.enum
class Language(Enum):
    """A language of the texts that the API writes. Names and other recorded texts stay as they are recorded."""

    EN = strawberry.enum_value("EN", description="English.")
    ZH = strawberry.enum_value("ZH", description="Chinese (中文).")


InLanguage = Annotated[Language | None, strawberry.argument(description="The language of the text.")]


@strawberry.type
class EnumLabel:
    """The label of one value of an enum."""

    value: str = strawberry.field(description="The value, such as PASS.")
    label: str = strawberry.field(description="The label of the value in the requested language, such as 通过.")


@strawberry.type
class EnumLabels:
    """An enum with the labels of its values."""

    name: str = strawberry.field(
        description="The name of the enum. For a string field with a fixed set of values the type and the field: "
        "`ChainStep.relation`, `Figure.unit` or `Rule.subject`."
    )
    values: list[EnumLabel] = strawberry.field(description="The labels, in the order of the values.")


@computing(labels.enum_labels)
def enum_labels(language: InLanguage = Language.EN) -> list[EnumLabels] | None:
    """The label of every enum value, for display. Sorted by name of the enum."""
