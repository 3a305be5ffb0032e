"""Figures: what the city's report states, and what the graph says."""

from __future__ import annotations

from enum import Enum

import strawberry

from graph_api.compiler.sources import Choice, Property, Row
from graph_api.resolvers.figures import holds
from graph_api.schema.fields import computed, declared, described, stored


class Qualifier(Enum):
    """How a stated figure is meant."""

    EXACT = "EXACT"
    AT_LEAST = "AT_LEAST"
    AT_MOST = "AT_MOST"
    ABOUT = "ABOUT"


described(
    Qualifier,
    "How a stated figure is meant.",
    {
        "EXACT": "The value equals it.",
        "AT_LEAST": "The value is it or more.",
        "AT_MOST": "The value is it or less.",
        "ABOUT": "The value differs from it by 5 % at most.",
    },
)

_VALUE = Choice("figures", by=Property("key", of="figure"), as_of=Property("reported_on", of="city"))


@strawberry.type(description="A figure that a city's report states, and its value computed from the graph.")
class Figure:
    """A figure that a city's report states, and its value computed from the graph."""

    row = Row("figure", needs=("city",))

    key: str = stored("The key, such as `communities_paired`.", key="key")
    label: str = stored("What it counts, in English.", key="label")
    label_zh: str = stored("What it counts, in Chinese.", key="label_zh")
    unit: str = stored("The unit: count, people, m2, CNY or points.", key="unit")
    value: float = declared(_VALUE, "Computed from the graph, as of the day of the report.")
    stated: float = stored("What the document states.", key="stated")
    qualifier: Qualifier = stored("How the stated value is meant.", key="qualifier")
    holds: bool = computed(
        "Whether the value is what is stated: equal, at least, at most, or within 5 %.",
        holds,
        value=_VALUE,
        stated=Property("stated"),
        qualifier=Property("qualifier"),
    )
