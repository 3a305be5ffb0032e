"""Persons, who hold appointments in organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row
from graph_api.schema import orders
from graph_api.schema.arguments import Filter
from graph_api.schema.conferences import MeetingFilter
from graph_api.schema.fields import related
from graph_api.schema.nodes import Actor
from graph_api.schema.pages import Connection, listed

if TYPE_CHECKING:
    from graph_api.schema.appointments import Appointment
    from graph_api.schema.building_groups import BuildingGroup
    from graph_api.schema.conferences import Meeting
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

    @listed("building_groups.of_leader", orders=orders.BUILDING_GROUPS)
    def leads(self) -> Connection[BuildingGroup]:
        """The building groups (联合楼栋党小组) that the person leads, sorted by ID."""

    @listed("conferences.attended", given={"actor": "person"}, orders=orders.MEETINGS)
    def meetings(self, filter: Filter[MeetingFilter] = UNSET) -> Connection[Meeting]:
        """The meetings of joint conferences that the person attended, newest first."""
