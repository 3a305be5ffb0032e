"""Persons, who hold appointments in organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema import orders
from graph_api.schema.fields import related
from graph_api.schema.nodes import Actor
from graph_api.schema.pages import Connection, listed

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

    @listed("appointments.of_person", orders=orders.APPOINTMENTS)
    def appointments(self) -> Connection[Appointment]:
        """The person's current appointments, sorted by ID."""
