"""Persons, who hold appointments in organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.fields import related
from graph_api.schema.nodes import Actor, Connection

if TYPE_CHECKING:
    from graph_api.schema.appointments import Appointment
    from graph_api.schema.leaders import Leader


@strawberry.type
class Person(Actor):
    """A person who holds appointments or other offices. A leader is also a person."""

    row = Row("person", label="Person&!Leader", refetch="nodes.entity", of="Person")

    @related("leaders.of_person")
    def leader(self) -> Leader | None:
        """The leader that this person is. Null if the person is not a leader."""

    @related("appointments.of_person")
    def appointments(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Appointment]:
        """The person's current appointments, sorted by ID."""
