"""Persons, who hold appointments in organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Row
from graph_api.schema import orders
from graph_api.schema.arguments import HISTORY, Filter, History
from graph_api.schema.conferences import MeetingFilter
from graph_api.schema.fields import related
from graph_api.schema.nodes import Actor
from graph_api.schema.pages import Connection, listed

if TYPE_CHECKING:
    from graph_api.schema.appointments import Appointment
    from graph_api.schema.building_groups import BuildingGroup, BuildingGroupFilter, CentralHousehold
    from graph_api.schema.conferences import Meeting
    from graph_api.schema.leaders import Leader
    from graph_api.schema.memberships import ConferenceInvitationConnection, ConferenceMembershipConnection
    from graph_api.schema.organizations import BodyConnection


@strawberry.type
class Person(Actor):
    """A person who holds appointments or other offices. A leader is also a person."""

    row = Row("person", label="Person&!Leader", refetch="nodes.entity", of="Person")

    @related("leaders.of_person")
    def leader(self) -> Leader | None:
        """The leader that this person is. Null if the person is not a leader."""

    @listed("appointments.of_person", arguments={"history": HISTORY}, orders=orders.APPOINTMENTS)
    def appointments(self, history: History = UNSET) -> Connection[Appointment]:
        """The person's appointments, sorted by ID."""

    @listed("building_groups.of_leader", orders=orders.BUILDING_GROUPS)
    def leads(self, filter: Filter[BuildingGroupFilter] = UNSET) -> Connection[BuildingGroup]:
        """The building groups (联合楼栋党小组) that the person leads, sorted by ID."""

    @listed("conferences.attended", given={"actor": "person"}, orders=orders.MEETINGS)
    def meetings(self, filter: Filter[MeetingFilter] = UNSET) -> Connection[Meeting]:
        """The meetings of joint conferences that the person attended, newest first."""

    @listed("persons.organizations", orders=orders.ORGANIZATIONS)
    def organizations(self) -> BodyConnection:
        """The organizations that the person belongs to, by an appointment or as a standing member of a conference,
        sorted by ID."""

    @listed("persons.secretary_of", orders=orders.ORGANIZATIONS)
    def secretary_of(self) -> BodyConnection:
        """The organizations of which the person is secretary (书记), sorted by ID: branches and other Party
        organizations."""

    @listed("conferences.memberships", arguments={"history": HISTORY}, orders=orders.CONFERENCE_MEMBERSHIPS)
    def memberships(self, history: History = UNSET) -> ConferenceMembershipConnection:
        """The joint conferences of which the person is a standing member, sorted by ID. With `history`, a conference
        appears once for each membership."""

    @listed(
        "conferences.invitations",
        given={"actor": "person"},
        arguments={"history": HISTORY},
        orders=orders.CONFERENCE_INVITATIONS,
    )
    def invitations(self, history: History = UNSET) -> ConferenceInvitationConnection:
        """The joint conferences to whose meetings the person is invited, sorted by ID. With `history`, a conference
        appears once for each invitation."""

    @related("building_groups.headed")
    def households_headed(self) -> list[CentralHousehold]:
        """The central households (党员中心户) that the person heads, sorted by start date, earliest first."""
