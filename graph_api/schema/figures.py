"""Figures: the values that a city's report states, and the values computed from the graph."""

from __future__ import annotations

from enum import Enum

import strawberry

from graph_api.compiler.sources import Choice, Property, Row
from graph_api.languages import in_language
from graph_api.resolvers.figures import holds
from graph_api.schema.fields import computed, computing, declared, stored
from graph_api.schema.languages import InLanguage, Language


@strawberry.enum
class Qualifier(Enum):
    """How a computed value must compare with the stated value of a figure."""

    EXACT = strawberry.enum_value("EXACT", description="The computed value equals the stated value.")
    AT_LEAST = strawberry.enum_value(
        "AT_LEAST", description="The computed value is greater than or equal to the stated value."
    )
    AT_MOST = strawberry.enum_value(
        "AT_MOST", description="The computed value is less than or equal to the stated value."
    )
    ABOUT = strawberry.enum_value(
        "ABOUT", description="The computed value differs from the stated value by at most 5 %."
    )


_VALUE = Choice("figures", by=Property("key", of="figure"), as_of=Property("reported_on", of="city"))


@strawberry.type
class Figure:
    """A figure that a city's report states, with the value computed from the graph."""

    row = Row("figure", needs=("city",))

    key: str = stored("The key of the figure, such as `communities_paired`.", key="key")
    label_zh: str = stored("The label of the figure, in Chinese.", key="label_zh")
    unit: str = stored("The unit of the value: count, people, m2, CNY or points.", key="unit")
    value: float = declared(
        _VALUE, "The value computed from the graph as of the date of the report, whatever `asOf` is."
    )
    stated: float = stored("The value that the report states.", key="stated")
    qualifier: Qualifier = stored("How the computed value must compare with the stated value.", key="qualifier")
    holds: bool = computed(
        "Whether the computed value agrees with the stated value, as `qualifier` says.",
        holds,
        value=_VALUE,
        stated=Property("stated"),
        qualifier=Property("qualifier"),
    )

    @computing(in_language, en=Property("label"), zh=Property("label_zh"))
    def label(self, language: InLanguage = Language.EN) -> str:
        """The label of the figure."""
