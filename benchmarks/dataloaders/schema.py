"""The part of the product's schema that the measured operations ask, written in plain Strawberry."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from enum import Enum
from typing import NewType

import strawberry
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig

Date = NewType("Date", str)
Info = strawberry.Info


def global_id(type_name: str, local: str) -> strawberry.ID:
    return strawberry.ID(urlsafe_b64encode(f"{type_name}:{local}".encode()).decode())


@strawberry.enum
class CrossAppointmentChannel(Enum):
    BRANCH_TO_OWNERS_COMMITTEE = "BRANCH_TO_OWNERS_COMMITTEE"
    BRANCH_TO_PROPERTY_SUPERVISOR = "BRANCH_TO_PROPERTY_SUPERVISOR"
    OWNERS_COMMITTEE_TO_BRANCH = "OWNERS_COMMITTEE_TO_BRANCH"
    PROPERTY_TO_BRANCH = "PROPERTY_TO_BRANCH"


@strawberry.input
class CrossAppointmentFilter:
    channels: list[CrossAppointmentChannel] | None = None
    concurrent_head: bool | None = None


@strawberry.interface
class Place:
    code: str
    name: str

    @strawberry.field
    def level(self) -> str:
        return type(self).__name__.upper()


@strawberry.type
class Person:
    local: strawberry.Private[str]
    name: str

    @strawberry.field
    def id(self) -> strawberry.ID:
        return global_id("Person", self.local)


def person_of(row) -> Person:
    return Person(local=row["id"], name=row["name"])


@strawberry.type
class Seat:
    role: str
    since: Date
    person: Person


@strawberry.type
class SeatConnection:
    nodes: list[Seat]


async def seats_of(info: Info, body: str, first: int) -> SeatConnection:
    rows = await info.context["loaders"].all("seats_of_body", body)
    return SeatConnection(
        nodes=[
            Seat(role=row["seat"]["role"], since=row["seat"]["since"], person=person_of(row["person"]))
            for row in rows[:first]
        ]
    )


@strawberry.interface
class Organization:
    local: strawberry.Private[str]
    name: str

    @strawberry.field
    def id(self) -> strawberry.ID:
        return global_id(type(self).__name__, self.local)


@strawberry.type
class Branch(Organization):
    @strawberry.field
    async def founded_on(self, info: Info) -> Organization | None:
        row = await info.context["loaders"].first("founders_of_branch", self.local)
        return row and organization_of(row["type"], row)

    @strawberry.field
    async def joint(self, info: Info) -> bool:
        return bool(await info.context["loaders"].all("founders_of_branch", self.local))

    @strawberry.field
    async def appointments(self, info: Info, first: int = 20) -> SeatConnection:
        return await seats_of(info, self.local, first)


@strawberry.type
class OwnersCommittee(Organization):
    @strawberry.field
    async def appointments(self, info: Info, first: int = 20) -> SeatConnection:
        return await seats_of(info, self.local, first)


@strawberry.type
class PropertyCompany(Organization):
    @strawberry.field
    async def compounds(self, info: Info, first: int = 20) -> CompoundConnection:
        rows = await info.context["loaders"].all("compounds_of_company", self.local)
        return CompoundConnection(total_count=len(rows), nodes=[Compound(**row) for row in rows[:first]])


@strawberry.type
class Enterprise(Organization):
    pass


@strawberry.type
class SocialOrganization(Organization):
    pass


@strawberry.type
class Unit(Organization):
    pass


def organization_of(type_name: str, row) -> Organization:
    if type_name == "Department":
        return department_of(row)
    return ORGANIZATIONS[type_name](local=row["id"], name=row["name"])


@strawberry.type
class Building(Place):
    pass


@strawberry.type
class BuildingGroup:
    local: strawberry.Private[str]
    name: str
    feature: str | None

    @strawberry.field
    def id(self) -> strawberry.ID:
        return global_id("BuildingGroup", self.local)

    @strawberry.field
    async def leader(self, info: Info) -> Person | None:
        row = await info.context["loaders"].first("leaders_of_group", self.local)
        return row and person_of(row)

    @strawberry.field
    async def central_household_count(self, info: Info) -> int:
        return await info.context["loaders"].first("households_of_group", self.local) or 0

    @strawberry.field
    async def buildings(self, info: Info) -> list[Building]:
        return [Building(**row) for row in await info.context["loaders"].all("buildings_of_group", self.local)]


@strawberry.type
class BuildingGroupConnection:
    nodes: list[BuildingGroup]


@strawberry.type
class Meeting:
    date: Date
    kind: str
    decisions: list[str]


@strawberry.type
class MeetingConnection:
    total_count: int
    nodes: list[Meeting]


@strawberry.type
class Conference:
    local: strawberry.Private[str]

    @strawberry.field
    async def convenor(self, info: Info) -> Person | None:
        row = await info.context["loaders"].first("convenors_of_conference", self.local)
        return row and person_of(row)

    @strawberry.field
    async def meetings(self, info: Info, first: int = 20) -> MeetingConnection:
        rows = await info.context["loaders"].all("meetings_of_conference", self.local)
        return MeetingConnection(total_count=len(rows), nodes=[Meeting(**row) for row in rows[:first]])


@strawberry.type
class CrossedSeat:
    role: str
    since: Date
    until: Date | None
    organization: Organization


@strawberry.type
class CrossAppointment:
    channel: str
    concurrent_head: bool
    since: Date
    person: Person
    compound: Compound
    appointments: list[CrossedSeat]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return global_id("CrossAppointment", f"{self.compound.code}|{self.person.local}|{self.channel}")


def cross_appointment_of(row) -> CrossAppointment:
    return CrossAppointment(
        channel=row["channel"],
        concurrent_head=row["heads"],
        since=row["since"],
        person=person_of(row["person"]),
        compound=Compound(**row["compound"]),
        appointments=[
            CrossedSeat(**row["branch_seat"], organization=organization_of("Branch", row["branch"])),
            CrossedSeat(**row["seat"], organization=organization_of(row["other"]["type"], row["other"])),
        ],
    )


@strawberry.type
class PageInfo:
    has_next_page: bool


@strawberry.type
class CrossAppointmentConnection:
    total_count: int
    page_info: PageInfo
    nodes: list[CrossAppointment]


async def crossings_within(
    info: Info, within: str, asked: CrossAppointmentFilter | None, first: int
) -> CrossAppointmentConnection:
    rows = await info.context["loaders"].all("crossings", within)
    if asked and asked.channels is not None:
        channels = {channel.value for channel in asked.channels}
        rows = [row for row in rows if row["channel"] in channels]
    if asked and asked.concurrent_head is not None:
        rows = [row for row in rows if row["heads"] is asked.concurrent_head]
    return CrossAppointmentConnection(
        total_count=len(rows),
        page_info=PageInfo(has_next_page=len(rows) > first),
        nodes=[cross_appointment_of(row) for row in rows[:first]],
    )


@strawberry.type
class City(Place):
    @strawberry.field
    async def subdistricts(self, info: Info, first: int = 20) -> SubdistrictConnection:
        rows = await info.context["loaders"].all("subdistricts_of_city", self.code)
        return SubdistrictConnection(nodes=[Subdistrict(**row) for row in rows[:first]])


@strawberry.type
class Subdistrict(Place):
    @strawberry.field
    async def city(self, info: Info) -> City | None:
        row = await info.context["loaders"].first("city_of_subdistrict", self.code)
        return row and City(**row)

    @strawberry.field
    async def communities(self, info: Info, first: int = 20) -> CommunityConnection:
        rows = await info.context["loaders"].all("communitys_of_subdistrict", self.code)
        return CommunityConnection(total_count=len(rows), nodes=[Community(**row) for row in rows[:first]])


@strawberry.type
class SubdistrictConnection:
    nodes: list[Subdistrict]


@strawberry.type
class Community(Place):
    @strawberry.field
    async def subdistrict(self, info: Info) -> Subdistrict | None:
        row = await info.context["loaders"].first("subdistrict_of_community", self.code)
        return row and Subdistrict(**row)

    @strawberry.field
    async def compounds(self, info: Info, first: int = 20) -> CompoundConnection:
        rows = await info.context["loaders"].all("compounds_of_community", self.code)
        return CompoundConnection(total_count=len(rows), nodes=[Compound(**row) for row in rows[:first]])

    @strawberry.field
    async def departments(self, info: Info, first: int = 20) -> DepartmentConnection:
        rows = await info.context["loaders"].all("departments_of_community", self.code)
        return DepartmentConnection(total_count=len(rows), edges=[department_edge(row) for row in rows[:first]])

    @strawberry.field
    async def leaders(self, info: Info, first: int = 20) -> LeaderConnection:
        rows = await info.context["loaders"].all("leaders_of_community", self.code)
        return LeaderConnection(total_count=len(rows), edges=[leader_edge(row) for row in rows[:first]])

    @strawberry.field
    async def synergy_body(self, info: Info) -> SynergyBody | None:
        row = await info.context["loaders"].first("synergy_bodies_of_community", self.code)
        return row and SynergyBody(local=row["id"], name=row["name"], functions=row["functions"])


@strawberry.type
class CommunityConnection:
    total_count: int
    nodes: list[Community]


@strawberry.type
class Compound(Place):
    @strawberry.field
    async def community(self, info: Info) -> Community | None:
        row = await info.context["loaders"].first("community_of_compound", self.code)
        return row and Community(**row)

    @strawberry.field
    async def branch(self, info: Info) -> Branch | None:
        row = await info.context["loaders"].first("branches_of_compound", self.code)
        return row and Branch(local=row["id"], name=row["name"])

    @strawberry.field
    async def owners_committee(self, info: Info) -> OwnersCommittee | None:
        row = await info.context["loaders"].first("committees_of_compound", self.code)
        return row and OwnersCommittee(local=row["id"], name=row["name"])

    @strawberry.field
    async def property_company(self, info: Info) -> PropertyCompany | None:
        row = await info.context["loaders"].first("companies_of_compound", self.code)
        return row and PropertyCompany(local=row["id"], name=row["name"])

    @strawberry.field
    async def conference(self, info: Info) -> Conference | None:
        row = await info.context["loaders"].first("conferences_of_compound", self.code)
        return row and Conference(local=row["id"])

    @strawberry.field
    async def cross_appointments(self, info: Info, first: int = 20) -> CrossAppointmentConnection:
        return await crossings_within(info, self.code, None, first)

    @strawberry.field
    async def building_groups(self, info: Info, first: int = 20) -> BuildingGroupConnection:
        rows = await info.context["loaders"].all("groups_of_compound", self.code)
        return BuildingGroupConnection(
            nodes=[BuildingGroup(local=row["id"], name=row["name"], feature=row["feature"]) for row in rows[:first]]
        )


@strawberry.type
class CompoundConnection:
    total_count: int
    nodes: list[Compound]


@strawberry.type
class SynergyBody:
    local: strawberry.Private[str]
    name: str
    functions: list[str]

    @strawberry.field
    async def members(self, info: Info, first: int = 20) -> OrganizationConnection:
        rows = await info.context["loaders"].all("members_of_synergy_body", self.local)
        return OrganizationConnection(
            total_count=len(rows), nodes=[organization_of(row["type"], row) for row in rows[:first]]
        )

    @strawberry.field
    async def deed_count(self, info: Info) -> int:
        return await info.context["loaders"].first("deeds_of_synergy_body", self.local) or 0

    @strawberry.field
    async def contributed_cny(self, info: Info) -> float:
        return await info.context["loaders"].first("contributions_of_synergy_body", self.local) or 0.0


@strawberry.type
class OrganizationConnection:
    total_count: int
    nodes: list[Organization]


async def supervisor_of(info: Info, department: str) -> Leader | None:
    row = await info.context["loaders"].first("supervisors_of_department", department)
    return row and leader_of(row)


async def is_aligned(info: Info, department: str, community: str) -> bool | None:
    """Whether the department's supervisor is paired with the same community; None without one."""
    supervisor = await info.context["loaders"].first("supervisors_of_department", department)
    if supervisor is None:
        return None
    pairings = await info.context["loaders"].all("pairings_of_leader", supervisor["code"])
    return any(row["community"]["code"] == community for row in pairings)


@strawberry.type
class Evaluation:
    year: int
    rater_count: int
    score: float | None


def evaluation_of(row) -> Evaluation:
    raters = row["raters"] if row["closed"] else 0
    return Evaluation(year=row["year"], rater_count=raters, score=row["points"] / raters if raters >= 5 else None)


@strawberry.type
class EvaluationConnection:
    nodes: list[Evaluation]


@strawberry.type
class Department(Organization):
    code: str
    kind: str

    @strawberry.field
    async def supervisor(self, info: Info) -> Leader | None:
        return await supervisor_of(info, self.code)

    @strawberry.field
    async def pairing(self, info: Info) -> DepartmentPairing | None:
        row = await info.context["loaders"].first("pairings_of_department", self.code)
        return row and DepartmentPairing(
            department=self.code,
            since=row["since"],
            until=row["until"],
            distance_metres=row["distance"],
            community=Community(**row["community"]),
        )

    @strawberry.field
    async def evaluations(self, info: Info, first: int = 20) -> EvaluationConnection:
        rows = await info.context["loaders"].all("evaluations_of_department", self.code)
        return EvaluationConnection(nodes=[evaluation_of(row) for row in rows[:first]])


def department_of(row) -> Department:
    return Department(local=row["id"], code=row["code"], name=row["name"], kind=row["kind"])


@strawberry.type
class DepartmentPairing:
    department: strawberry.Private[str]
    since: Date
    until: Date | None
    distance_metres: float | None
    community: Community

    @strawberry.field
    async def aligned(self, info: Info) -> bool | None:
        return await is_aligned(info, self.department, self.community.code)


@strawberry.type
class DepartmentEdge:
    community: strawberry.Private[str]
    since: Date
    distance_metres: float | None
    node: Department

    @strawberry.field
    async def aligned(self, info: Info) -> bool | None:
        return await is_aligned(info, self.node.code, self.community)


def department_edge(row) -> DepartmentEdge:
    return DepartmentEdge(
        community=row["community"],
        since=row["since"],
        distance_metres=row["distance"],
        node=department_of(row["department"]),
    )


@strawberry.type
class DepartmentConnection:
    total_count: int
    edges: list[DepartmentEdge]


@strawberry.type
class SupervisedConnection:
    total_count: int
    nodes: list[Department]


@strawberry.type
class Visit:
    date: Date
    tasks: list[str]


@strawberry.type
class VisitConnection:
    total_count: int
    nodes: list[Visit]


@strawberry.type
class LeaderPairing:
    leader: strawberry.Private[str]
    since: Date
    until: Date | None
    community: Community

    @strawberry.field
    async def visits(self, info: Info, first: int = 20) -> VisitConnection:
        rows = [
            row
            for row in await info.context["loaders"].all("visits_of_leader", self.leader)
            if row["community"] == self.community.code
            and row["date"] >= self.since
            and (self.until is None or row["date"] < self.until)
        ]
        return VisitConnection(
            total_count=len(rows), nodes=[Visit(date=row["date"], tasks=row["tasks"]) for row in rows[:first]]
        )


@strawberry.type
class Leader:
    local: strawberry.Private[str]
    code: str
    name: str
    title: str

    @strawberry.field
    def id(self) -> strawberry.ID:
        return global_id("Leader", self.local)

    @strawberry.field
    async def pairing(self, info: Info) -> LeaderPairing | None:
        row = await info.context["loaders"].first("pairings_of_leader", self.code)
        return row and LeaderPairing(
            leader=self.code, since=row["since"], until=row["until"], community=Community(**row["community"])
        )

    @strawberry.field
    async def supervises(self, info: Info, first: int = 20) -> SupervisedConnection:
        rows = await info.context["loaders"].all("departments_of_leader", self.code)
        return SupervisedConnection(total_count=len(rows), nodes=[department_of(row) for row in rows[:first]])


def leader_of(row) -> Leader:
    return Leader(local=row["id"], code=row["code"], name=row["name"], title=row["title"])


@strawberry.type
class LeaderEdge:
    community: strawberry.Private[str]
    since: Date
    node: Leader

    @strawberry.field
    async def last_visit(self, info: Info) -> Date | None:
        rows = await info.context["loaders"].all("last_visits_of_leader", self.node.code)
        return next((row["date"] for row in rows if row["community"] == self.community), None)


def leader_edge(row) -> LeaderEdge:
    return LeaderEdge(community=row["community"], since=row["since"], node=leader_of(row["leader"]))


@strawberry.type
class LeaderConnection:
    total_count: int
    edges: list[LeaderEdge]


ORGANIZATIONS = {
    kind.__name__: kind
    for kind in (Branch, OwnersCommittee, PropertyCompany, Department, Enterprise, SocialOrganization, Unit)
}


@strawberry.type
class Query:
    @strawberry.field
    async def city(self, info: Info, code: str) -> City | None:
        row = await info.context["loaders"].first("city_by_code", code)
        return row and City(code=row["code"], name=row["name"])

    @strawberry.field
    async def community(self, info: Info, code: str) -> Community | None:
        row = await info.context["loaders"].first("community_by_code", code)
        return row and Community(code=row["code"], name=row["name"])

    @strawberry.field
    async def compound(self, info: Info, code: str) -> Compound | None:
        row = await info.context["loaders"].first("compound_by_code", code)
        return row and Compound(code=row["code"], name=row["name"])

    @strawberry.field
    async def department(self, info: Info, code: str) -> Department | None:
        row = await info.context["loaders"].first("department_by_code", code)
        return row and department_of(row)

    @strawberry.field
    async def leader(self, info: Info, code: str) -> Leader | None:
        row = await info.context["loaders"].first("leader_by_code", code)
        return row and leader_of(row)

    @strawberry.field
    async def cross_appointments(
        self,
        info: Info,
        within: str,
        filter: CrossAppointmentFilter | None = None,  # noqa: A002 - its name in GraphQL
        first: int = 20,
    ) -> CrossAppointmentConnection:
        return await crossings_within(info, within, filter, first)


schema = strawberry.Schema(
    Query,
    types=list(ORGANIZATIONS.values()),
    extensions=[ParserCache, ValidationCache],
    config=StrawberryConfig(scalar_map={Date: strawberry.scalar(name="Date", serialize=str, parse_value=str)}),
)
